// @ts-check
import { machine } from "../harness/machine.mjs";
import { kernelTable } from "./kernelTable.mjs";
import { measureKernels } from "./measureKernels.mjs";

/** @type {import("../harness/Subject.mjs").Subject} */
export const kernel = {
  name: "kernel",
  about: "this kernel, stock tslab and ipykernel side by side",
  async measure(options) {
    const before = machine();
    const figures = { machine: before, rounds: options.rounds, results: measureKernels(options) };
    return { figures, lines: [], table: kernelTable(figures) };
  },
};
