import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { Gradebook } from "../../../src/grader/gradebook/index.ts";
import { writeRunFiles, writeStudentFiles } from "../../../src/grader/output/index.ts";
import { facts } from "../fixtures/facts.ts";
import { gradeOf, testResult } from "../fixtures/grades.ts";

const out = mkdtempSync(join(tmpdir(), "initlab-run-files-"));
afterAll(() => rmSync(out, { recursive: true }));

test("writeRunFiles tells of tables and zips of an earlier run that it was not asked for, and leaves them", async () => {
  const gradebook = new Gradebook();
  const grade = gradeOf("ana", [testResult("zeros")]);
  gradebook.add(grade);
  await writeStudentFiles(grade, { out, formats: [], packings: ["nbgrader"] });
  const told = async (tables: readonly "canvas"[], packings: readonly "nbgrader"[]) => {
    const options = { out, assignment: "Initialization", due: undefined, tables, packings };
    const warnings = await writeRunFiles(gradebook, { ...options, facts: () => facts });
    return warnings.filter((warning) => warning.includes("of an earlier run"));
  };
  expect(await told(["canvas"], ["nbgrader"])).toEqual([]);
  const names = readdirSync(out);
  expect(names).toEqual(expect.arrayContaining(["grades.canvas.csv", "feedback-nbgrader.zip"]));
  expect(await told([], ["nbgrader"])).toEqual([
    "grades.canvas.csv is of an earlier run, and may hold other points: this run was not asked for it. Name --grades or --pack again, or delete it.",
  ]);
  expect(await told([], [])).toEqual([
    expect.stringMatching(/^grades\.canvas\.csv, feedback-nbgrader\.zip are /),
  ]);
  expect(readdirSync(out)).toEqual(names);
});
