import { callTarget, type Target } from "../answer/callTarget.js";
import { type Evidence, gatherEvidence, withStreams } from "../answer/Evidence.js";
import { printOf, quietly } from "../answer/quietly.js";
import { findHint } from "../hints/findHint.js";
import type { Check } from "./Check.js";
import { checkCall } from "./checkCall.js";
import { checkOtherSizes } from "./checkOtherSizes.js";
import { checkParameter, type Expected } from "./checkParameter.js";
import { checkSecondCall } from "./checkSecondCall.js";
import { notesOn } from "./notesOn.js";
import { report } from "./report.js";

/**
 * Checks a function that initializes the parameters of a network: compares every parameter of its result with the
 * expected one, and calls it again to see that it gives the same, and other shapes for other sizes. Prints what it found, with a hint to the mistake
 * when the numbers prove one. Expected weights that are a seed's random numbers times a factor are recognized as such.
 *
 * The function is called up to three times, always with an array of its own; what it prints is shown once.
 *
 * @param functionName the name that students know
 * @param target the student's function
 * @param layers_dims the sizes of the layers it is called with
 * @param expected the rows of W1, b1, …, WL, bL
 * @throws AssertionError, and nothing else, when the answer is not right
 * @example
 * // A checker for an exercise of one's own: Xavier initialization, seed 3.
 * function initialize_parameters_xavier_test(target: Target): void {
 *   checkInitializer("initialize_parameters_xavier", target, [3, 1, 2], {
 *     W1: [[1.03266513, 0.25201908, 0.05571284]],
 *     b1: [[0]],
 *     W2: [[-1.86349270], [-0.27738820]],
 *     b2: [[0], [0]],
 *   });
 * }
 * function initialize_parameters_xavier(layers_dims: number[]) {
 *   random.seed(3);
 *   const W1 = random.randn(layers_dims[1], layers_dims[0]).mul(Math.sqrt(1 / layers_dims[0]));
 *   const W2 = random.randn(layers_dims[2], layers_dims[1]).mul(Math.sqrt(1 / layers_dims[1]));
 *   return { W1, b1: tf.zeros([layers_dims[1], 1]), W2, b2: tf.zeros([layers_dims[2], 1]) };
 * }
 * initialize_parameters_xavier_test(initialize_parameters_xavier); // undefined
 */
export function checkInitializer(
  functionName: string,
  target: Target,
  layers_dims: readonly number[],
  expected: Readonly<Record<string, Expected>>,
): void {
  // Asked before the student's function runs, which may replace it.
  const { console } = globalThis;
  const log = printOf(console, "log");
  const first = callTarget(target, layers_dims);
  const evidence = quietly(console, () => gatherEvidence(functionName, target, first, expected));
  const checks = checksOf(evidence);
  const remarks = checks.every((check) => check.passed)
    ? { notes: notesOn(Object.keys(expected), first) }
    : { hint: findHint(withStreams(evidence)) };
  report(functionName, checks, { ...remarks, print: (text) => log?.call(console, text) });
}

/** The checks of the call and of every parameter, and when they are all passed, those of the other calls. */
function checksOf({ first, second, other, expected }: Evidence): Check[] {
  const returned = first.outcome === "returned" && first.value.kind === "object";
  const parameters = Object.entries(expected).map(([key, rows]) => checkParameter(first, key, rows));
  const checks = [...checkCall(first), ...(returned ? parameters.flat() : [])];
  return checks.every((check) => check.passed)
    ? [...checks, checkSecondCall(first, second), checkOtherSizes(first, other)]
    : checks;
}
