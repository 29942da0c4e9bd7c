import { describe, shapeText } from "./describe.js";

/**
 * Returns the axis counted from the front: of a tensor of rank 3, axis -1 is 2.
 *
 * @throws TypeError when `axis` is no number, RangeError when the shape has no such axis.
 */
export function expectAxis(
  functionName: string,
  axis: unknown,
  shape: readonly number[],
  argumentName = "axis",
): number {
  const rank = shape.length;
  const limits =
    rank === 0 ? "left out (a scalar has no axes)" : `a whole number from ${-rank} to ${rank - 1}`;
  const message = `${functionName}: ${argumentName} must be ${limits} for shape ${shapeText(shape)}, but it is`;
  if (typeof axis !== "number") throw new TypeError(`${message} ${describe(axis)}`);
  if (!Number.isInteger(axis) || axis < -rank || axis >= rank)
    throw new RangeError(`${message} ${describe(axis)}`);
  return axis < 0 ? axis + rank : axis;
}

/**
 * Returns several axes, each counted from the front; all of them when `axis` is left out.
 *
 * @throws TypeError and RangeError as `expectAxis`, RangeError also when an axis comes twice.
 */
export function expectAxes(functionName: string, axis: unknown, shape: readonly number[]): number[] {
  if (axis === undefined || axis === null) return shape.map((_, i) => i);
  const axes = (Array.isArray(axis) ? axis : [axis]).map((one) => expectAxis(functionName, one, shape));
  if (new Set(axes).size === axes.length) return axes;
  throw new RangeError(`${functionName}: axis must name every axis once, but it is ${describe(axis)}`);
}
