import { str, type Tensor, tf } from "init_utils";
import { describe, isTensor, shapeText } from "init_utils/arguments";
import { allClose } from "./allClose.js";
import { type Check, failed, passed } from "./Check.js";

/** The right value of one parameter: its rows. */
export type Expected = readonly (readonly number[])[];

/**
 * Checks one parameter in three steps: it is a tensor, it has the expected shape, it has the expected values. A
 * step that fails ends the row, because the next one would say the same again.
 *
 * @param parameters what the student's function returned
 * @param key the name of the parameter: "W1"
 * @param expected its rows
 * @returns the checks that could be made, a failed one last; never throws
 * @example
 * checkParameter({ b1: tf.zeros([2, 1]) }, "b1", [[0], [0]]).length; // 3
 */
export function checkParameter(
  parameters: Record<string, unknown>,
  key: string,
  expected: Expected,
): Check[] {
  const shape = [expected.length, expected[0]!.length];
  const type = `the type of ${key}`;
  let tensor: Tensor;
  let values: ArrayLike<number>;
  try {
    const value = parameters[key];
    if (!isTensor(value))
      return [failed(type, `a tensor of shape ${shapeText(shape)}`, missing(parameters, key))];
    tensor = value;
    values = tensor.dataSync();
  } catch (error) {
    return [failed(type, `a tensor of shape ${shapeText(shape)}`, `something that cannot be read: ${error}`)];
  }
  const checks: Check[] = [passed(type), checkShape(key, tensor, shape)];
  if (checks[1]!.passed) checks.push(checkValues(key, tensor, values, expected));
  return checks;
}

function missing(parameters: Record<string, unknown>, key: string): string {
  return key in parameters ? describe(parameters[key]) : `no ${key}: the result is ${describe(parameters)}`;
}

function checkShape(key: string, tensor: Tensor, shape: readonly number[]): Check {
  const name = `the shape of ${key}`;
  const same =
    tensor.shape.length === shape.length && tensor.shape.every((size, axis) => size === shape[axis]);
  return same ? passed(name) : failed(name, shapeText(shape), shapeText(tensor.shape));
}

function checkValues(key: string, tensor: Tensor, values: ArrayLike<number>, expected: Expected): Check {
  const name = `the values of ${key}`;
  if (allClose(values, expected.flat())) return passed(name);
  return failed(name, str(tf.tensor(expected.map((row) => [...row]))), str(tensor));
}
