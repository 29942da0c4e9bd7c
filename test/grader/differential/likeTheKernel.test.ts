import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
// Built: they start processes.
import { CellCompiler } from "../../../dist/grader/compile/index.js";
import { Exchange, type Tensors } from "../../../dist/grader/exchange/index.js";
import {
  defaultLimits,
  type Guest,
  guestGlobals,
  openSandbox,
  type Sandbox,
} from "../../../dist/grader/sandbox/index.js";
import { releasedNotebook, solvedNotebook } from "../../clients/support/solvedNotebook.ts";
import {
  type RunningKernel,
  removeTemporaryFolders,
  startKernel,
  temporaryFolder,
} from "../../kernel/support/startKernel.ts";
import { declaredIn, probeOf } from "./probeOf.js";

/** Training is what takes long; a hundredth of it shows the same names and values. */
const codeOf = ({ cells }: typeof solvedNotebook): string[] =>
  cells.flatMap((cell) =>
    cell.cell_type === "code" ? [cell.source.replace("num_iterations = 15000", "num_iterations = 150")] : [],
  );

/** What a notebook may do beside the assignment. */
const unusual = [
  'import * as tfjs from "@tensorflow/tfjs";\nimport { random, str, tf } from "init_utils";\nimport seedrandom from "seedrandom";',
  "const a = [1, , 3], b = { c: -0, d: NaN, e: 1n, f: undefined };\nlet g = str(tf.tensor([[1, 2], [3, 4]]));",
  "class Layer { static count = 0; #size = 2; constructor() { Layer.count++; } get size() { return this.#size; } }\nconst layer = new Layer();\nlet size = layer.size, count = Layer.count;",
  "enum Kind { Zeros, He = 5 }\nnamespace Scale { export const he = Math.SQRT2; }\nlet kind = Kind[5], scale = Scale.he;",
  "const waited = await Promise.resolve(tf.ones([2]));\nfor (const x of [1, 2]) var last = x;",
  'const { default: byName, ...rest } = await import("init_utils").then((all) => ({ default: all.str(1), n: Object.keys(all).length }));',
  "random.seed(1);\nconst drawn = random.randn(2, 3), shuffled = random.permutation(5);",
  "const same = tfjs.zeros === tf.zeros;\nconst seeded = seedrandom('a').quick();",
  "const performance = 3, process = 'mine';\nlet both = performance + process;",
  "hoisted();\nfunction hoisted(): number { return 1; }\nconst e1 = hoisted.length;",
  'throw new RangeError("on purpose");',
  'const before = 1;\nconst never = decodeURIComponent("%");',
  "before;",
  "notThere;",
  "(undefined as any).x;",
  "const big = new Array(-1);",
  "await Promise.reject(new TypeError('later'));",
  "throw 'a text';",
  "let again = typeof before;\nlet again2 = typeof never;",
  "tf.tensor([1, 2]).reshape([3]);",
  "random.randn(-1);",
];

describe.each([
  ["the instructor's notebook", codeOf(solvedNotebook)],
  ["the student's notebook", codeOf(releasedNotebook)],
  ["unusual cells", unusual],
])("a guest and the kernel agree over %s", { timeout: 300_000 }, (_, cells) => {
  let kernel: RunningKernel;
  let compiler: CellCompiler;
  let sandbox: Sandbox;
  let guest: Guest;
  const inKernel: unknown[] = [];
  const inGuest: unknown[] = [];

  beforeAll(async () => {
    compiler = new CellCompiler({ globals: guestGlobals });
    [kernel, sandbox] = await Promise.all([startKernel({}, folderWithPackages()), openSandbox("auto")]);
    const imports = ["init_utils", "public_tests", "@tensorflow/tfjs", "seedrandom"];
    guest = await sandbox.start({ imports, seed: "", clock: 0, limits: defaultLimits });
    for (const cell of cells) {
      inKernel.push([await runInKernel(kernel, cell), await runInKernel(kernel, probeOf(cell))]);
      inGuest.push([
        await runInGuest(guest, compiler, cell),
        await runInGuest(guest, compiler, probeOf(cell), true),
      ]);
    }
  }, 300_000);
  afterAll(async () => {
    compiler.end();
    await sandbox.close();
    await kernel.stop();
    removeTemporaryFolders();
  });

  test.each(cells.map((cell, index) => [index, cell.slice(0, 60)] as const))("cell %i: %s", (index) => {
    expect(firstDifference(inGuest[index], inKernel[index])).toBeUndefined();
  });

  test("they were asked for names and values", () => {
    expect(cells.flatMap(declaredIn).length).toBeGreaterThan(10);
    expect(JSON.stringify(inGuest)).toMatch(/"done","\{/);
  });
});

/**
 * Where two outcomes part, with what stands there. Numbers may differ as much as training makes of the last bit: Deno and
 * Node.js have different versions of V8, whose `Math.cos` differ in it.
 */
function firstDifference(guest: unknown, kernel: unknown): { guest: string; kernel: string } | undefined {
  const [one, other] = [guest, kernel].map((outcome) => JSON.stringify(outcome).split(/(?<=[",:])/)) as [
    string[],
    string[],
  ];
  const place = one.findIndex((part, index) => part !== other[index] && !isNearly(part, other[index]));
  if (place < 0 && one.length === other.length) return undefined;
  const excerpt = (parts: string[]): string => parts.slice(Math.max(0, place - 5), place + 10).join("");
  return { guest: excerpt(one), kernel: excerpt(other) };
}

function isNearly(one: string, other = ""): boolean {
  const [x, y] = [parseFloat(one), parseFloat(other)];
  return Math.abs(x - y) <= 1e-7 * Math.max(1, Math.abs(y));
}

function folderWithPackages(): string {
  const folder = temporaryFolder();
  symlinkSync(fileURLToPath(new URL("../../../node_modules", import.meta.url)), join(folder, "node_modules"));
  return folder;
}

/** How a cell ended: "done" and what its probe found, or the error. */
async function runInKernel(kernel: RunningKernel, cell: string): Promise<unknown> {
  const { reply, outputs } = await kernel.client.execute(
    cell,
    {},
    { timeout: 60_000, metadata: { initlab: { types: "warn" } } },
  );
  if (reply.status !== "ok") return ["threw", reply.ename, reply.evalue];
  const printed = outputs
    .filter(({ header }) => header.msg_type === "stream")
    .map(({ content }) => content.text);
  return ["done", /__probe/.test(cell) ? printed.join("").trim() : ""];
}

async function runInGuest(
  guest: Guest,
  compiler: CellCompiler,
  cell: string,
  isProbe = false,
): Promise<unknown> {
  const compiled = await compiler.toScript(cell);
  if (compiled.kind !== "script") return compiled;
  const outcome = await guest.run({ name: "cell", script: compiled.script }, 60);
  if (outcome.kind === "threw") {
    const thrown = new Exchange("judge", noTensors).decode(outcome.error);
    if (!(thrown instanceof Error)) return ["threw", typeof thrown, String(thrown)];
    return ["threw", thrown.name, thrown.message];
  }
  if (outcome.kind !== "done") return outcome;
  if (!isProbe) return ["done", ""];
  const read = await guest.read("__probe", 10);
  return read.kind === "done" ? ["done", new Exchange("judge", noTensors).decode(read.value!)] : read;
}

const noTensors: Tensors = {
  isTensor: () => false,
  describe: () => ({ dtype: "", shape: [], disposed: true }),
  values: () => undefined,
  make: () => ({}),
  dispose: () => {},
};
