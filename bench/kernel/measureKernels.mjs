// @ts-check
import { join } from "node:path";
import { runProgram } from "../harness/runProgram.mjs";
import { median } from "../harness/statistics.mjs";
import { pythonCode, typescriptCode } from "./kernelCode.mjs";

/**
 * What one kernel takes: seconds, megabytes, and how many times longer loops take at the top of a cell. What it does not
 * do, or does not end with, is null.
 *
 * @typedef {{ start: number, first: number, trivial: number, imports: number | null, completion: number, inspection: number, memory: number, lines: { seconds: number | null, lines: number | null }, loops: Record<string, number> }} Figures
 * @typedef {{ name: string, figures: Figures, rounds: Figures[] }} KernelResult
 * @typedef {{ name: string, language: string, argv: string[], env: Record<string, string>, code: import("./kernelCode.mjs").Code }} KernelUnderTest
 */

/**
 * Measures the kernels in turn, every one in a fresh process.
 *
 * @param {import("../harness/Subject.mjs").Options} options
 * @returns {KernelResult[]}
 */
export function measureKernels({ root, python, folder, rounds, say }) {
  const all = kernels(root, python);
  const measured = all.map(() => /** @type {Figures[]} */ ([]));
  const cwd = join(root, "notebooks");
  for (let round = 1; round <= rounds; round++) {
    for (const [i, kernel] of all.entries()) {
      const input = JSON.stringify({ ...kernel, folder, cwd });
      measured[i]?.push(
        runProgram({
          command: python,
          args: [join(root, "bench/kernel/measureKernel.py")],
          input,
          cwd: folder,
        }),
      );
    }
    const firsts = measured.map((of) => of.at(-1)?.first.toFixed(2));
    say(`round ${round} of ${rounds}: the first 1 + 1 after ${firsts.join(", ")} s`);
  }
  return all.map(({ name }, i) => ({ name, figures: medians(measured[i] ?? []), rounds: measured[i] ?? [] }));
}

/** @param {string} root @param {string} python @returns {KernelUnderTest[]} */
function kernels(root, python) {
  const typescript = { language: "typescript", env: {}, code: typescriptCode(root) };
  const node = (/** @type {string[]} */ ...argv) => [process.execPath, ...argv];
  return [
    { ...typescript, name: "initlab", argv: node(join(root, "dist/kernel/main.js"), "{connection_file}") },
    {
      ...typescript,
      name: "tslab",
      argv: node(join(root, "node_modules/tslab/bin/tslab"), "kernel", "--config-path", "{connection_file}"),
    },
    {
      name: "ipykernel",
      language: "python",
      env: {},
      argv: [python, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
      code: pythonCode(),
    },
  ];
}

/** @param {Figures[]} rounds @returns {Figures} */
function medians(rounds) {
  const of = (/** @type {(figures: Figures) => number | null | undefined} */ pick) => {
    const values = rounds.map(pick);
    return values.some((value) => value == null) ? null : median(/** @type {number[]} */ (values));
  };
  const sure = (/** @type {(figures: Figures) => number} */ pick) => of(pick) ?? Number.NaN;
  const names = Object.keys(rounds[0]?.loops ?? {});
  return {
    start: sure((figures) => figures.start),
    first: sure((figures) => figures.first),
    trivial: sure((figures) => figures.trivial),
    imports: of((figures) => figures.imports),
    completion: sure((figures) => figures.completion),
    inspection: sure((figures) => figures.inspection),
    memory: sure((figures) => figures.memory),
    lines: { seconds: of((figures) => figures.lines.seconds), lines: of((figures) => figures.lines.lines) },
    loops: Object.fromEntries(
      names.map((name) => [name, sure((figures) => figures.loops[name] ?? Number.NaN)]),
    ),
  };
}
