import type { Forgery } from "./Attack.ts";

const forgery = (name: string, cell: string, more: Partial<Forgery> = {}): Forgery => ({
  kind: "forgery",
  name,
  cell,
  ...more,
});
const onlyHere = { notInNode: "it is made for the guest's channel" };

/** A frame that claims to be the answer to the question of some number; the encoded value is that of nothing real. */
const frame = `const frame = (kind, number, body) => {
    const bytes = new Uint8Array(21 + body.length);
    new DataView(bytes.buffer).setUint32(0, 17 + body.length, true);
    bytes[4] = kind; bytes.set(number, 5); bytes.set(body, 21);
    return bytes;
  };
  const fs = await (0, eval)("import('node:fs')");`;

export const forgeries: readonly Forgery[] = [
  forgery(
    "says that it has passed, and leaves",
    `process.stdout.write('RESULT {"passed":true}\\n'); process.exit(0);`,
  ),
  forgery(
    "leaves without error",
    `const process = await (0, eval)("import('node:process')");
     process.stdout.write('RESULT {"passed":true}\\n'); process.exit(0);`,
  ),
  forgery("patches JSON.stringify", `JSON.stringify = () => '{"passed":true}'; function answer() {}`),
  forgery("patches what compares", `Object.is = () => true; function answer() { return 0; }`),
  forgery("patches Reflect.apply", `Reflect.apply = () => 10; Object.is = () => true; function answer() {}`),
  forgery("patches the test's function", `globalThis.naiveGrader = () => true; function answer() {}`),
  forgery(
    "defines undefined answers as right, by a getter",
    `Object.defineProperty(Object.prototype, "passed", { get: () => true, set() {}, configurable: true }); function answer() {}`,
  ),
  forgery(
    "answers with what equals everything",
    `Object.is = (a, b) => a == b;
     function answer(x) { return { valueOf: () => { const { stack } = new Error(); return world.expected(x); } }; }
     world.expected = (x) => x * x + 1;`,
  ),
  forgery(
    "answers with an object whose toJSON is right",
    `Object.is = (a, b) => JSON.stringify(a) === JSON.stringify(b);
     function answer(x) { return { toJSON: () => x * x + 1 }; }`,
  ),
  forgery(
    "answers with a proxy",
    `Object.is = (a, b) => +a === b;
     function answer(x) { return new Proxy({}, { get: (_, key) => (key === Symbol.toPrimitive ? () => x * x + 1 : undefined) }); }`,
  ),
  forgery(
    "answers before it is asked",
    `${frame}
    fs.writeSync(1, frame(0, new Uint8Array(16), new Uint8Array([1, 2, 3])));
    function answer() {}`,
    onlyHere,
  ),
  forgery(
    "answers the running cell itself, and goes on",
    `${frame}
    for (let i = 0; i < 100; i++) fs.writeSync(1, frame(0, crypto.getRandomValues(new Uint8Array(16)), new Uint8Array(0)));
    function answer() {}`,
    onlyHere,
  ),
  forgery(
    "answers more than it is asked",
    `${frame}
    function answer(x) { fs.writeSync(1, frame(0, new Uint8Array(16), new Uint8Array([1]))); return 0; }`,
    onlyHere,
  ),
  forgery(
    "answers with half a frame",
    `${frame}
    fs.writeSync(1, frame(0, new Uint8Array(16), new Uint8Array(100)).subarray(0, 50));
    function answer() { return 0; }`,
    onlyHere,
  ),
  forgery(
    "answers with a frame of 4 GB",
    `${frame}
    fs.writeSync(1, new Uint8Array([255, 255, 255, 255, 0]));
    function answer() { return 0; }`,
    onlyHere,
  ),
  forgery(
    "answers late, and twice",
    `${frame}
    function answer() {
      setTimeout(() => fs.writeSync(1, frame(0, new Uint8Array(16), new Uint8Array([1]))), 0);
      return new Promise(() => {});
    }`,
    onlyHere,
  ),
  forgery(
    "reads the questions itself",
    `const fs = await (0, eval)("import('node:fs')");
    function answer() { fs.readSync(0, new Uint8Array(1000)); return 0; }`,
    onlyHere,
  ),
  forgery(
    "says that it has printed too much",
    `${frame}
    function answer() { fs.writeSync(1, frame(2, new Uint8Array(16), new Uint8Array(0))); return 0; }`,
    onlyHere,
  ),
  forgery("answers with a promise of the right answer", `async function answer(x) { return x * x + 1; }`, {
    notInNode: "it is no forgery, but no answer either",
  }),
  forgery(
    "answers with an object that has a then",
    `function answer(x) { return { then: (f) => f(x * x + 1) }; }`,
    {
      notInNode: "it is no forgery, but no answer either",
    },
  ),
  forgery("throws the right answer", `function answer(x) { throw x * x + 1; }`, {
    notInNode: "it is no forgery, but no answer either",
  }),
  forgery("is no function", `var answer = { call: (_, x) => x * x + 1 };`, {
    notInNode: "it is no forgery, but no answer either",
  }),
];
