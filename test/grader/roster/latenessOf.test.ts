import { describe, expect, it } from "vitest";
import { Attendance, latenessOf, Roster, tellTimeless } from "../../../src/grader/roster/index.js";

const due = Date.parse("2026-11-30T22:59:00Z");
const stamp = (at: number) => ({ submitted: { at, from: "timestamp.txt" as const } });
const copied = { submitted: { at: due + 9_000, from: "the file's time" as const } };

describe("latenessOf", () => {
  it.each([
    ["in time", due, 0],
    ["early", due - 5000, 0],
    ["a moment late", due + 1, 1],
    ["a day late", due + 86_400_000, 86_400],
  ])("counts whole seconds of what is %s", (_, at, lateBySeconds) => {
    expect(latenessOf(stamp(at), due)).toEqual({
      submittedAt: new Date(at).toISOString(),
      from: "timestamp.txt",
      lateBySeconds,
    });
  });

  it("takes the roster's word before a file's time, and after what the system wrote", () => {
    const entry = { submitted: due + 60_000 };
    expect(latenessOf(copied, due, entry)).toMatchObject({ from: "the roster", lateBySeconds: 60 });
    expect(latenessOf(stamp(due), due, entry)).toMatchObject({ from: "timestamp.txt", lateBySeconds: 0 });
    expect(latenessOf({}, due, entry)).toMatchObject({ from: "the roster", lateBySeconds: 60 });
    expect(latenessOf(copied, due)).toMatchObject({ from: "the file's time", lateBySeconds: 9 });
  });

  it("goes by Canvas's mark where no time is known, and where it knows of a date of the student's own", () => {
    const from = "the mark LATE in the file's name";
    expect(latenessOf({ markedLate: true }, due)).toEqual({ from });
    expect(latenessOf({ markedLate: false }, due)).toEqual({ from, lateBySeconds: 0 });
    expect(latenessOf({ ...stamp(due), markedLate: true }, due)).not.toHaveProperty("lateBySeconds");
  });

  it("knows nothing where nothing tells, and nobody late where nothing was due", () => {
    expect(latenessOf({}, due)).toBeUndefined();
    expect(latenessOf(stamp(due), undefined)).toMatchObject({ lateBySeconds: 0 });
  });
});

describe("tellTimeless", () => {
  it("says of how many nothing tells when they came, where that was asked for", () => {
    const rows = [{}, { lateness: { from: "timestamp.txt", lateBySeconds: 0 } }, {}];
    expect(tellTimeless(rows, due)).toEqual([expect.stringContaining("when 2 of 3 submissions came")]);
    expect(tellTimeless(rows, undefined)).toEqual([]);
    expect(tellTimeless(rows.slice(1, 2), due)).toEqual([]);
  });
});

describe("Attendance", () => {
  const [ana, ben, cleo] = ["ana", "ben", "cleo"].map((student) => ({
    student,
    name: `${student} Doe`,
    ids: {},
  }));

  it("knows who is missing, and tells of whom the roster does not know and who came twice", () => {
    const told: string[] = [];
    const students = [ana, ben, cleo].filter((entry) => entry !== undefined);
    const attendance = new Attendance(new Roster(students), (message) => told.push(message));
    expect(attendance.entryOf({ student: "ben" })).toBe(ben);
    expect(attendance.entryOf({ student: "ben" })).toBe(ben);
    expect(attendance.entryOf({ student: "eve\u0007" })).toBeUndefined();
    expect(attendance.entryOf({ student: "ana" })).toBe(ana);
    expect(attendance.entryOf({ student: "doeana_1", name: "doeana" })).toBe(ana);
    expect(attendance.missing()).toEqual([cleo]);
    expect(told).toEqual([
      "The roster does not say who eve\\u{7} is.",
      "ana and doeana_1 are one student in the roster: ana Doe. Both were graded.",
    ]);
  });
});
