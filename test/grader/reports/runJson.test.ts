import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Gradebook } from "../../../src/grader/gradebook/index.ts";
import { runJson, runRecordSchema } from "../../../src/grader/reports/index.ts";
import { facts } from "../fixtures/facts.ts";
import { gradeOf, testResult } from "../fixtures/grades.ts";

function book(): Gradebook {
  const gradebook = new Gradebook();
  const late = { from: "timestamp.txt", lateBySeconds: 5 };
  gradebook.add(gradeOf("a", [testResult("x", { points: 2 })], { lateness: late }));
  gradebook.add(gradeOf("b", [testResult("x")], { lateness: { from: "timestamp.txt", lateBySeconds: 0 } }));
  gradebook.add(gradeOf("c", [testResult("x", { points: 3 })]));
  gradebook.add(gradeOf("d", [testResult("x", { verdict: "pending", points: 0 })]));
  gradebook.addMissing({ student: "e", ids: {} });
  return gradebook;
}

describe("runJson", () => {
  test("runJson says what a run was made with, what it was told, how long it took and what came of it", () => {
    const record = runRecordSchema.parse(JSON.parse(runJson(facts, book())));
    expect(record).toEqual({
      schema_version: 1,
      versions: facts.versions,
      sandbox: "bubblewrap",
      started_at: "2026-03-01T10:00:00.000Z",
      ended_at: "2026-03-01T10:00:02.000Z",
      ended: "complete",
      assignments: facts.assignments,
      configuration: { out: "results", jobs: 2, format: ["coursera"] },
      counts: {
        submissions: 4,
        reused: 1,
        missing: 1,
        late: 1,
        needs_person: 1,
        decided_by_person: 0,
        verdicts: { failed: 2, passed: 1, pending: 1 },
      },
      scores: { mean: 3.75, median: 2.5, lowest: 0, highest: 10 },
      times: { seconds: 2, graded_per_second: 1.5 },
    });
  });

  test("runJson has no scores where nobody handed in anything, and no time below 0 when the clock was set back", () => {
    const record = JSON.parse(runJson({ ...facts, endedAt: facts.started - 5 }, new Gradebook()));
    expect([record.scores, record.times]).toEqual([null, { seconds: 0, graded_per_second: 0 }]);
  });

  test("docs/grading.md explains every key of run.json", () => {
    const page = readFileSync(new URL("../../../docs/grading.md", import.meta.url), "utf8");
    const record = JSON.parse(runJson(facts, book()));
    for (const group of ["counts", "scores", "times", "versions"] as const) {
      for (const key of Object.keys(record[group])) expect(page).toContain(`\`${key}\``);
    }
    for (const key of Object.keys(record)) expect(page).toContain(`\`${key}\``);
  });
});
