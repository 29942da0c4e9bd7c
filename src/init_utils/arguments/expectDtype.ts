import type { DataType } from "../tensor/types.js";
import { describe } from "./describe.js";

/**
 * Returns `value` if it is the name of an element type.
 *
 * @throws TypeError when it is no string, RangeError when it is another string.
 */
export function expectDtype(functionName: string, value: unknown): DataType {
  if (value === "float32" || value === "int32" || value === "bool") return value;
  const expected = `"float32" (whose numbers are doubles here), "int32" or "bool"`;
  const message = `${functionName}: dtype must be ${expected}, but it is ${describe(value)}`;
  throw typeof value === "string" ? new RangeError(message) : new TypeError(message);
}
