import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { serializeNotebook } from "../../../src/notebook/index.ts";
import { code, role } from "../../notebook/notebooks.ts";
import { longForm } from "../../support/longForm.ts";
import { runInitlab } from "../../support/processes/runInitlab.js";
import { checkNotebook } from "./support/checkNotebook.js";
import { smallCourse, zeros } from "./support/smallCourse.js";

describe("initlab check", { timeout: 300_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "initlab-check-command-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const written = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  test("proves the project's assignment sound, and says how long that took", async () => {
    const { status, stdout, stderr } = await runInitlab("check");
    expect(stdout).toMatch(/✓ notebooks\/instructor\/Initialization.ipynb is sound. \(\d+\.\d s\)\n$/);
    expect(stdout).toMatch(/^\d+ wrong answers \(\d{3} made, 54 collected\): \d+ lose points/);
    expect(stderr.match(/^✓ /gm)).toHaveLength(10);
    expect(stdout + stderr).not.toContain("\x1b");
    expect(status).toBe(0);
  });

  // Two checks in full; that results are the same twice is a part of each check.
  if (longForm) {
    test("gives the same report twice, byte for byte", async () => {
      const file = written("Course.ipynb", serializeNotebook(smallCourse));
      const [one, other] = [
        await runInitlab("check", file, "--json"),
        await runInitlab("check", file, "--json", "--jobs", "1"),
      ];
      expect(one.stdout).toBe(other.stdout);
      expect(JSON.parse(one.stdout)).toMatchObject({ sound: true, findings: [] });
    });

    test("counts what does the same as the solution, and does not report it", async () => {
      const course = {
        ...smallCourse,
        cells: [
          { ...code('import { random } from "init_utils";', role("imports", ["locked"])), id: "imports" },
          {
            ...code(
              "function longest(width: number, height: number): number {\n  // BEGIN SOLUTION\n  return 2 * Math.max(width, height);\n  // END SOLUTION\n}",
              role("longest", ["solution"]),
            ),
            id: "longest",
          },
          {
            ...code(
              `const [a, b] = [random.rand(), random.rand()];
if (longest(a, b) !== Math.max(a + a, b + b) || longest(b, a) !== Math.max(a + a, b + b)) throw new Error("longest");`,
              role("longest_test", ["grade", "locked"], 1),
            ),
            id: "longest_test",
          },
        ],
      };
      const { report } = await checkNotebook(course);
      expect(report.findings).toEqual([]);
      // max(height, width) is max(width, height).
      expect(report.mistakes.equivalent).toBe(1);
      expect(report.mistakes.made).toBe(report.mistakes.caught + 1);
    });
  }

  test("holds tests to answers that were collected, wrong ones and right ones", async () => {
    const body = (rows: string) =>
      `function ${zeros}(layers_dims: number[]) {\n  const parameters: Record<string, tf.Tensor> = {};\n  for (let l = 1; l < layers_dims.length; l++) {\n    parameters["W" + l] = tf.zeros([layers_dims[l], layers_dims[l - 1]]);\n    parameters["b" + l] = tf.${rows}([layers_dims[l], 1]);\n  }\n  return parameters;\n}`;
    const entry = { exercise: "zeros", kind: "as it is called" };
    const { status, report } = await checkNotebook(smallCourse, {
      entries: [
        { id: "right-called-wrong", verdict: "wrong", ...entry, ts: body("zeros") },
        { id: "wrong-called-right", verdict: "accept", ...entry, ts: body("ones") },
        { id: "wrong", verdict: "wrong", ...entry, ts: body("ones") },
        { id: "of-another-course", verdict: "wrong", exercise: "trees", kind: "", ts: "const tree = 1;" },
      ],
    });
    expect(status).toBe(1);
    expect(report.findings.map(({ kind, cell_name, tests }) => [kind, cell_name, tests])).toEqual([
      ["weak-test", zeros, [`${zeros}_test`]],
      ["right-answer-fails", `${zeros}_test`, undefined],
    ]);
    expect(report.mistakes.collected).toBe(2);
  });

  test.each([
    ["a notebook that is not there", () => [join(folder, "None.ipynb")], /None.ipynb: there is no such file/],
    ["no JSON", () => [written("Bad.ipynb", '{"cells": [')], /Bad.ipynb, line 1: not JSON/],
    [
      "an old format",
      () => [written("Old.ipynb", '{"nbformat": 3, "worksheets": []}')],
      /nbformat 3 is too old/,
    ],
    [
      "mistakes that are none",
      () => [written("Fine.ipynb", serializeNotebook(smallCourse)), "--mistakes", written("m.json", "[]")],
      /m.json: .*entry has id/,
    ],
    ["an unknown option", () => ["--fast"], /unknown option/],
    ["jobs that are no number", () => ["--jobs", "many"], /whole number/],
  ])("cannot check %s, and says so with exit code 2", async (_, args, message) => {
    const { status, stdout, stderr } = await runInitlab("check", ...args());
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
  });

  test("has a help with examples", async () => {
    const { status, stdout } = await runInitlab("check", "--help");
    expect(status).toBe(0);
    expect(stdout).toContain("npx --no initlab check course/instructor/Trees.ipynb");
    expect(stdout).toContain("Exit codes: 0 sound, 1 not sound, 2 cannot be checked");
  });
});
