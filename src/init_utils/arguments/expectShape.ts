import { describe } from "./describe.js";

/**
 * Returns a copy of `value` if it is a shape: an array of sizes, each a whole number of at least 0.
 *
 * @throws TypeError when it is not an array or holds something else than numbers, RangeError when a size is NaN,
 *   negative or a fraction.
 */
export function expectShape(functionName: string, argumentName: string, value: unknown): number[] {
  if (!Array.isArray(value)) {
    const expected = `${argumentName} must be an array of sizes like [2, 3]`;
    const advice =
      typeof value === "number" ? " (write the square brackets: `(2, 3)` is only `3` in TypeScript)" : "";
    throw new TypeError(`${functionName}: ${expected}, but it is ${describe(value)}${advice}`);
  }
  return value.map((size: unknown, i) => {
    const message = `${functionName}: ${argumentName}[${i}] must be a whole number of at least 0, but it is`;
    if (typeof size !== "number") throw new TypeError(`${message} ${describe(size)}`);
    if (!Number.isSafeInteger(size) || size < 0)
      throw new RangeError(`${message} ${describe(size)} (${argumentName} is ${describe(value)})`);
    return size;
  });
}
