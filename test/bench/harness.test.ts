import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { replaceBetween } from "../../bench/harness/replaceBetween.mjs";
import { median, ratios } from "../../bench/harness/statistics.mjs";
import { findCompiler } from "../../bench/training/compileC.mjs";
import { measureTraining } from "../../bench/training/measureTraining.mjs";
import { notebookCode } from "../../bench/training/notebookCode.mjs";
import { asText, lastCost, trainingTask } from "../../bench/training/trainingTask.mjs";

const root = join(import.meta.dirname, "../..");

describe("the measurements", () => {
  test("median is the middle one, or the mean of the two in the middle", () => {
    expect(median([3, 1, 10])).toBe(3);
    expect(median([4, 1, 10, 2])).toBe(3);
  });

  test("ratios compares round by round", () => {
    expect(ratios([1, 4, 9], [1, 2, 3])).toEqual({ median: 2, min: 1, max: 3 });
  });

  test("notebookCode has model() and its loop, without types", () => {
    const code = notebookCode(root);
    expect(code).toMatch(/^function model\(X, Y, options = \{\}\) \{$/m);
    expect(code).toContain("const [a3, cache] = forward_propagation(X, parameters);");
    expect(code).not.toContain("tf.Tensor");
  });

  test("lastCost is the cost that a run of so many iterations keeps last", () => {
    const task = trainingTask(root);
    expect([1, 1000, 1001, 15_000].map((iterations) => lastCost(task, iterations))).toEqual(
      [0, 0, 1, 14].map((k) => task.costs[k]),
    );
    expect(lastCost(task, 15_000)).toBe(0.07357895962677366);
  });

  test("asText has all that training.c reads", () => {
    expect(asText(trainingTask(root), 9).split(" ")).toHaveLength(2 + 600 + 300 + 20 + 50 + 5);
  });

  test("measureTraining refuses a program that computes something else", () => {
    const task = { ...trainingTask(root), costs: [0.5] };
    const folder = mkdtempSync(join(tmpdir(), "initlab-bench-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const options = { root, python: "no-such-python", folder, task, iterations: 1 };
    const lines: string[] = [];
    expect(() => measureTraining(options, 1, (line) => lines.push(line))).toThrow(
      "model() of the notebook computes something else: its last cost is 0.88305374634197",
    );
    expect(lines).toContain("NumPy is left out: it is not in .venv, where `npm test` puts it.");
  });

  test("findCompiler says which compiler it is, where there is one", () => {
    const found = findCompiler();
    if (found) expect(found.version).toMatch(/\d+\.\d+/);
    else expect(found).toBe(null);
  });
});

describe("replaceBetween", () => {
  test("replaceBetween replaces what stands between the markers, and nothing else", () => {
    const text = "a\n<!-- x -->\nold\n<!-- /x -->\nb\n";
    expect(replaceBetween(text, "x", "new")).toBe("a\n<!-- x -->\nnew\n<!-- /x -->\nb\n");
    expect(replaceBetween("a\n<!-- x --><!-- /x -->\n", "x", "new")).toBe(
      "a\n<!-- x -->\nnew\n<!-- /x -->\n",
    );
  });

  test.each(["none", "<!-- x --> only a start", "<!-- /x --> the wrong way round <!-- x -->"])(
    "replaceBetween leaves a text without both markers as it is: %s",
    (text) => {
      expect(replaceBetween(text, "x", "new")).toBe(text);
    },
  );
});
