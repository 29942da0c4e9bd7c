// @ts-check
import { machine } from "../harness/machine.mjs";
import { measureTraining } from "./measureTraining.mjs";
import { trainingTable } from "./trainingTable.mjs";
import { trainingTask } from "./trainingTask.mjs";

/** @type {import("../harness/Subject.mjs").Subject} */
export const training = {
  name: "training",
  about: "model() of the notebook against NumPy, C and TensorFlow.js",
  async measure({ say, rounds, ...options }) {
    const before = machine();
    const results = measureTraining({ ...options, task: trainingTask(options.root) }, rounds, say);
    const figures = { machine: before, rounds, iterations: options.iterations, results };
    return { figures, lines: [], table: trainingTable(figures) };
  },
};
