// @ts-check
import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The cells that every kernel runs, in its own language: each loop once at the top of a cell and once in a function, with
 * a clock that prints what it took.
 *
 * @typedef {{ lines: string, completion: string, inspection: string, imports?: string, loops: Record<string, [top: string, inFunction: string]> }} Code
 */

const size = 3_000_000;

const typescriptLoops = {
  sum: [`let sum = 0;`, `for (let i = 0; i < ${size}; i++) sum += i * 0.5;`],
  array: [
    `const values = new Float64Array(1000);`,
    `for (let i = 0; i < ${size}; i++) values[i % 1000] = values[(i * 7) % 1000] * 0.5 + i;`,
  ],
  matrix: [
    `const rows = Array.from({ length: 100 }, () => new Array(100).fill(1)); let trace = 0;`,
    `for (let n = 0; n < ${size / 10_000}; n++) for (let i = 0; i < 100; i++) for (let j = 0; j < 100; j++) trace += rows[i][j] * rows[j][i];`,
  ],
};

const pythonLoops = {
  sum: ["sum = 0.0", `for i in range(${size}):\n    sum += i * 0.5`],
  array: [
    "values = [0.0] * 1000",
    `for i in range(${size}):\n    values[i % 1000] = values[(i * 7) % 1000] * 0.5 + i`,
  ],
  matrix: [
    "rows = [[1] * 100 for _ in range(100)]\ntrace = 0",
    `for n in range(${size / 10_000}):\n    for i in range(100):\n        for j in range(100):\n            trace += rows[i][j] * rows[j][i]`,
  ],
};

/** @param {string} root @returns {Code} */
export function typescriptCode(root) {
  return {
    lines: "for (let i = 0; i < 10000; i++) console.log(i);",
    completion: "Math.sq",
    inspection: "parseInt",
    imports: importCell(root),
    loops: pairs(typescriptLoops, ([before, loop], name) => {
      const timed = `const ${name}Start = performance.now();\n${before}\n${loop}\nconsole.log(performance.now() - ${name}Start);`;
      return [timed, `(() => {\n${timed}\n})();`];
    }),
  };
}

/** @returns {Code} */
export function pythonCode() {
  return {
    lines: "for i in range(10000):\n    print(i)",
    completion: "math.sq",
    inspection: "print",
    loops: pairs(pythonLoops, ([before, loop]) => {
      const timed = `import time\nstart = time.perf_counter()\n${before}\n${loop}\nprint(1000 * (time.perf_counter() - start))`;
      return [timed, `def timed():\n${timed.replaceAll(/^/gm, "    ")}\ntimed()`];
    }),
  };
}

/** The import cell of the assignment. @param {string} root */
function importCell(root) {
  const { cells } = JSON.parse(readFileSync(join(root, "notebooks", "Initialization.ipynb"), "utf8"));
  const cell = cells.find((/** @type {any} */ one) => one.metadata.nbgrader?.grade_id === "packages");
  return [cell.source].flat().join("");
}

/**
 * @param {Record<string, string[]>} loops
 * @param {(loop: string[], name: string) => [string, string]} write
 */
function pairs(loops, write) {
  return Object.fromEntries(Object.entries(loops).map(([name, loop]) => [name, write(loop, name)]));
}
