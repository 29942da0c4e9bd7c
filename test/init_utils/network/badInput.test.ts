import {
  backward_propagation,
  compute_loss,
  forward_propagation,
  predict,
  predict_dec,
  relu,
  sigmoid,
  type Tensor,
  tf,
  update_parameters,
} from "init_utils";
import { expect, test } from "vitest";
import { parametersOf } from "../../support/reference.js";

const X = tf.ones([2, 4]);
const Y = tf.ones([1, 4]);
const parameters = parametersOf("he", [2, 10, 5, 1]);
const [a3, cache] = forward_propagation(X, parameters);
const grads = backward_propagation(X, Y, cache);
const { W2, ...withoutW2 } = parameters;
const wrong = <T>(value: unknown): T => value as T;

test.each<[string, () => unknown, RegExp]>([
  [
    "a missing parameter",
    () => forward_propagation(X, withoutW2),
    /^forward_propagation: parameters\.W2 must be a tensor of shape \(n2, 10\), but it is undefined$/,
  ],
  [
    "a parameter of another shape",
    () => forward_propagation(X, { ...parameters, b1: tf.zeros([10]) }),
    /^forward_propagation: parameters\.b1 must be a tensor of shape \(10, 1\), but it is a float32 tensor of shape \(10,\)$/,
  ],
  [
    "weights for other inputs",
    () => forward_propagation(tf.ones([3, 4]), parameters),
    /parameters\.W1 must be a tensor of shape \(n1, 3\), but it is a float32 tensor of shape \(10, 2\)/,
  ],
  [
    "a fourth layer",
    () => forward_propagation(X, { ...parameters, W4: tf.ones([1, 1]) }),
    /^forward_propagation: the network has 3 layers, but parameters also holds W4; give layers_dims 4 sizes$/,
  ],
  [
    "no parameters",
    () => forward_propagation(X, wrong(undefined)),
    /^forward_propagation: parameters must be an object with W1, b1, W2, b2, W3, b3, but it is undefined$/,
  ],
  [
    "a promise of parameters",
    () => forward_propagation(X, wrong(Promise.resolve(parameters))),
    /a promise \(is an `await` missing\?\)/,
  ],
  [
    "an array for X",
    () => forward_propagation(wrong([[1], [2]]), parameters),
    /^forward_propagation: X must be a tensor of shape \(n0, m\), but it is an array of length 2$/,
  ],
  [
    "text in a tensor",
    () =>
      forward_propagation(
        wrong({ shape: [2, 4], dtype: "string", dataId: {}, dataSync: () => [] }),
        parameters,
      ),
    /X must be a tensor/,
  ],
  [
    "labels of another length",
    () => compute_loss(a3, tf.ones([1, 5])),
    /^compute_loss: Y must be a tensor of shape \(1, 4\), but it is a float32 tensor of shape \(1, 5\)$/,
  ],
  [
    "a number for the outputs",
    () => compute_loss(wrong(0.5), Y),
    /^compute_loss: a3 must be a tensor of shape \(n3, m\), but it is 0\.5$/,
  ],
  [
    "no cache",
    () => backward_propagation(X, Y, wrong(undefined)),
    /^backward_propagation: cache must be the cache that forward_propagation returned/,
  ],
  [
    "the cache of other examples",
    () => backward_propagation(tf.ones([2, 7]), tf.ones([1, 7]), cache),
    /^backward_propagation: cache\.a1 must be a tensor of shape \(n1, 7\)/,
  ],
  [
    "a missing gradient",
    () => update_parameters(parameters, { ...grads, dW2: wrong<Tensor>(undefined) }, 0.1),
    /^update_parameters: grads\.dW2 must be a tensor of shape \(5, 10\), but it is undefined$/,
  ],
  [
    "no gradients",
    () => update_parameters(parameters, wrong(null), 0.1),
    /^update_parameters: grads must be the gradients that backward_propagation returned, but it is null$/,
  ],
  [
    "a string for the learning rate",
    () => update_parameters(parameters, grads, wrong("0.01")),
    /^update_parameters: learning_rate must be a finite number, but it is the string "0\.01"$/,
  ],
  [
    "labels for other examples",
    () => predict(X, tf.ones([1, 5]), parameters),
    /^predict: y must be a tensor of shape \(1, 4\)/,
  ],
  [
    "swapped arguments",
    () => predict_dec(wrong(X), wrong(parameters)),
    /^forward_propagation: X must be a tensor of shape \(n0, m\), but it is an object with W1, b1/,
  ],
  [
    "text for sigmoid",
    () => sigmoid(wrong<Tensor>("1")),
    /^sigmoid: x must be a number, an array or a tensor, but it is the string "1"$/,
  ],
  [
    "nothing for relu",
    () => relu(wrong<Tensor>(undefined)),
    /^relu: x must be a number, an array or a tensor, but it is undefined$/,
  ],
])("%s is a TypeError that says what was expected and what came", (_, call, message) => {
  expect(call).toThrow(TypeError);
  expect(call).toThrow(message);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])(
  "update_parameters refuses a learning rate of %s",
  (rate) => {
    expect(() => update_parameters(parameters, grads, rate)).toThrow(RangeError);
    expect(() => update_parameters(parameters, grads, rate)).toThrow(
      `update_parameters: learning_rate must be a finite number, but it is ${rate}`,
    );
  },
);

test("forward_propagation says that a disposed parameter has been disposed", () => {
  const W1 = tf.ones([10, 2]);
  W1.dispose();
  expect(() => forward_propagation(X, { ...parameters, W1 })).toThrow(
    "forward_propagation: parameters.W1 must be a tensor of shape (n1, 2), but it is a tensor that has been disposed",
  );
});
