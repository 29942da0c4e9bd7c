// @ts-check
// The training as one writes it with TensorFlow.js: one operation after the other, in single precision. Reads data,
// initial parameters and the backend's name as JSON from stdin.
import { text } from "node:stream/consumers";
import * as tf from "@tensorflow/tfjs";

/** @typedef {Record<string, tf.Tensor>} Tensors */

const task = JSON.parse(await text(process.stdin));
if (task.backend !== "cpu") await import(task.package);
await tf.setBackend(task.backend);

/** @param {tf.Tensor} X @param {Tensors} parameters @returns {[tf.Tensor, Tensors]} */
function forward_propagation(X, parameters) {
  const { W1, b1, W2, b2, W3, b3 } = /** @type {any} */ (parameters);
  const z1 = tf.add(tf.matMul(W1, X), b1);
  const a1 = tf.relu(z1);
  const z2 = tf.add(tf.matMul(W2, a1), b2);
  const a2 = tf.relu(z2);
  const z3 = tf.add(tf.matMul(W3, a2), b3);
  const a3 = tf.sigmoid(z3);
  return [a3, { z1, a1, W1, b1, z2, a2, W2, b2, z3, a3, W3, b3 }];
}

/** @param {tf.Tensor} a3 @param {tf.Tensor} Y */
function compute_loss(a3, Y) {
  const ofOnes = tf.mul(tf.neg(tf.log(a3)), Y);
  const ofZeros = tf.mul(tf.neg(tf.log(tf.sub(1, a3))), tf.sub(1, Y));
  const losses = tf.add(ofOnes, ofZeros);
  const total = tf.sum(tf.where(tf.isNaN(losses), tf.zerosLike(losses), losses));
  return tf.div(total, task.Y[0].length).dataSync()[0];
}

/** @param {tf.Tensor} X @param {tf.Tensor} Y @param {Tensors} cache @returns {Tensors} */
function backward_propagation(X, Y, cache) {
  const { a1, W2, a2, W3, a3 } = /** @type {any} */ (cache);
  const dz3 = tf.div(tf.sub(a3, Y), task.Y[0].length);
  const dW3 = tf.matMul(dz3, a2, false, true);
  const db3 = tf.sum(dz3, 1, true);
  const da2 = tf.matMul(W3, dz3, true);
  const dz2 = tf.mul(da2, tf.cast(tf.greater(a2, 0), "float32"));
  const dW2 = tf.matMul(dz2, a1, false, true);
  const db2 = tf.sum(dz2, 1, true);
  const da1 = tf.matMul(W2, dz2, true);
  const dz1 = tf.mul(da1, tf.cast(tf.greater(a1, 0), "float32"));
  const dW1 = tf.matMul(dz1, /** @type {tf.Tensor2D} */ (X), false, true);
  const db1 = tf.sum(dz1, 1, true);
  return { dz3, dW3, db3, da2, dz2, dW2, db2, da1, dz1, dW1, db1 };
}

/** @param {Tensors} parameters @param {Tensors} grads @param {number} learning_rate @returns {Tensors} */
function update_parameters(parameters, grads, learning_rate) {
  const steps = Object.entries(parameters).map(([key, value]) => [
    key,
    tf.sub(value, tf.mul(/** @type {tf.Tensor} */ (grads[`d${key}`]), learning_rate)),
  ]);
  return Object.fromEntries(steps);
}

/** @param {tf.Tensor} X @param {tf.Tensor} Y @param {Tensors} initial @param {number} num_iterations */
function model(X, Y, initial, num_iterations) {
  const costs = [];
  let parameters = initial;
  for (let i = 0; i < num_iterations; i++) {
    let cost = 0;
    const updated = tf.tidy(() => {
      const [a3, cache] = forward_propagation(X, parameters);
      cost = /** @type {number} */ (compute_loss(a3, Y));
      return update_parameters(parameters, backward_propagation(X, Y, cache), 0.01);
    });
    tf.dispose(parameters);
    parameters = updated;
    if (i % 1000 === 0) costs.push(cost);
  }
  return costs;
}

const [X, Y] = [tf.tensor2d(task.X), tf.tensor2d(task.Y)];
const initial = Object.fromEntries(
  Object.entries(task.parameters).map(([key, rows]) => [key, tf.tensor2d(/** @type {number[][]} */ (rows))]),
);
const start = performance.now();
const costs = model(X, Y, initial, task.iterations);
const seconds = (performance.now() - start) / 1000;
const versions = `TensorFlow.js ${tf.version.tfjs}`;
console.log(JSON.stringify({ seconds, cost: costs.at(-1), versions }));
