import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectionFile, RunningKernel, temporaryFolder } from "./support/startKernel.ts";

/** A slow or busy machine may take so many times what the kernel is built to take. */
const generous = 5;

describe("the kernel, from its start on", () => {
  let kernel: RunningKernel;
  let start: number;
  const seconds = (since: number): number => (performance.now() - since) / 1000;
  beforeAll(async () => {
    const file = await connectionFile();
    start = performance.now();
    kernel = new RunningKernel(temporaryFolder(), file, {});
  });
  afterAll(() => kernel.stop());

  it("answers kernel_info in 0.3 s", async () => {
    await kernel.ready();
    expect(seconds(start)).toBeLessThan(0.3 * generous);
  });

  it("has run a first 1 + 1 after 1.5 s", async () => {
    expect((await kernel.client.execute("1 + 1")).reply.status).toBe("ok");
    expect(seconds(start)).toBeLessThan(1.5 * generous);
  });

  it("runs further cells in 13 ms", async () => {
    const times: number[] = [];
    for (let round = 0; round < 15; round++) {
      const begin = performance.now();
      await kernel.client.execute(`${round} + 1`);
      times.push(seconds(begin));
    }
    expect(times.sort((a, b) => a - b)[7]).toBeLessThan(0.013 * generous);
  });

  it("imports the assignment's packages in 1 s, and then takes less than 300 MB", async () => {
    const begin = performance.now();
    const code =
      'import { tf, load_dataset } from "init_utils"; import { initialize_parameters_he_test } from "public_tests";';
    expect((await kernel.client.execute(code, {}, { timeout: 20_000 })).reply.status).toBe("ok");
    expect(seconds(begin)).toBeLessThan(1 * generous);
    const megabytes = kernel.processes().map((pid) => {
      const pages = readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1];
      return (Number(pages) * 4096) / 2 ** 20;
    });
    expect(megabytes).toHaveLength(2);
    // What one runs alone takes, with room for the differences between versions of Node.js.
    expect(megabytes.reduce((sum, one) => sum + one)).toBeLessThan(400);
  });
});
