// @ts-check

/** @typedef {import("./measureKernels.mjs").Figures} Figures */

/** @type {readonly [title: string, cell: (figures: Figures) => string][]} */
const rows = [
  ["process start to kernel_info", ({ start }) => seconds(start)],
  ["process start to the result of a first `1 + 1`", ({ first }) => seconds(first)],
  ["a later `1 + 1`", ({ trivial }) => milliseconds(trivial)],
  ["the assignment's import cell", ({ imports }) => (imports === null ? "" : seconds(imports))],
  ["10,000 lines, each printed by itself", ({ lines }) => printed(lines)],
  [
    "loop at the top of a cell, `sum += i * 0.5`: times its time in a function",
    ({ loops }) => times(loops.sum),
  ],
  ["the same, typed array (Python: list)", ({ loops }) => times(loops.array)],
  ["the same, matrix of arrays", ({ loops }) => times(loops.matrix)],
  ["completion of `Math.sq`", ({ completion }) => milliseconds(completion)],
  ["inspection of `parseInt` (Python: `print`)", ({ inspection }) => milliseconds(inspection)],
  [
    "memory of all processes after the import cell (Python: before)",
    ({ memory }) => `${memory.toFixed(0)} MB`,
  ],
];

/**
 * The table of the kernels as Markdown, for the README and the terminal.
 *
 * @param {{ machine: ReturnType<typeof import("../harness/machine.mjs").machine>, rounds: number, results: import("./measureKernels.mjs").KernelResult[] }} measured
 * @returns {string}
 */
export function kernelTable({ machine, rounds, results }) {
  const names = results.map(({ name }) => name);
  return [
    `| | ${names.join(" | ")} |`,
    `| --- |${names.map(() => " ---: |").join("")}`,
    ...rows.map(
      ([title, cell]) => `| ${title} | ${results.map(({ figures }) => cell(figures)).join(" | ")} |`,
    ),
    "",
    `Medians of ${rounds} rounds, the kernels in turn, each in fresh processes; loops of three million steps.`,
    "",
    `${machine.cpu}, ${machine.cores} cores, ${machine.system}, load ${machine.load.toFixed(1)}; Node ${process.versions.node}.`,
  ].join("\n");
}

/** @param {number} value */
function seconds(value) {
  return `${value.toFixed(2)} s`;
}

/** @param {number} value in seconds */
function milliseconds(value) {
  return `${(1000 * value).toFixed(value < 0.01 ? 1 : 0)} ms`;
}

/** @param {number | undefined} ratio */
function times(ratio = Number.NaN) {
  return `${ratio < 10 ? ratio.toFixed(1) : ratio.toFixed(0)}`;
}

/** @param {Figures["lines"]} lines */
function printed({ seconds: taken, lines }) {
  if (taken === null) return "never ends";
  return lines === 10_000 ? seconds(taken) : `${seconds(taken)}, ${lines} came`;
}
