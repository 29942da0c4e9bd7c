import { describe, expect, test } from "vitest";
import { parseTable } from "../../../src/grader/csv/index.ts";
import { Gradebook } from "../../../src/grader/gradebook/index.ts";
import { gradesCsv } from "../../../src/grader/reports/index.ts";
import { gradeOf, testResult } from "../fixtures/grades.ts";

function book(): Gradebook {
  const gradebook = new Gradebook([
    { gradeId: "zeros", maxPoints: 10 },
    { gradeId: "essay", maxPoints: 5 },
  ]);
  const pending = testResult("essay", { verdict: "pending", points: 0, max_points: 5 });
  gradebook.add(
    gradeOf("=cmd|' /C calc'!A0", [testResult("zeros", { points: 2.5 }), pending], {
      lateness: { submittedAt: "2026-03-01T10:00:00.000Z", from: "timestamp.txt", lateBySeconds: 3600 },
    }),
  );
  gradebook.add(gradeOf("ana", [testResult("zeros"), testResult("essay", { points: 5, max_points: 5 })]));
  gradebook.add(
    gradeOf("cy", [testResult("zeros"), pending], { lateness: { from: "the mark LATE in the file's name" } }),
  );
  gradebook.addMissing({ student: "ben", name: "Ben, Jr.", email: "ben@example.org", ids: {} });
  return gradebook;
}

describe("gradesCsv", () => {
  test("gradesCsv has a line for each submission and each missing student, and a column for each exercise", () => {
    expect(gradesCsv(book()).split("\n")).toEqual([
      "student,name,email,zeros,essay,total,maximum,verdict,submitted_at,late,late_by_seconds,decided_by_person,needs_person",
      "'=cmd|' /C calc'!A0,,,2.5,0,2.5,15,pending,2026-03-01T10:00:00.000Z,yes,3600,,Waiting for a person's points: essay.",
      "ana,,,10,5,15,15,passed,,,,,",
      'ben,"Ben, Jr.",ben@example.org,,,0,15,missing,,,,,',
      "cy,,,10,0,10,15,pending,,yes,,,Waiting for a person's points: essay.",
      "",
    ]);
  });

  test("gradesCsv gives the same bytes in whatever order grades came", () => {
    const [one, other] = [new Gradebook(), new Gradebook()];
    const grades = ["b", "a", "c"].map((student) => gradeOf(student, [testResult("zeros")]));
    for (const grade of grades) one.add(grade);
    for (const grade of grades.toReversed()) other.add(grade);
    expect(gradesCsv(one)).toBe(gradesCsv(other));
  });

  test("gradesCsv calls an exercise otherwise that is called like a column of its own", () => {
    const gradebook = new Gradebook();
    gradebook.add(gradeOf("ana", [testResult("total", { points: 3 })]));
    const cells = parseTable(gradesCsv(gradebook), "grades.csv").rows[0]?.cells;
    expect([cells?.get("total (exercise)"), cells?.get("total")]).toEqual(["3", "3"]);
  });
});
