import type { Outcome } from "../../../src/grader/sandbox/index.ts";
import type { Excess } from "./Attack.ts";

const load = (name: string): string => `await (0, eval)("import('node:${name}')")`;

const excess = (
  name: string,
  outcomes: Outcome["kind"] | readonly Outcome["kind"][],
  cell: string,
  more: Partial<Excess> = {},
): Excess => ({
  kind: "excess",
  name,
  outcomes: typeof outcomes === "string" ? [outcomes] : outcomes,
  cell,
  ...more,
});

/** Memory runs out; whoever catches the error that comes first gets nowhere. */
const noMemory = ["out_of_memory", "threw"] as const;

export const excesses: readonly Excess[] = [
  excess("a loop", "timeout", `for (;;) {}`),
  excess(
    "a loop that catches everything",
    "timeout",
    `for (;;) { try { null.x } catch {} finally { continue } }`,
  ),
  excess(
    "a loop of microtasks",
    "timeout",
    `await new Promise(() => { const f = () => { Promise.resolve().then(f); }; f(); });`,
  ),
  excess("a loop of awaits", "timeout", `for (;;) await null;`),
  excess("a loop of timers", "timeout", `await new Promise(() => { setInterval(() => {}, 0); });`),
  excess("a promise that never settles", "timeout", `await new Promise(() => {});`, {
    notInNode: "Node.js ends when nothing is left to do",
  }),
  excess("waiting for the clock", "timeout", `const end = Date.now() + 60_000; while (Date.now() < end) {}`),
  excess(
    "Atomics.wait",
    ["timeout", "threw"],
    `Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);`,
  ),
  excess("a regular expression", "timeout", `/^(a+)+$/.test("a".repeat(60) + "!");`),
  excess(
    "a sort",
    "timeout",
    `Array.from({ length: 3e7 }, (_, i) => (i * 7919) % 30000001).sort((a, b) => a - b);`,
    {
      seconds: 1,
    },
  ),
  excess("a sort that never ends", "timeout", `[3, 1, 2].sort(() => { for (;;) {} });`),
  excess("a BigInt", ["timeout", "threw", "out_of_memory"], `let x = 3n; for (;;) x = x * x;`),
  excess("a generator", "timeout", `function* all() { for (;;) yield 1; } for (const x of all()) {}`),
  excess("a proxy that never answers", "timeout", `new Proxy({}, { get() { for (;;) {} } }).x;`),
  excess(
    "WebAssembly that loops",
    "timeout",
    `new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([
      0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 8, 1, 0, 10, 9, 1, 7, 0, 3, 64, 12, 0, 11, 11])));`,
  ),
  excess(
    "JSON",
    ["timeout", "out_of_memory", "threw"],
    `let text: any = { a: 1 };
    for (;;) text = { a: text, b: JSON.parse(JSON.stringify(text)) };`,
  ),
  excess("objects", noMemory, `const all = []; for (let i = 0; ; i++) all.push({ i, next: [i] });`, {
    seconds: 20,
  }),
  excess(
    "strings",
    noMemory,
    `const all = []; for (let i = 0; ; i++) all.push(("" + i).padEnd(1e6, "x").split("").join());`,
    { seconds: 20 },
  ),
  excess(
    "a map",
    noMemory,
    `const all = [];
    for (;;) { const map = new Map(); all.push(map); for (let i = 0; i < 1e6; i++) map.set(i, i); }`,
    { seconds: 20 },
  ),
  excess("a long array", noMemory, `const all = []; for (;;) all.push(new Array(3e7).fill(0.5));`, {
    seconds: 20,
  }),
  excess("array buffers", noMemory, `const all = []; for (;;) all.push(new Uint8Array(2 ** 24).fill(1));`, {
    seconds: 20,
  }),
  excess(
    "array buffers, in small pieces",
    noMemory,
    `const all = []; for (;;) all.push(new Uint8Array(2 ** 16).fill(1));`,
    { seconds: 20 },
  ),
  excess(
    "shared array buffers",
    noMemory,
    `const all = [];
    for (;;) all.push(new Uint8Array(new SharedArrayBuffer(2 ** 24)).fill(1));`,
    { seconds: 20 },
  ),
  excess(
    "WebAssembly's memory",
    noMemory,
    `const all = [];
    for (;;) { const { buffer } = new WebAssembly.Memory({ initial: 256 }); new Uint8Array(buffer).fill(1); all.push(buffer); }`,
    { seconds: 20 },
  ),
  excess(
    "WebAssembly's memory, growing",
    noMemory,
    `const memory = new WebAssembly.Memory({ initial: 1 });
    for (;;) { memory.grow(256); new Uint8Array(memory.buffer).fill(1); }`,
    { seconds: 20 },
  ),
  excess(
    "tensors",
    noMemory,
    `import { tf } from "init_utils"; const all = []; for (;;) all.push(tf.ones([1000, 1000]).add(1));`,
    { seconds: 20, notInNode: "the comparison has no packages" },
  ),
  excess(
    "memory, with the errors caught",
    ["timeout", "out_of_memory"],
    `const all = [];
    for (;;) { try { all.push(new Uint8Array(2 ** 24).fill(1)); } catch {} }`,
    { seconds: 3 },
  ),
  excess(
    "workers",
    ["timeout", "crashed", "out_of_memory", "threw"],
    `const { Worker } = ${load("worker_threads")};
    for (let i = 0; i < 100; i++) new Worker("for (;;) {}", { eval: true });
    await new Promise((resolve) => setInterval(() => {}, 100));`,
    { seconds: 5 },
  ),
  excess(
    "the heap's limit, set anew",
    [...noMemory, "timeout"],
    `const v8 = ${load("v8")};
    v8.setFlagsFromString("--max-old-space-size=8000");
    const all = []; for (let i = 0; ; i++) all.push({ i, next: [i] });`,
    { seconds: 20 },
  ),
  excess("printing", "flooded", `for (;;) console.log("x".repeat(1000));`),
  excess("printing in small pieces", "flooded", `for (;;) console.log();`, { seconds: 10 }),
  excess("printing without console", "flooded", `for (;;) process.stdout.write("x".repeat(1000));`),
  excess(
    "printing with errors caught",
    "flooded",
    `for (;;) try { console.error("x".repeat(1000)); } catch {}`,
  ),
  excess(
    "writing to the channel of answers",
    ["crashed", "threw"],
    `const fs = ${load("fs")};
    for (;;) fs.writeSync(1, "x".repeat(1000));`,
  ),
  excess(
    "writing to stderr",
    ["flooded", "threw"],
    `const fs = ${load("fs")};
    for (;;) try { fs.writeSync(2, "x".repeat(1000)); } catch {}`,
  ),
];
