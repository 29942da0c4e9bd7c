// @ts-check
import { machine } from "../harness/machine.mjs";
import { measurePredictions, predictionLines } from "./measurePredictions.mjs";

/** @type {import("../harness/Subject.mjs").Subject} */
export const predictions = {
  name: "predictions",
  about: "many points at once, and memory over ten trainings",
  async measure({ root, iterations }) {
    const before = machine();
    const measured = measurePredictions({ root, iterations });
    return { figures: { machine: before, ...measured }, lines: predictionLines(measured) };
  },
};
