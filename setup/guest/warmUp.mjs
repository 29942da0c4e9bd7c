// @ts-check
import { importSource } from "./importSource.mjs";

/** What submissions have in common: they load the data, draw, make tensors, and are called with lists of sizes. */
const cell = `
const { load_dataset, random, str, tf } = __import("init_utils");
load_dataset();
function answer(sizes) {
  random.seed(3);
  const [columns, rows] = sizes;
  const W = random.randn(rows, columns).mul(Math.sqrt(2 / columns));
  const b = tf.zeros([rows, 1]);
  console.log(str(W), \`\${W}\`);
  if (columns < 0) throw new Error("never");
  return { W, b, W2: tf.mul(tf.randomNormal([rows, columns]), 10), shape: W.shape, data: [...W.dataSync()] };
}`;

/**
 * What a guest is asked for which does all that most submissions do.
 *
 * @param {string} root
 * @returns {Promise<Uint8Array[]>} the questions, each a kind and a body
 */
export async function warmUp(root) {
  const { questions } = await importSource(root, "src/grader/protocol/frames.ts");
  const { Exchange } = await importSource(root, "src/grader/exchange/index.ts");
  const exchange = new Exchange("judge", noTensors);
  /** @type {(sizes: readonly number[]) => Uint8Array} */
  const call = (sizes) =>
    Buffer.concat([Buffer.from([questions.call, 6, 0]), Buffer.from("answer"), exchange.encode([sizes])]);
  const json = (/** @type {number} */ kind, /** @type {object} */ value) =>
    Buffer.concat([Buffer.from([kind]), Buffer.from(JSON.stringify(value))]);
  const imports = ["init_utils", "public_tests", "@tensorflow/tfjs", "seedrandom"];
  const script = { parts: [{ text: cell, columnOffset: 0 }], isAsync: false, hasValue: false };
  return [
    json(questions.setup, { imports, seed: "warm up", clock: 0, outputBytes: 2 ** 20 }),
    json(questions.run, { name: "warm up", script: { ...script, names: [], shadows: [], imports: [] } }),
    ...[[3, 2], [2, 4], [1]].map(call),
    Buffer.concat([Buffer.from([questions.read]), Buffer.from("answer")]),
  ];
}

/** Questions hold none. */
const noTensors = {
  isTensor: () => false,
  describe: () => ({ dtype: "", shape: [], disposed: true }),
  values: () => undefined,
  make: () => ({}),
  dispose: () => {},
};

/**
 * What stands on the pipe: length, kind, the question's number, body. See src/grader/protocol/frames.ts.
 *
 * @param {readonly Uint8Array[]} asked
 * @returns {Uint8Array}
 */
export function frame(asked) {
  const number = Buffer.alloc(16);
  const framed = asked.map((question) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(question.length + number.length);
    return Buffer.concat([length, question.subarray(0, 1), number, question.subarray(1)]);
  });
  return Buffer.concat(framed);
}

/** The first thing that a guest is sent. @param {Uint8Array} program */
export function programFrame(program) {
  return frame([Buffer.concat([Buffer.from([0]), program])]);
}
