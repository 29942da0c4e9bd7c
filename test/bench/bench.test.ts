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
  test("bench measures every program in one short round, and no figure is five times what it should be", async () => {
    const output = await bench("--rounds", "1", "--iterations", "6001");
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

  test("bench says which options it takes, and refuses what is no count", async () => {
    expect(await bench("--help")).toContain("--rounds 3");
    await expect(bench("--rounds", "many")).rejects.toThrow(
      "--rounds must be a whole number of at least 1, but it is many.",
    );
  });
});
