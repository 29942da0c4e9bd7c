import { str, tf } from "init_utils";
import { shapeText } from "init_utils/arguments";
import type { Answer } from "../answer/Answer.js";
import type { TensorData } from "../answer/Value.js";
import { allClose } from "./allClose.js";
import { type Check, failed, passed } from "./Check.js";

/** The right value of one parameter: its rows. */
export type Expected = readonly (readonly number[])[];

/** The shape of a matrix given by its rows. */
export function shapeOf(expected: Expected): number[] {
  return [expected.length, expected[0]?.length ?? 0];
}

/**
 * Checks one parameter in three steps: it is a tensor, it has the expected shape, it has the expected values. A
 * step that fails ends the row, because the next one would say the same again.
 *
 * @param answer what the student's function gave
 * @param key the name of the parameter: "W1"
 * @param expected its rows
 * @returns the checks that could be made, a failed one last; never throws
 * @example
 * checkParameter(readAnswer({ b1: tf.zeros([2, 1]) }), "b1", [[0], [0]]).length; // 3
 */
export function checkParameter(answer: Answer, key: string, expected: Expected): Check[] {
  const type = `the type of ${key}`;
  const value = answer.entries.get(key);
  if (value?.tensor) return [passed(type), ...checkTensor(key, value.tensor, expected)];
  const seen = value ? value.text : `no ${key}: the result is ${answer.value.text}`;
  return [failed(type, `a tensor of shape ${shapeText(shapeOf(expected))}`, seen, value ? "type" : "names")];
}

function checkTensor(key: string, { shape, values }: TensorData, expected: Expected): Check[] {
  const right = shapeText(shapeOf(expected));
  const [shapeName, valuesName] = [`the shape of ${key}`, `the values of ${key}`];
  if (shapeText(shape) !== right) return [failed(shapeName, right, shapeText(shape), "shape")];
  const checks = [passed(shapeName)];
  if (allClose(values, expected.flat())) return [...checks, passed(valuesName)];
  return [...checks, failed(valuesName, printed(expected.flat(), shape), printed(values, shape), "values")];
}

function printed(values: readonly number[], shape: readonly number[]): string {
  return str(tf.tensor([...values], [...shape]));
}
