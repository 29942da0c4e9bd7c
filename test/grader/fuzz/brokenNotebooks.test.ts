import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseAssignment, matchCells } from "../../../src/grader/match/index.js";
import { assignment, read } from "../fixtures/course.js";
import { brokenNotebooks } from "./brokenNotebooks.js";

/** `npm run fuzz` asks for more. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 1000);
const seed = Number(process.env.FUZZ_SEED ?? 8);
const printable = /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}]{10,2000}$/u;
const mostSeconds = 2;

describe("brokenNotebooks", () => {
  it(
    "are read and matched, or refused with a reason that can be printed",
    async () => {
      const outcomes = { program: 0, unreadable: 0, wrong_assignment: 0 };
      await fc.assert(
        fc.asyncProperty(brokenNotebooks, async ({ bytes }) => {
          const started = performance.now();
          const submission = await read(bytes);
          if (submission.kind === "unreadable") {
            outcomes.unreadable++;
            expect(submission.reason).toMatch(printable);
          } else {
            const choice = chooseAssignment(submission, [assignment]);
            if (choice.kind === "wrong_assignment") {
              outcomes.wrong_assignment++;
              expect(choice.reason).toMatch(printable);
            } else outcomes.program++;
            checkProgram(matchCells(submission, assignment));
          }
          expect(performance.now() - started).toBeLessThan(mostSeconds * 1000);
        }),
        { seed, numRuns },
      );
      for (const count of Object.values(outcomes)) expect(count).toBeGreaterThan(numRuns / 100);
    },
    numRuns * 100,
  );
});

/** The assignment's cells are all there, once, in order, and those that judge are its own. */
function checkProgram({ cells, repairs, notes }: ReturnType<typeof matchCells>): void {
  const names = cells.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const expected = assignment.cells.filter(({ cellType }) => cellType === "code");
  const solutions = expected.filter(({ role }) => role === "solution").map(({ gradeId }) => gradeId);
  expect(cells.flatMap(({ answers }) => answers).toSorted()).toEqual(solutions.toSorted());
  const fixed = expected.filter(({ role }) => role === "given" || role === "test");
  expect(cells.filter(({ role }) => role === "given" || role === "test").map(({ source }) => source)).toEqual(
    fixed.map(({ source }) => source),
  );
  for (const { message } of repairs) expect(message).toMatch(printable);
  for (const note of notes) expect(note).toMatch(printable);
}
