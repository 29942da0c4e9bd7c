// @ts-check

/**
 * The table of the graders as Markdown, for the README and the terminal.
 *
 * @param {{ machine: ReturnType<typeof import("../harness/machine.mjs").machine>, rounds: number, results: import("./measureGraders.mjs").GraderResult[] }} measured
 * @returns {string}
 */
export function gradingTable({ machine, rounds, results }) {
  const [ours] = results;
  return [
    "| grader | submissions a second | CPU seconds for one | times initlab's CPU |",
    "| --- | ---: | ---: | ---: |",
    ...results.map(({ name, wall, cpu }) => {
      const times = cpu / (ours?.cpu ?? Number.NaN);
      const figures = [
        (1 / wall).toFixed(1),
        cpu.toFixed(cpu < 1 ? 3 : 2),
        times.toFixed(times < 10 ? 2 : 0),
      ];
      return `| ${name} | ${figures.join(" | ")} |`;
    }),
    "",
    `Medians of ${rounds} rounds, the graders in turn. Everything is in the times, from the start of the command to the end of`,
    `its last process: batches of ${results.map(({ count }) => count).join(", ")} notebooks, every exercise solved, visible and hidden tests, the training`,
    "cells skipped by all.",
    "",
    ...results.filter(({ name }) => name.startsWith("initlab")).map(aboutOurs),
    "(What processes share counts once; guests are not counted: each has 256 MB of its own, and ends with its submission.)",
    "",
    `${machine.cpu}, ${machine.cores} cores, ${machine.system}, load ${machine.load.toFixed(1)}; Node ${process.versions.node}.`,
  ].join("\n");
}

/** @param {import("./measureGraders.mjs").GraderResult} result */
function aboutOurs({ name, first, memory }) {
  return `\`${name.replace(", ", " --sandbox ")}\` shows the first result after ${first.toFixed(1)} s, and its own processes take at most ${memory.toFixed(0)} MB.`;
}
