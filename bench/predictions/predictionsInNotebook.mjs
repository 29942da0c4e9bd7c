// @ts-check
// Predicts many points at once, in a fresh process, and prints what that took as JSON.
import { forward_propagation, predict_dec, random, tf } from "init_utils";

const dims = [2, 10, 5, 1];
/** @type {Record<string, import("init_utils").Tensor>} */
const parameters = {};
random.seed(3);
for (let l = 1; l < dims.length; l++) {
  const [size, inputs] = /** @type {[number, number]} */ ([dims[l], dims[l - 1]]);
  parameters[`W${l}`] = random.randn(size, inputs).mul(Math.sqrt(2 / inputs));
  parameters[`b${l}`] = tf.zeros([size, 1]);
}

/** @param {number} count points in a square around the rings */
function points(count) {
  return tf.tensor(
    Float64Array.from({ length: 2 * count }, (_, j) => 3 * ((j * 0.618) % 1) - 1.5),
    [2, count],
  );
}

/** @param {() => unknown} work @returns {number} milliseconds */
function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const peak = () => process.resourceUsage().maxRSS / 1024;

const grid = points(175_000);
const boundary = Array.from({ length: 5 }, () => timed(() => predict_dec(parameters, grid).dataSync()));

/** The forward pass of more and more points: milliseconds, and by how many MB the most memory ever used has grown. */
const forward = [250_000, 500_000, 1_000_000].map((count) => {
  const X = points(count);
  const before = peak();
  const milliseconds = timed(() => forward_propagation(X, parameters)[0].dataSync());
  return { points: count, milliseconds, megabytes: peak() - before };
});
console.log(JSON.stringify({ boundary, forward }));
