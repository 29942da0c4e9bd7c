import { describe } from "../arguments/describe.js";
import { expectTensor } from "../arguments/expectTensor.js";

/** Points of the plane, each with its class, read from tensors once. */
export interface LabelledPoints {
  readonly x1: readonly number[];
  readonly x2: readonly number[];
  readonly label: readonly number[];
}

/**
 * Reads the points X of shape (2, m) and their classes Y of shape (1, m).
 *
 * @throws TypeError for other shapes, RangeError when there is no point, a coordinate is not finite or a class is
 *   neither 0 nor 1.
 */
export function labelledPoints(functionName: string, X: unknown, Y: unknown, yName = "Y"): LabelledPoints {
  const points = expectTensor(functionName, "X", X, [2, "m"]);
  const m = points.shape[1] as number;
  if (m === 0)
    throw new RangeError(`${functionName}: X must hold at least one point, but its shape is (2, 0)`);
  const classes = expectTensor(functionName, yName, Y, [1, m]);
  const values = Array.from(points.dataSync());
  const label = Array.from(classes.dataSync(), Number);
  expectEvery(`${functionName}: X must hold finite numbers`, values, Number.isFinite);
  expectEvery(`${functionName}: ${yName} must hold 0 (red) and 1 (blue) only`, label, isClass);
  return { x1: values.slice(0, m), x2: values.slice(m), label };
}

export function isClass(value: number): boolean {
  return value === 0 || value === 1;
}

function expectEvery(expected: string, values: readonly number[], accepts: (value: number) => boolean): void {
  const index = values.findIndex((value) => !accepts(value));
  if (index >= 0) throw new RangeError(`${expected}, but it holds ${describe(values[index])}`);
}
