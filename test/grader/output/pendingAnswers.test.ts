import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parseTable } from "../../../src/grader/csv/index.ts";
import { Gradebook } from "../../../src/grader/gradebook/index.ts";
import { overridesOf } from "../../../src/grader/gradebook/readOverrides.ts";
import { pendingAnswers } from "../../../src/grader/output/pendingAnswers.ts";
import { pendingCsv } from "../../../src/grader/reports/index.ts";
import { writeResults } from "../../../src/grader/results/index.ts";
import { gradeOf, hostile, testResult } from "../fixtures/grades.ts";

const out = mkdtempSync(join(tmpdir(), "initlab-pending-"));
afterAll(() => rmSync(out, { recursive: true }));

const pending = (gradeId: string, answer: string) =>
  testResult(gradeId, {
    verdict: "pending",
    points: 0,
    message: "A person decides over this answer.",
    answer,
  });
const answers = [testResult("zeros"), pending("essay", `=1+1\n\n- ${hostile}`), pending("proof", "")];
const word = (student: string, given: string) =>
  overridesOf(parseTable(`student,test,points,who,why\n${student},${given},4,Dr. Lee,Fine\n`, "o.csv"));

async function gradebookOf(...overrides: readonly string[]): Promise<Gradebook> {
  const gradebook = new Gradebook();
  const words = ["", "essay", "*"];
  for (const [at, student] of ["ana", "ben", "cleo"].entries()) {
    const given = overrides.includes(student) ? { overrides: word(student, words[at] ?? "") } : {};
    const grade = gradeOf(student, answers, given);
    await writeResults(join(out, student), grade.results);
    gradebook.add(grade);
  }
  gradebook.addMissing({ student: "dan", ids: {} });
  return gradebook;
}

test("pendingAnswers are those on which no person has decided, by test or for all of it", async () => {
  const all = pendingAnswers(out, (await gradebookOf()).rows());
  expect(all.map(({ student, test }) => [student, test])).toEqual(
    ["ana", "ben", "cleo"].flatMap((student) => [
      [student, "essay"],
      [student, "proof"],
    ]),
  );
  const left = pendingAnswers(out, (await gradebookOf("ben", "cleo")).rows());
  expect(left.map(({ student, test }) => [student, test])).toEqual([
    ["ana", "essay"],
    ["ana", "proof"],
    ["ben", "proof"],
  ]);
});

test("pendingCsv keeps the lines of answers, writes no formulas, and is taken for overrides once it is filled in", async () => {
  const text = pendingCsv(pendingAnswers(out, (await gradebookOf()).rows()));
  const table = parseTable(text, "pending.csv");
  const [first] = table.rows;
  const answer = first?.cells.get("answer")?.split("\n");
  expect(answer?.slice(0, 2)).toEqual(["'=1+1", ""]);
  expect(answer?.[2]).toMatch(/^'- <script>/);
  expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202e\u2028]/u);
  expect(first?.cells.get("maximum")).toBe("10");
  const filled = text.replace("ana,essay,,,,", "ana,essay,7.5,Dr. Lee,Good,");
  const [line] = filled.split("\nana,proof");
  const overrides = overridesOf(parseTable(`${line}\n`, "overrides.csv"));
  expect(overrides.of("ana")).toMatchObject([{ test: "essay", points: 7.5, who: "Dr. Lee", why: "Good" }]);
});
