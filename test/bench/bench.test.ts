import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

/** Runs the measurements, on what is installed and built, without writing anything. */
async function bench(...args: string[]): Promise<string> {
  const options = ["bench/bench.mjs", "--as-it-is", "--print", ...args];
  return (await promisify(execFile)(process.execPath, options, { cwd: root })).stdout;
}

describe("npm run bench", () => {
  test("bench measures every program that trains in one short round, and no figure is five times what it should be", async () => {
    const output = await bench("training", "predictions", "--rounds", "1", "--iterations", "6001");
    const row = (name: string) => new RegExp(`^\\| ${name}.*$`, "m").exec(output)?.[0].split(" | ") ?? [];
    const figure = (pattern: RegExp) => Number(pattern.exec(output)?.[1]);
    for (const name of ["model\\(\\) of the notebook", "NumPy"])
      expect(row(name)[4]).toMatch(/^0\.413864581707\d+ \|$/);
    expect(row("TensorFlow.js op by op, float32, cpu")[4]).toMatch(/^0\.68\d+ \|$/);
    expect(Number.parseFloat(row("model\\(\\) of the notebook")[2]!)).toBeLessThanOrEqual(5 * 0.4);
    expect(figure(/predict_dec of 175,000 points: (\d+) ms/)).toBeLessThanOrEqual(5 * 60);
    expect(figure(/of 1,000,000 points: (\d+) ms/)).toBeLessThanOrEqual(5 * 60);
    expect(figure(/of 1,000,000 points: .* (\d+) MB more/)).toBeLessThanOrEqual(5 * 20);
    expect(figure(/ten times: .* (-?\d+) MB more/)).toBeLessThanOrEqual(5 * 20);
  }, 180_000);

  test("bench measures the kernels in one round, and no figure of this one is five times what it should be", async () => {
    const output = await bench("kernel", "--rounds", "1");
    const row = (title: string) => {
      const found = output.split("\n").find((line) => line.startsWith(`| ${title}`));
      return (found ?? "").split(" | ").map(Number.parseFloat);
    };
    expect(row("process start to kernel_info")[1]).toBeLessThanOrEqual(5 * 0.3);
    expect(row("process start to the result of a first `1 + 1`")[1]).toBeLessThanOrEqual(5 * 1.5);
    expect(row("a later `1 + 1`")[1]).toBeLessThanOrEqual(5 * 40);
    expect(row("the assignment's import cell")[1]).toBeLessThanOrEqual(5 * 1);
    expect(row("10,000 lines")[1]).toBeLessThanOrEqual(5 * 0.2);
    expect(row("completion")[1]).toBeLessThanOrEqual(5 * 150);
    expect(row("inspection")[1]).toBeLessThanOrEqual(5 * 150);
    expect(row("memory of all processes")[1]).toBeLessThanOrEqual(2 * 300);
    for (const loop of ["loop at the top", "the same, typed array", "the same, matrix"]) {
      const [, ours, stock] = row(loop);
      expect(ours, loop).toBeLessThanOrEqual(5 * 8);
      expect(stock, loop).toBeGreaterThan(0);
    }
  }, 180_000);

  test("bench says which options it takes, and refuses what is no count", async () => {
    expect(await bench("--help")).toContain("--rounds 3");
    await expect(bench("speed")).rejects.toThrow(
      "There is nothing called speed to measure: it can be training, predictions, kernel",
    );
    await expect(bench("--rounds", "many")).rejects.toThrow(
      "--rounds must be a whole number of at least 1, but it is many.",
    );
  });
});
