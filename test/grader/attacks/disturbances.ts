import type { Disturbance } from "./Attack.ts";

const disturbance = (name: string, cell: string): Disturbance => ({
  kind: "disturbance",
  name,
  cell,
  notInNode: "it is made for the guest",
});
const answering = (body: string): string => `function answer(x) { ${body} }`;
/** Puts something else in the place of every method of some objects. */
const spoil = (objects: string, by: string): string => `
  for (const object of [${objects}])
    for (const key of Reflect.ownKeys(object)) {
      const descriptor = Object.getOwnPropertyDescriptor(object, key);
      if (!descriptor.configurable || typeof descriptor.value !== "function" || key === "constructor") continue;
      Object.defineProperty(object, key, { ...descriptor, value: ${by} });
    }`;
const wrong = "() => 7";
const throwing = "() => { throw new Error('spoilt'); }";

export const disturbances: readonly Disturbance[] = [
  disturbance("spoils arrays", spoil("Array.prototype, Array", wrong)),
  disturbance("spoils arrays, throwing", spoil("Array.prototype, Array", throwing)),
  disturbance(
    "spoils typed arrays",
    spoil("Object.getPrototypeOf(Uint8Array.prototype), Uint8Array.prototype, DataView.prototype", wrong),
  ),
  disturbance(
    "spoils maps and sets",
    spoil("Map.prototype, Set.prototype, WeakMap.prototype, WeakSet.prototype", wrong),
  ),
  disturbance("spoils promises", spoil("Promise.prototype, Promise", wrong)),
  disturbance("spoils functions", spoil("Function.prototype", wrong)),
  disturbance(
    "spoils Reflect, Object and JSON",
    `const { ownKeys } = Reflect; ${spoil("JSON, Reflect", wrong).replace("Reflect.ownKeys", "ownKeys")}`,
  ),
  disturbance(
    "spoils strings and regular expressions",
    spoil("String.prototype, String, RegExp.prototype", wrong),
  ),
  disturbance(
    "spoils numbers, Math and BigInt",
    spoil("Number.prototype, Number, Math, BigInt.prototype", throwing),
  ),
  disturbance("spoils errors", `${spoil("Error.prototype, Error", throwing)} Error.stackTraceLimit = 0;`),
  disturbance("spoils text encoders", spoil("TextEncoder.prototype, TextDecoder.prototype", wrong)),
  disturbance(
    "spoils iterators",
    `const iterator = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())); ${spoil("iterator, Object.getPrototypeOf([][Symbol.iterator]())", wrong)}`,
  ),
  disturbance(
    "replaces the constructors",
    `globalThis.Map = globalThis.Uint8Array = globalThis.Promise = globalThis.Array = globalThis.Error = class { constructor() { return {}; } } as never;`,
  ),
  disturbance(
    "takes away every global",
    `for (const name of Reflect.ownKeys(globalThis)) try { delete globalThis[name]; } catch {}`,
  ),
  disturbance(
    "puts setters on Object.prototype",
    `
    for (const name of ["value", "thrown", "result", "args", "kind", "body", "get", "set", "next", "done", "length", "0", "1", "2"])
      Object.defineProperty(Object.prototype, name, { get: () => 7, set() {}, configurable: true });`,
  ),
  disturbance(
    "puts setters on Array.prototype",
    `
    for (let i = 0; i < 50; i++) Object.defineProperty(Array.prototype, i, { get: () => 7, set() {}, configurable: true });`,
  ),
  disturbance(
    "freezes the prototypes",
    `for (const object of [Object, Array, Function, Promise, Map, Error]) { Object.freeze(object); Object.freeze(object.prototype); }`,
  ),
  disturbance(
    "takes over the constructor of promises",
    `
    Object.defineProperty(Promise.prototype, "constructor", { get() { for (;;) {} }, configurable: true }); await null;`,
  ),
  disturbance(
    "takes over then",
    `Promise.prototype.then = function () { return new Promise(() => {}); }; await null;`,
  ),
  disturbance(
    "takes over the species",
    `Object.defineProperty(Promise, Symbol.species, { get() { throw new Error("no"); }, configurable: true }); await null;`,
  ),
  disturbance("takes over prepareStackTrace", `Error.prepareStackTrace = () => { for (;;) {} };`),
  disturbance(
    "takes over hasInstance",
    `Object.defineProperty(Function.prototype, Symbol.hasInstance, { value: () => true }) ;`,
  ),
  disturbance("takes over the helpers of imports", `globalThis.__import = globalThis.__load = () => 7;`),
  disturbance(
    "spoils init_utils",
    `import { tf, random } from "init_utils";
    for (const object of [tf, random, tf.Tensor?.prototype]) if (object)
      for (const key of Object.getOwnPropertyNames(object)) try { object[key] = () => 7; } catch {}
    ${answering("return tf.tensor;")}`,
  ),
  disturbance(
    "spoils tensors",
    `import { tf } from "init_utils"; const made = tf.tensor([1, 2]); const prototype = Object.getPrototypeOf(made);
    for (const name of ["dataSync", "shape", "dtype", "isDisposed"]) Object.defineProperty(prototype, name, { get() { throw new Error("no"); } });
    ${answering("return made;")}`,
  ),
  disturbance(
    "answers with a tensor that lies about its shape",
    `import { tf } from "init_utils"; const made = tf.tensor([1, 2]);
    try { Object.defineProperty(made, "shape", { value: [2 ** 31, 2 ** 31] }); } catch {}
    ${answering("return made;")}`,
  ),
  disturbance("answers with a cycle", answering("const all = { x, all: null }; all.all = all; return all;")),
  disturbance(
    "answers with getters that throw",
    answering("return { get a() { throw new Error('no'); }, x };"),
  ),
  disturbance("answers with getters that never return", answering("return { get a() { for (;;) {} } };")),
  disturbance(
    "answers with a getter that exits",
    answering("return { get a() { return (0, eval)('import(\"node:process\")').then((p) => p.exit(0)); } };"),
  ),
  disturbance(
    "answers with a proxy whose traps throw",
    answering("return new Proxy({}, new Proxy({}, { get() { throw new Error('no'); } }));"),
  ),
  disturbance(
    "answers with a revoked proxy",
    answering("const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy;"),
  ),
  disturbance(
    "answers with a proxy of endless keys",
    answering(
      "return new Proxy({}, { ownKeys: () => Array.from({ length: 1e6 }, (_, i) => 'k' + i), getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }), get: () => 1 });",
    ),
  ),
  disturbance(
    "answers with __proto__",
    answering(`return JSON.parse('{"__proto__": {"passed": true}, "constructor": 1}');`),
  ),
  disturbance("answers with too much", answering("return 'x'.repeat(2e8);")),
  disturbance("answers with many", answering("return Array.from({ length: 1e6 }, (_, i) => ({ i }));")),
  disturbance(
    "answers with a long, empty array",
    answering("const all = []; all.length = 2 ** 32 - 1; return all;"),
  ),
  disturbance(
    "answers with what is nested deeply",
    answering("let all = []; for (let i = 0; i < 1e5; i++) all = [all]; return all;"),
  ),
  disturbance("answers with a huge typed array", answering("return new Float64Array(2e7);")),
  disturbance(
    "answers with a detached buffer",
    answering("const all = new Uint8Array(8); structuredClone(all, { transfer: [all.buffer] }); return all;"),
  ),
  disturbance(
    "throws an error with hostile parts",
    answering(
      "const error = new Error(); Object.defineProperty(error, 'message', { get() { throw error; } }); Object.defineProperty(error, 'stack', { get() { throw error; } }); throw error;",
    ),
  ),
  disturbance(
    "throws a proxy",
    answering("throw new Proxy(new Error('no'), { get() { throw new Error('no'); } });"),
  ),
  disturbance(
    "throws terminal escapes",
    answering(`throw new Error("\\u001b]0;title\\u0007\\u001b[2J<script>alert(1)</script>");`),
  ),
  disturbance("throws undefined", answering("throw undefined;")),
  disturbance("overflows the stack", answering("return answer(x) + 1;")),
  disturbance(
    "overflows the stack when looked at",
    answering("const all = { get a() { return all.a; } }; return all;"),
  ),
  disturbance(
    "is a getter that changes its mind",
    `let n = 0; Object.defineProperty(globalThis, "answer", { get: () => (n++ % 2 ? 7 : (x) => x), configurable: true });`,
  ),
  disturbance(
    "is a getter that throws",
    `Object.defineProperty(globalThis, "answer", { get() { throw new Error("no"); }, configurable: true });`,
  ),
  disturbance(
    "is a proxy",
    `globalThis.answer = new Proxy(() => {}, { apply() { throw new Error("no"); } });`,
  ),
  disturbance(
    "changes its arguments",
    answering("arguments[0] = 7; arguments.length = 100; return arguments;"),
  ),
  disturbance(
    "rejects and throws on the side",
    `Promise.reject(new Error("side")); queueMicrotask(() => { throw new Error("side"); }); setTimeout(() => { throw new Error("side"); }, 0);`,
  ),
  disturbance(
    "closes the channel",
    `const fs = await (0, eval)("import('node:fs')"); try { fs.closeSync(1); } catch {} try { fs.closeSync(0); } catch {}`,
  ),
  disturbance(
    "exits when asked",
    `const process = await (0, eval)("import('node:process')"); ${answering("process.exit(0);")}`,
  ),
  disturbance(
    "crashes the engine",
    `const v8 = await (0, eval)("import('node:v8')"); v8.setFlagsFromString("--allow-natives-syntax"); ${answering(`return (0, eval)("%Abort('no')");`)}`,
  ),
  disturbance(
    "aborts",
    `const process = await (0, eval)("import('node:process')"); ${answering("process.abort();")}`,
  ),
  disturbance(
    "sends itself a signal",
    `const process = await (0, eval)("import('node:process')"); ${answering("process.kill(process.pid, 'SIGKILL');")}`,
  ),
];
