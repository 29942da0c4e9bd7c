// @ts-check
// Run as a process of its own: init_utils and an ordinary TensorFlow.js together, in the order of the arguments.
// Prints one line of JSON: what differs, and what was written to the console while ours was at work.
import { checkCase, checkOptimizer, reference } from "./checkOperations.mjs";

/** @type {string[]} */
const written = [];
let listening = true;
for (const stream of [process.stdout, process.stderr]) {
  const write = stream.write.bind(stream);
  stream.write = (/** @type {string | Uint8Array} */ text) => {
    if (!listening) return write(text);
    written.push(String(text));
    return true;
  };
}

/** @type {Record<string, any>} */
const loaded = {};
for (const name of process.argv.slice(2)) {
  const module = await import(name);
  loaded[name] = module.tf ?? module.default ?? module;
}
const { init_utils: ours, "@tensorflow/tfjs": theirs } = loaded;
const problems = [];

const ourMethods = Object.getOwnPropertyNames(ours.Tensor.prototype).length;
if (theirs.Tensor.prototype.add === ours.Tensor.prototype.add) problems.push("both have the same methods");

// Theirs says hello on stderr with its first tensor; that is its own affair.
listening = false;
const stderrWrite = console.warn;
console.warn = () => {};
const foreign = theirs.tensor2d([
  [0.1, 2],
  [3, 4],
]);
const foreignProduct = theirs
  .tensor([1 / 3])
  .mul(0.1)
  .dataSync();
const foreignGradient = theirs
  .grad((/** @type {any} */ x) => x.square())(theirs.scalar(3))
  .dataSync();
console.warn = stderrWrite;
listening = true;
if (foreignProduct.constructor !== Float32Array) problems.push("theirs is no longer in single precision");
if (!(Math.abs(foreignProduct[0] - 1 / 30) <= 1e-8)) problems.push(`theirs computes ${foreignProduct[0]}`);
if (foreignGradient[0] !== 6) problems.push(`the gradient of theirs is ${foreignGradient[0]}`);

for (const one of reference.cases) problems.push(...checkCase(ours, one));
for (const run of reference.optimizers.runs) problems.push(...checkOptimizer(ours, run));

// What theirs made is read by its values, as wide as they are.
const [first] = ours.matMul(foreign, [[1], [1]]).dataSync();
if (first !== Math.fround(0.1) + 2) problems.push(`matMul of a foreign tensor gives ${first}`);
if (ours.tensor(foreign).shape.join() !== "2,2")
  problems.push("tf.tensor of a foreign tensor has another shape");
if (ours.ones([2, 2]).add(foreign).dataSync()[3] !== 5)
  problems.push("a method does not take a foreign tensor");
if (
  ours
    .grad((/** @type {any} */ x) => x.mul(foreign).sum())([
      [1, 1],
      [1, 1],
    ])
    .dataSync()[2] !== 3
)
  problems.push("no gradient beside a foreign tensor");
if (foreign instanceof ours.Tensor) problems.push("a foreign tensor counts as ours");
if (Object.getOwnPropertyNames(ours.Tensor.prototype).length !== ourMethods)
  problems.push("our methods have changed");

listening = false;
process.stdout.write(JSON.stringify({ problems: problems.slice(0, 20), written }));
