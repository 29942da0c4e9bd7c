// @ts-check
// `npm run test:long [-- FILTER…]`: the tests whose short form CI runs, with all of their cases.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const own = [
  "test/cli.check.test.ts",
  "test/cli.release.test.ts",
  "test/clients/nbgraderToolbar.test.ts",
  "test/jupyterlab/livePlots.test.ts",
  "test/grader/nbgrader",
  "test/grader/attacks",
  "test/grader/gradescope",
  "test/grader/run/memory.test.ts",
  "test/grader/pipeline/attacks.test.ts",
  "test/grader/run/kills.test.ts",
  "test/instructor/check",
  "test/setup/whole/studentFolder.test.ts",
];
const filters = process.argv.length > 2 ? process.argv.slice(2) : own;
const root = fileURLToPath(new URL("../..", import.meta.url));
const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
const env = { ...process.env, INITLAB_TESTS: "long" };
const { status } = spawnSync(process.execPath, [vitest, "run", ...filters], {
  cwd: root,
  stdio: "inherit",
  env,
});
process.exitCode = status ?? 1;
