import * as init_utils from "init_utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Assignment } from "../../../src/grader/Assignment.js";
import type { Judgment } from "../../../src/grader/execution/Judgment.js";
import type { TestJudge } from "../../../src/grader/judge/index.js";
import { hintTable } from "../../public_tests/hints/hintTable.js";
import { answers, type StudentAnswer } from "../../support/answers/mistakes.js";
import { runAnswer } from "../../support/answers/runAnswer.js";
import { inProcessGuest } from "./inProcessGuest.js";
import { openJudge, theAssignment } from "./judging.js";

let judge: TestJudge;
let assignment: Assignment;
beforeAll(async () => {
  judge = await openJudge();
  assignment = await theAssignment();
});
afterAll(() => judge.close());

/** What the test cell of an exercise says of a function, as a student who got this seed is asked. */
function judged(
  exercise: "zeros" | "random" | "he",
  f: unknown,
  { seed = "1", only = "" } = {},
): Promise<Judgment> {
  const name = `initialize_parameters_${exercise}` as const;
  const cell = assignment.cells.find(({ gradeId }) => gradeId === `${name}_test`)!;
  const source = only === "" ? cell.source : only;
  const cells = assignment.cells.map((one) => (one === cell ? { ...one, source } : one));
  const question = {
    assignment: only === "" ? assignment : { ...assignment, cells },
    test: cell,
    seed,
    seconds: 10,
  };
  // As in a notebook, where the given cells import a stand-in for what the student does not define.
  const guest = inProcessGuest({ [name]: f ?? init_utils[name] });
  return judge.ask({ ...question, guest });
}

const answer = ({ ts, exercise }: StudentAnswer): unknown =>
  runAnswer(ts, `initialize_parameters_${exercise}`);

/** The hidden tests of an exercise without what students see. */
function hiddenTests(exercise: string): string {
  const { source } = assignment.cells.find(
    ({ gradeId }) => gradeId === `initialize_parameters_${exercise}_test`,
  )!;
  return source.slice(source.indexOf("// BEGIN HIDDEN TESTS"));
}

/** In a notebook, what stands in for the function is there in its place. */
const renamed =
  "No function of your own is called initialize_parameters_zeros yet: is its name written exactly so, and has its cell been run?";

describe("the judge, of real answers,", () => {
  test.each(answers.filter(({ verdict }) => verdict === "wrong"))("fails $id ($kind)", async (one) => {
    const { verdict, fraction, hint } = await judged(one.exercise, answer(one));
    expect({ verdict, fraction }).toEqual({ verdict: "failed", fraction: 0 });
    expect(hint).toBe(one.id === "z-renamed" ? renamed : hintTable[one.id]);
  });

  test.each(answers.filter(({ verdict }) => verdict === "accept"))("passes $id ($kind)", async (one) => {
    for (const seed of ["1", "another student"]) {
      const { evidence, ...judgment } = await judged(one.exercise, answer(one), { seed });
      expect(evidence?.failures).toBeUndefined();
      expect(judgment).toEqual({
        verdict: "passed",
        fraction: 1,
        hidden: false,
        message: "",
      });
    }
  });

  test.each(answers.filter(({ verdict }) => verdict === "wrong"))(
    "fails $id by the hidden tests alone, with no word of their inputs",
    async (one) => {
      const only = hiddenTests(one.exercise);
      const { verdict, hidden, message, hint } = await judged(one.exercise, answer(one), { only });
      expect({ verdict, hidden, hint }).toEqual({ verdict: "failed", hidden: true, hint: undefined });
      expect(message).toMatch(/^A hidden test failed: [a-z ,]+\.$/);
    },
  );

  test.each(["zeros", "random", "he"] as const)(
    "passes the right answer of %s for any student",
    async (kind) => {
      const right = answers.find(({ verdict, exercise }) => verdict === "accept" && exercise === kind)!;
      for (let student = 0; student < 20; student++) {
        const { verdict } = await judged(kind, answer(right), { seed: `student ${student}` });
        expect(verdict).toBe("passed");
      }
    },
  );
});
