import { execFile } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { root } from "../notebooks/executeNotebook.js";
import { installNode, nodeFolder, otherVersions } from "./installNode.js";

const run = promisify(execFile);

/** What depends on the Node.js that runs it: the kernel, WebAssembly, pictures, and the notebook as a whole. */
const filters = [
  "test/kernel",
  // What only the compiler does is the same on every Node.js.
  "test/cells/repl.test.ts",
  "test/cells/toScript.test.ts",
  "test/init_utils/network",
  "test/init_utils/png",
  "test/init_utils/random",
  "test/public_tests/checkers.test.ts",
  "test/examples.test.ts",
  "test/notebooks/solved.test.ts",
];
/** Two versions at once, a worker each, leave no time to be measured; the others are long, and the same on every Node.js. */
const exclusions = [
  "test/kernel/{start,documentation,install}.test.ts",
  "test/kernel/cells/console.test.ts",
  "test/init_utils/network/memory.test.ts",
];

describe.concurrent.each(otherVersions)("on Node.js %s", (version) => {
  let node: string;
  beforeAll(async () => {
    node = await installNode(version);
  }, 300_000);

  test("the kernel, init_utils, public_tests and the solved notebook pass their tests", async () => {
    expect((await run(node, ["--version"])).stdout.trim()).toBe(`v${version}`);
    const report = join(nodeFolder(version), "vitest.json");
    await rm(report, { force: true });
    const args = [join("node_modules", "vitest", "vitest.mjs"), "run", ...filters];
    const options = ["--maxWorkers=1", "--reporter=json", `--outputFile=${report}`];
    for (const file of exclusions) options.push("--exclude", file);
    await run(node, [...args, ...options], {
      cwd: root,
      maxBuffer: 2 ** 28,
      timeout: 600_000,
      killSignal: "SIGKILL",
    }).catch(() => {});
    const { numFailedTests, numPassedTests, numTotalTests, testResults } = JSON.parse(
      await readFile(report, "utf8"),
    ) as Report;
    expect(failures(testResults)).toEqual([]);
    expect(numFailedTests).toBe(0);
    expect(numPassedTests).toBe(numTotalTests);
    expect(numTotalTests).toBeGreaterThan(900);
  }, 900_000);
});

interface Report {
  numFailedTests: number;
  numPassedTests: number;
  numTotalTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

/** The failed tests, and the files that did not even load. */
function failures(files: Report["testResults"]): string[] {
  return files
    .filter(({ status }) => status !== "passed")
    .flatMap(({ name, message, assertionResults }) => [
      `${name} ${message}`,
      ...assertionResults.filter(({ status }) => status === "failed").map(({ fullName }) => fullName),
    ]);
}
