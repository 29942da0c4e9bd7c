import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readNotebook } from "../../src/notebook/index.ts";
import { root } from "../notebooks/executeNotebook.ts";
import { text } from "./support/Client.ts";
import {
  connectionFile,
  RunningKernel,
  removeTemporaryFolders,
  temporaryFolder,
} from "./support/startKernel.ts";

/** A slow or busy machine may take so many times what the kernel is built to take. */
const generous = 5;

const notebook = await readNotebook(`${root}/notebooks/Initialization.ipynb`);
const cells = notebook.cells.flatMap((cell) => (cell.cell_type === "code" ? [cell.source] : []));

let kernel: RunningKernel;
let start: number;
const seconds = (since: number): number => (performance.now() - since) / 1000;

beforeAll(async () => {
  const file = await connectionFile();
  start = performance.now();
  kernel = new RunningKernel(temporaryFolder(), file, {});
});
afterAll(async () => {
  await kernel.stop();
  removeTemporaryFolders();
});

/** The seconds that half of the runs take at most. */
async function median(times: number, run: (round: number) => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let round = 0; round < times; round++) {
    const begin = performance.now();
    await run(round);
    taken.push(seconds(begin));
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN;
}

async function run(code: string): Promise<void> {
  expect((await kernel.client.execute(code, {}, { timeout: 20_000 })).reply.status).toBe("ok");
}

const complete = (code: string) => kernel.client.ask("complete_request", { code }, { timeout: 20_000 });
const inspect = (code: string) => kernel.client.ask("inspect_request", { code }, { timeout: 20_000 });

describe("the kernel, from its start on", () => {
  it("answers kernel_info in 0.3 s", async () => {
    await kernel.ready();
    expect(seconds(start)).toBeLessThan(0.3 * generous);
  });

  it("has run a first 1 + 1 after 1.5 s", async () => {
    await run("1 + 1");
    expect(seconds(start)).toBeLessThan(1.5 * generous);
  });

  it("runs further cells in 13 ms", async () => {
    expect(await median(15, (round) => run(`${round} + 1`))).toBeLessThan(0.013 * generous);
  });

  it("runs the assignment's import cell in 1 s, and then takes less than 300 MB", async () => {
    const begin = performance.now();
    await run(cells[0] ?? "");
    expect(seconds(begin)).toBeLessThan(1 * generous);
    const megabytes = kernel.processes().map((pid) => {
      const pages = readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1];
      return (Number(pages) * 4096) / 2 ** 20;
    });
    expect(megabytes).toHaveLength(2);
    // Versions of Node.js differ by some.
    expect(megabytes.reduce((sum, one) => sum + one)).toBeLessThan(360);
  });
});

describe("the kernel, started with options for Node.js", () => {
  it("keeps the inspector's words out of the cells, and shows a rejection once", async () => {
    const options = "--inspect=0 --unhandled-rejections=strict";
    const other = new RunningKernel(temporaryFolder(), await connectionFile(), { NODE_OPTIONS: options });
    await other.ready();
    const code = 'void Promise.reject(new Error("once")); console.log("said")';
    const { outputs } = await other.client.execute(code, {}, { timeout: 20_000 });
    expect(outputs.map(({ content }) => content.text ?? content.evalue).filter(Boolean)).toEqual([
      "said\n",
      "once",
    ]);
    expect(text(other.client.iopub, "stderr")).toBe("");
    await other.stop();
  }, 30_000);
});

describe("the kernel, with the assignment's cells run", () => {
  beforeAll(async () => {
    // In the students' notebook the exercises are still to be done, and what calls them says so.
    for (const code of cells) await kernel.client.execute(code, {}, { timeout: 60_000 });
  }, 120_000);

  it("runs further cells in 40 ms", async () => {
    expect(await median(15, (round) => run(`${round} + 1`))).toBeLessThan(0.04 * generous);
  });

  it.each(["tf.ze", "train_", "const cost = Math.sq", "model(train_X, train_Y, { initialization: ", ""])(
    "completes %j in 150 ms",
    async (code) => {
      expect(await median(9, () => complete(code))).toBeLessThan(0.15 * generous);
    },
  );

  it.each(["forward_propagation", "tf.zeros", "model(", "train_X.shape"])(
    "inspects %j in 150 ms",
    async (code) => {
      expect(await median(9, () => inspect(code))).toBeLessThan(0.15 * generous);
    },
  );
});
