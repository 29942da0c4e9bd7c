// @ts-check
import { median } from "../harness/statistics.mjs";

/**
 * The table of the training as Markdown, for the README and the terminal.
 *
 * @param {{ machine: ReturnType<typeof import("../harness/machine.mjs").machine>, rounds: number, iterations: number, results: import("./measureTraining.mjs").Result[] }} measured
 * @returns {string}
 */
export function trainingTable({ machine, rounds, iterations, results }) {
  const lines = results.map((result) => row(result, iterations));
  const shorter = results.find((result) => result.iterations < iterations);
  const versions = [...new Set(results.map((result) => result.versions))].filter((text) => text !== "");
  return [
    "| program | seconds | times NumPy | times C -O3 | last cost |",
    "| --- | ---: | ---: | ---: | ---: |",
    ...lines,
    "",
    `Medians of ${rounds} rounds, the programs in turn; ratios are of the same round, with the least and the greatest.`,
    "Each time is that of the first call in a fresh process, as it is for a student in a new kernel: what compiling on the",
    "fly takes is in it, imports and reading the data are not. One thread.",
    ...(shorter ? [`\\* ${number(shorter.iterations)} iterations, scaled up.`] : []),
    "",
    `${machine.cpu}, ${machine.cores} cores, ${machine.system}, load ${machine.load.toFixed(1)}; ${versions.join("; ")}.`,
  ].join("\n");
}

/** @param {import("./measureTraining.mjs").Result} result @param {number} iterations */
function row({ name, seconds, numpy, c, cost, iterations: done }, iterations) {
  const scaled = done < iterations ? "\\*" : "";
  return `| ${name}${scaled} | ${median(seconds).toFixed(2)} | ${spread(numpy)} | ${spread(c)} | ${cost} |`;
}

/** @param {import("./measureTraining.mjs").Ratio | null} ratio */
function spread(ratio) {
  if (ratio === null) return "";
  const { median: middle, min, max } = ratio;
  return `${middle.toFixed(2)} (${min.toFixed(2)}–${max.toFixed(2)})`;
}

/** @param {number} count */
function number(count) {
  return count.toLocaleString("en-US");
}
