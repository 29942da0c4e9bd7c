// @ts-check
import { readFileSync } from "node:fs";

/**
 * @typedef {{ shape: number[], dtype: string, values: (number | boolean | string)[] }} Expected
 * @typedef {{ tensor: Expected } | { list: Argument[] } | { plain: unknown }} Argument
 * @typedef {{ function: string, arguments: Argument[], expected: unknown, dy?: Expected, gradients?: Expected[] }} Case
 * @typedef {{ name: string, arguments: unknown[], path: number[][] }} OptimizerRun
 * @typedef {{ cases: Case[], optimizers: { start: number[], target: number[], scales: number[], runs: OptimizerRun[] } }} Reference
 * @typedef {typeof import("init_utils").tf} Tf
 * @typedef {import("init_utils").Tensor} Tensor
 */

/** @type {Reference} what make_tf_operations.py computed */
export const reference = JSON.parse(
  readFileSync(new URL("../../reference/tf-operations.json", import.meta.url), "utf8"),
);

const relativeTolerance = 1e-12;

/**
 * Runs an operation as a function, as a method, and backwards, and compares with the reference.
 *
 * @param {Tf} tf
 * @param {Case} reference
 * @returns {string[]} what differs
 */
export function checkCase(tf, { function: name, arguments: given, expected, dy, gradients }) {
  const operation = operationOf(tf, name);
  const values = given.map((argument) => valueFor(tf, argument));
  const problems = differences(operation(...values), expected, name);
  const [first, ...rest] = values;
  const method =
    first instanceof tf.Tensor
      ? /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (first))[name]
      : undefined;
  // These two take their tensors in another order as methods; methods.test.ts looks at them.
  if (typeof method === "function" && name !== "where") {
    problems.push(...differences(method.call(first, ...rest), expected, `Tensor.${name}`));
  }
  if (dy && gradients) problems.push(...checkGradients(tf, operation, values, dy, gradients, name));
  return problems;
}

/**
 * @param {Tf} tf
 * @param {(...values: unknown[]) => unknown} operation
 * @param {unknown[]} values
 * @param {Expected} dy
 * @param {Expected[]} gradients
 * @param {string} name
 */
function checkGradients(tf, operation, values, dy, gradients, name) {
  const isInput = (/** @type {unknown} */ value) => value instanceof tf.Tensor && value.dtype === "float32";
  const inputs = /** @type {Tensor[]} */ (values.filter(isInput));
  const f = (/** @type {Tensor[]} */ ...xs) => {
    let next = 0;
    return /** @type {Tensor} */ (operation(...values.map((value) => (isInput(value) ? xs[next++] : value))));
  };
  const results = tf.grads(f)(inputs, /** @type {Tensor} */ (valueFor(tf, { tensor: dy })));
  return differences(results, gradients, `gradient of ${name}`);
}

/**
 * Runs an optimizer on the reference's cost and compares every step.
 *
 * @param {Tf} tf
 * @param {OptimizerRun} run
 */
export function checkOptimizer(tf, run) {
  const { start, target, scales } = reference.optimizers;
  const w = tf.variable(tf.tensor(start));
  const make = /** @type {(...values: unknown[]) => import("init_utils").tf.Optimizer} */ (
    tf.train[/** @type {"sgd"} */ (run.name)]
  );
  const optimizer = make(...run.arguments);
  const problems = run.path.flatMap((expected, step) => {
    optimizer.minimize(() => w.sub(target).square().mul(scales).sum(), false, [w]);
    return numbersDiffer(w.dataSync(), expected, `${run.name}, step ${step + 1}`);
  });
  w.dispose();
  optimizer.dispose();
  return problems;
}

/**
 * @param {Tf} tf
 * @param {string} name
 */
function operationOf(tf, name) {
  return /** @type {(...values: unknown[]) => unknown} */ (tf[/** @type {"add"} */ (name)]);
}

/**
 * @param {Tf} tf
 * @param {Argument} argument
 * @returns {unknown}
 */
function valueFor(tf, argument) {
  if ("list" in argument) return argument.list.map((item) => valueFor(tf, item));
  if ("plain" in argument) return withNumbers(argument.plain);
  const { values, shape, dtype } = argument.tensor;
  return tf.tensor(
    /** @type {number[]} */ (values.map(withNumbers)),
    shape,
    /** @type {"float32"} */ (dtype),
  );
}

/**
 * JSON has no NaN and no infinities, so the reference writes them as words.
 *
 * @param {unknown} value
 * @returns {unknown}
 */
function withNumbers(value) {
  if (Array.isArray(value)) return value.map(withNumbers);
  return value === "NaN" || value === "Infinity" || value === "-Infinity" ? Number(value) : value;
}

/**
 * @param {unknown} actual a tensor, or an array or object of tensors
 * @param {unknown} expected the same of descriptions
 * @param {string} name
 * @returns {string[]}
 */
function differences(actual, expected, name) {
  const fields = /** @type {Record<string, unknown>} */ (actual);
  if (Array.isArray(expected) && /** @type {unknown[]} */ (actual).length !== expected.length)
    return [`${name}: another number of results`];
  const { shape, dtype, values } = /** @type {Expected} */ (expected);
  if (!Array.isArray(values)) {
    return Object.entries(/** @type {object} */ (expected)).flatMap(([key, part]) =>
      differences(fields[key], part, `${name}.${key}`),
    );
  }
  const tensor = /** @type {Tensor} */ (actual);
  if (tensor.shape.join() !== shape.join()) return [`${name}: shape (${tensor.shape}) instead of (${shape})`];
  if (tensor.dtype !== dtype) return [`${name}: ${tensor.dtype} instead of ${dtype}`];
  return numbersDiffer(
    tensor.dataSync(),
    values.map((value) => Number(withNumbers(value))),
    name,
  );
}

/**
 * @param {ArrayLike<number>} actual
 * @param {number[]} expected
 * @param {string} name
 */
function numbersDiffer(actual, expected, name) {
  if (actual.length !== expected.length)
    return [`${name}: ${actual.length} numbers instead of ${expected.length}`];
  // What a sum of larger numbers leaves over is as exact as those were.
  const size = Math.max(...expected.map(Math.abs).filter(Number.isFinite), 0) * 1e-3;
  return expected.flatMap((value, i) => {
    const came = /** @type {number} */ (actual[i]);
    const isEqual = Object.is(came, value) || came === value;
    const isNear = Math.abs(came - value) <= relativeTolerance * Math.max(Math.abs(value), size);
    return isEqual || isNear ? [] : [`${name}[${i}]: ${came} instead of ${value}`];
  });
}
