// @ts-check
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../process/runCommand.mjs";
import { countTests } from "./countTests.mjs";

/**
 * A part of the tests: all of them run, whatever became of those before.
 *
 * @typedef {{ title: string, run(): Promise<import("./countTests.mjs").Counts> }} Stage
 */

/**
 * What `npm test` runs after the set-up and the build: lint and types count as one check each, vitest counts its tests.
 *
 * @param {{ places: import("../process/places.mjs").Places, signal: AbortSignal, filters: readonly string[] }} options
 * @returns {Stage[]}
 */
export function stages({ places, signal, filters }) {
  const run = (/** @type {string} */ script, /** @type {string[]} */ ...args) =>
    runCommand(process.execPath, [join("node_modules", ...script.split("/")), ...args], {
      cwd: places.root,
      signal,
    });
  /**
   * @param {string} script
   * @param {string[]} args
   */
  const check = async (script, ...args) => asCheck((await run(script, ...args)).code === 0);
  return [
    { title: "lint", run: () => check("@biomejs/biome/bin/biome", "check", ".") },
    { title: "types", run: () => check("typescript/bin/tsc", "--project", "test/tsconfig.json") },
    {
      title: "tests",
      async run() {
        const report = join(places.cache, "vitest.json");
        rmSync(report, { force: true });
        const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
        const { code } = await run("vitest/vitest.mjs", "run", ...reporters, ...filters);
        return countTests(existsSync(report) ? readFileSync(report, "utf8") : null, code);
      },
    },
  ];
}

/** @param {boolean} passed */
export function asCheck(passed) {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}
