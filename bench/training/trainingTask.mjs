// @ts-check
import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The training data, where He initialization starts, and the costs that NumPy gets, one in 1,000 iterations.
 *
 * @typedef {{ X: number[][], Y: number[][], parameters: Record<string, number[][]>, costs: number[] }} Task
 */

/**
 * Reads the task from the tests' reference figures, so that all programs train on the same numbers.
 *
 * @param {string} root the project's folder
 * @returns {Task}
 */
export function trainingTask(root) {
  const file = join(root, "test", "reference", "numpy-reference.json");
  const { datasets, initialize, training } = JSON.parse(readFileSync(file, "utf8"));
  const isHe = (/** @type {any} */ entry) => entry.kind === "he" && String(entry.layers_dims) === "2,10,5,1";
  const { parameters } = initialize.find(isHe);
  const { costs } = training.find((/** @type {any} */ run) => run.initialization === "he");
  const keys = Object.keys(parameters);
  return {
    X: rows(datasets.train_X),
    Y: rows(datasets.train_Y),
    parameters: Object.fromEntries(keys.map((key) => [key, rows(parameters[key])])),
    costs,
  };
}

/** The last cost that a run of so many iterations keeps. @param {Task} task @param {number} iterations */
export function lastCost(task, iterations) {
  return /** @type {number} */ (task.costs[Math.floor((iterations - 1) / 1000)]);
}

/** What training.c reads. @param {Task} task @param {number} iterations */
export function asText({ X, Y, parameters }, iterations) {
  const { W1 = [], W2 = [], W3 = [] } = parameters;
  return [iterations, Y[0]?.length, X, Y, W1, W2, W3].flat(3).join(" ");
}

/** @param {{ shape: number[], data: number[] }} array @returns {number[][]} */
function rows({ shape: [count = 0, length = 0], data }) {
  return Array.from({ length: count }, (_, row) => data.slice(row * length, (row + 1) * length));
}
