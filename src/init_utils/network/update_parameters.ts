import { describe } from "../arguments/describe.js";
import { expectNumber } from "../arguments/expectNumber.js";
import { expectTensor } from "../arguments/expectTensor.js";
import { expectParameters } from "../passes/readParameters.js";
import { deferredTensor } from "../tensor/deferredTensor.js";
import { doubles } from "../tensor/doubles.js";
import type { Gradients, Parameters } from "./types.js";

const name = "update_parameters";

/**
 * One step of gradient descent: W := W - learning_rate · dW and b := b - learning_rate · db in every layer.
 *
 * @param parameters `W1, b1, …, WL, bL`; they stay as they are
 * @param grads the gradients `dW1, db1, …`, each in the shape of its parameter
 * @param learning_rate the length of the step
 * @returns new parameters under the same names
 * @throws TypeError when a gradient is missing or has another shape, RangeError when learning_rate is not finite
 * @example
 * const one = tf.ones([1, 1]);
 * const grads = { dW1: one, db1: one } as Gradients;
 * str(update_parameters({ W1: one, b1: one }, grads, 0.25).W1); // [[0.75]]
 */
export function update_parameters(
  parameters: Parameters,
  grads: Gradients,
  learning_rate: number,
): Parameters {
  expectParameters(name, parameters);
  if (typeof grads !== "object" || grads === null) {
    const expected = "the gradients that backward_propagation returned";
    throw new TypeError(`${name}: grads must be ${expected}, but it is ${describe(grads)}`);
  }
  expectNumber(name, "learning_rate", learning_rate);
  const steps = stepsOf(parameters, grads as unknown as Record<string, unknown>);
  // All in one array: making one costs more than a step's arithmetic.
  const block = new Float64Array(steps.reduce((sum, { old }) => sum + old.length, 0));
  const updated: Parameters = {};
  let start = 0;
  for (const { key, shape, old, slopes } of steps) {
    for (let j = 0; j < old.length; j++) block[start + j] = old[j]! - learning_rate * slopes[j]!;
    updated[key] = deferredTensor(block.subarray(start, start + old.length), [...shape]);
    start += old.length;
  }
  return updated;
}

/** What one parameter is updated from. */
interface Step {
  readonly key: string;
  readonly shape: readonly number[];
  readonly old: Float64Array;
  readonly slopes: Float64Array;
}

function stepsOf(parameters: Parameters, grads: Record<string, unknown>): Step[] {
  const steps: Step[] = [];
  for (let l = 1; keysOf(l).W in parameters; l++) {
    const { W, b, dW, db } = keysOf(l);
    steps.push(stepOf(W, parameters[W], dW, grads[dW]), stepOf(b, parameters[b], db, grads[db]));
  }
  return steps;
}

function stepOf(key: string, parameter: unknown, slopeKey: string, slope: unknown): Step {
  const from = expectTensor(name, `parameters.${key}`, parameter);
  const slopes = doubles(expectTensor(name, `grads.${slopeKey}`, slope, from.shape));
  return { key, shape: from.shape, old: doubles(from), slopes };
}

interface Keys {
  readonly W: string;
  readonly b: string;
  readonly dW: string;
  readonly db: string;
}

/** Kept, because putting the names together takes longer than the arithmetic. */
const keys: Keys[] = [];

function keysOf(l: number): Keys {
  keys[l] ??= { W: `W${l}`, b: `b${l}`, dW: `dW${l}`, db: `db${l}` };
  return keys[l];
}
