// @ts-check
// `npm run fuzz [-- RUNS [SEED]]`: many more broken notebooks than the tests try, 10,000 when not said otherwise, read,
// matched and graded.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [runs = "10000", seed = "8"] = process.argv.slice(2);
const root = fileURLToPath(new URL("../../..", import.meta.url));
const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
const { status } = spawnSync(
  process.execPath,
  [vitest, "run", "test/grader/fuzz", "test/grader/pipeline/fuzz.test.ts"],
  {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, FUZZ_RUNS: runs, FUZZ_SEED: seed },
  },
);
process.exitCode = status ?? 1;
