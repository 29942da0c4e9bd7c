// @ts-check
import { machine } from "../harness/machine.mjs";
import { gradingTable } from "./gradingTable.mjs";
import { measureGraders } from "./measureGraders.mjs";

/** @type {import("../harness/Subject.mjs").Subject} */
export const grading = {
  name: "grading",
  about: "`initlab grade` beside nbgrader's autograde (on Linux)",
  async measure(options) {
    const before = machine();
    const figures = { machine: before, rounds: options.rounds, results: measureGraders(options) };
    return { figures, lines: [], table: gradingTable(figures) };
  },
};
