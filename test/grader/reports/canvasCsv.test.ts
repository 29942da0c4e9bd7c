import { describe, expect, test } from "vitest";
import { Gradebook } from "../../../src/grader/gradebook/index.ts";
import { canvasCsv } from "../../../src/grader/reports/index.ts";
import { gradeOf, testResult } from "../fixtures/grades.ts";

const exported = {
  ID: "12",
  "SIS User ID": "s-12",
  "SIS Login ID": "ana",
  Section: "Deep Learning, 1",
  "Other (7)": "3",
  "initialization (345)": "",
};

/** How Canvas finds the columns of students in a header: see update_column_count of its importer. */
function studentColumns(header: readonly string[]): number {
  expect(header.length).toBeGreaterThan(3);
  expect(header[0]).toContain("Student");
  expect(header[1]).toContain("ID");
  const hasSis = /SIS\s+User\s+ID/.test(header[2] ?? "") && /SIS\s+Login\s+ID/.test(header[3] ?? "");
  const count = 3 + (hasSis ? 2 : 0);
  expect(header[count - 1]).toContain("Section");
  return count;
}

function book(rosterIds: Readonly<Record<string, string>>): Gradebook {
  const gradebook = new Gradebook([{ gradeId: "a", maxPoints: 10 }]);
  const rosterEntry = { student: "ana_12", name: "Doe, Ana", ids: rosterIds };
  gradebook.add(gradeOf("ana_12", [testResult("a", { points: 7.5 })], { rosterEntry }));
  gradebook.addMissing({ student: "ben_13", name: "Ben", ids: { ...rosterIds, ID: "13" } });
  return gradebook;
}

describe("canvasCsv", () => {
  test("canvasCsv has the columns that Canvas looks for, the assignment's with its number, and the points possible", () => {
    const { text, warnings } = canvasCsv(book(exported), "Initialization");
    expect(text.split("\n")).toEqual([
      "Student,ID,SIS User ID,SIS Login ID,Section,initialization (345)",
      "    Points Possible,,,,,10",
      '"Doe, Ana",12,s-12,ana,"Deep Learning, 1",7.5',
      'Ben,13,s-12,ana,"Deep Learning, 1",0',
      "",
    ]);
    expect(studentColumns(text.split("\n")[0]?.split(",") ?? [])).toBe(5);
    expect(warnings).toEqual([]);
  });

  test("canvasCsv takes the ID from the names of downloaded files, and says when only names are left", () => {
    const gradebook = new Gradebook();
    const submission = { student: "doeana_12", path: "x", name: "doeana", ids: { canvas_user: "12" } };
    gradebook.add(gradeOf("", [testResult("a")], { submission }));
    gradebook.add(gradeOf("eve", [testResult("a")]));
    const { text, warnings } = canvasCsv(gradebook, "Initialization");
    expect(text.split("\n").slice(2)).toEqual(["doeana,12,,,,10", "eve,,,,,10", ""]);
    expect(warnings).toEqual([
      "Canvas can tell these students in grades.canvas.csv by their names only: eve.",
      'grades.canvas.csv has no number for the assignment, so Canvas goes by the title "Initialization", and offers to make a new one if it has none.',
    ]);
  });

  test("canvasCsv leaves out who waits for a person: an empty cell would delete a grade", () => {
    const gradebook = book(exported);
    const pending = testResult("a", { verdict: "pending", points: 0 });
    gradebook.add(gradeOf("zoe", [pending], { rosterEntry: { student: "zoe", ids: exported } }));
    const { text, warnings } = canvasCsv(gradebook, "Initialization");
    expect(text).not.toContain("zoe");
    expect(warnings).toEqual(["Left out of grades.canvas.csv, as they wait for a person: zoe."]);
  });
});
