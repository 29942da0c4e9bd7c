// @ts-check

import { runProgram } from "../harness/runProgram.mjs";
import { notebookCode } from "../training/notebookCode.mjs";

/**
 * @typedef {{ points: number, milliseconds: number, megabytes: number }} Forward
 * @typedef {{ boundary: number[], forward: Forward[], megabytes: number[] }} Predictions
 */

/**
 * Measures the prediction of many points and the memory over ten runs of `model()`.
 *
 * @param {{ root: string, iterations: number }} options
 * @returns {Predictions}
 */
export function measurePredictions({ root, iterations }) {
  const run = (/** @type {string} */ file, input = "") =>
    runProgram({ command: process.execPath, args: [file], input, cwd: root });
  const { boundary, forward } = run("bench/predictions/predictionsInNotebook.mjs");
  const input = JSON.stringify({ code: notebookCode(root), iterations });
  return { boundary, forward, megabytes: run("bench/predictions/tenRuns.mjs", input).megabytes };
}

/** @param {Predictions} predictions @returns {string[]} */
export function predictionLines({ boundary, forward, megabytes }) {
  const [first, ...later] = boundary.map((time) => time.toFixed(0));
  const [start = 0, ...ends] = megabytes;
  const growth = Math.max(...ends) - start;
  return [
    `predict_dec of 175,000 points: ${first} ms the first time, then ${later.join(", ")} (goal: below 60)`,
    ...forward.map(
      ({ points, milliseconds, megabytes }) =>
        `forward_propagation of ${points.toLocaleString("en-US")} points: ${milliseconds.toFixed(0)} ms, ` +
        `${((milliseconds * 1e6) / points).toFixed(0)} ns each, ${megabytes.toFixed(0)} MB more than before at most`,
    ),
    `model() ten times: ${start.toFixed(0)} MB after the first run, ${growth.toFixed(0)} MB more at most after the others`,
  ];
}
