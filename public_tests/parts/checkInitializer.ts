import { callTarget, type Target } from "./callTarget.js";
import { checkParameter, type Expected } from "./checkParameter.js";
import { report } from "./report.js";

/**
 * Checks a function that initializes the parameters of a network: calls it once, and compares every parameter of its
 * result with the expected one. Prints what it found.
 *
 * @param functionName the name that students know
 * @param target the student's function
 * @param layers_dims the sizes of the layers it is called with
 * @param expected the rows of W1, b1, …, WL, bL
 * @throws AssertionError, and nothing else, when the answer is not right
 */
export function checkInitializer(
  functionName: string,
  target: Target,
  layers_dims: readonly number[],
  expected: Readonly<Record<string, Expected>>,
): void {
  const { checks, result } = callTarget(target, layers_dims);
  const parameters = result
    ? Object.entries(expected).flatMap(([key, rows]) => checkParameter(result, key, rows))
    : [];
  report(functionName, [...checks, ...parameters]);
}
