import { callTarget, gatherEvidence, hints, withStreams } from "public_tests";
import { describe, expect, test } from "vitest";
import { answers, type StudentAnswer } from "../../support/answers/mistakes.js";
import { runAnswer } from "../../support/answers/runAnswer.js";
import { parametersOf } from "../../support/reference.js";

/**
 * Every family of hints that has something to say of a wrong answer, the one that is shown first. Where there are two,
 * both sentences are true: the second compares sizes alone ("10 times too small").
 */
const families: Readonly<Record<string, string>> = {
  "z-blank-null": "wrongType",
  "z-w-transposed": "wrongShape",
  "z-hardcoded-10-rank3": "wrongShape",
  "z-b-scalar": "wrongType",
  "z-b-rank1": "wrongShape",
  "z-b-prev": "wrongShape",
  "z-b-zero-cols": "wrongShape",
  "z-tuple-parens": "whyItThrows",
  "z-b-ones": "wrongBiases",
  "z-lowercase-w": "wrongKeys",
  "z-key-spelled-out": "wrongKeys",
  "z-key-undefined": "wrongKeys",
  "z-loop-from-0": "whyItThrows",
  "z-loop-too-short": "wrongKeys",
  "z-no-return": "wrongResult",
  "z-loop-var-mismatch": "whyItThrows",
  "z-arg-overwritten": "fixedSizes",
  "z-literal-answer": "fixedSizes",
  "z-index-not-size": "wrongShape",
  "z-nested-object": "wrongKeys",
  "z-plain-arrays": "wrongType",
  "z-for-in": "whyItThrows",
  "z-mutates-input": "changedArgument",
  "z-python-leftovers": "whyItThrows",
  "z-missing-brace": "wrongKeys",
  "z-renamed": "wrongResult",
  "z-throws-not-implemented": "whyItThrows",
  "r-no-10": "wrongFactor wrongWeights",
  "r-01": "wrongFactor wrongWeights",
  "r-uniform": "wrongDraws",
  "r-tf-randomNormal": "differentCalls",
  "r-comma-operator": "wrongShape",
  "r-transposed-then-T": "wrongDraws",
  "r-b-random-scaled": "wrongDraws",
  "r-other-seed": "wrongDraws",
  "r-seed-in-loop": "wrongDraws",
  "r-reversed-order": "wrongDraws",
  "r-js-star-typed": "wrongType",
  "r-add-10": "wrongDraws",
  "r-w-zero": "wrongWeights",
  "r-uniform-centred": "wrongDraws",
  "h-xavier": "wrongFactor wrongWeights",
  "h-current-layer": "wrongFactor",
  "h-sqrt2-over-n": "wrongFactor wrongWeights",
  "h-divide-by-factor": "wrongFactor",
  "h-precedence": "wrongFactor",
  "h-both": "wrongFactor wrongWeights",
  "h-input-layer": "wrongFactor wrongWeights",
  "h-call-array": "whyItThrows",
  "h-empty-range": "whyItThrows",
  "h-xor": "wrongFactor",
  "h-b-random": "wrongDraws",
  "h-no-seed": "differentCalls",
  "h-math-sqrt-tensor": "wrongWeights",
};

function speaking({ exercise, ts }: StudentAnswer): string {
  const name = `initialize_parameters_${exercise}`;
  const sizes = exercise === "he" ? [3, 1, 2] : [3, 2, 1];
  const parameters = Object.entries(parametersOf(exercise, sizes));
  const expected = Object.fromEntries(
    parameters.map(([key, value]) => [key, value.arraySync() as number[][]]),
  );
  const target = runAnswer(ts, name);
  const evidence = withStreams(gatherEvidence(name, target, callTarget(target, sizes), expected));
  return Object.keys(hints)
    .filter((family) => hints[family]!(evidence) !== undefined)
    .join(" ");
}

describe("hints", () => {
  test.each(answers.filter(({ verdict }) => verdict === "wrong"))(
    "speak of $id ($kind) only where it is true",
    (answer) => {
      expect(speaking(answer)).toBe(families[answer.id]);
    },
  );

  test.each(answers.filter(({ verdict }) => verdict === "accept"))(
    "find nothing in $id ($kind), which is right",
    (answer) => {
      expect(speaking(answer)).toBe("");
    },
  );
});
