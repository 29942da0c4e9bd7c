import { tf } from "init_utils";
import { describe, expect, test } from "vitest";

/** A call as a student without types, or one who ignores them, makes it. */
// biome-ignore lint/suspicious/noExplicitAny: what is tested is what happens when the types are not heeded
const loose = tf as any;

const w = tf.variable(tf.scalar(1));
const fixed = tf.variable(tf.scalar(1), false);

const calls: [call: string, run: () => unknown, kind: typeof TypeError | typeof RangeError, words: RegExp][] =
  [
    ["tf.grad of a number", () => loose.grad(3), TypeError, /^tf\.grad: f must be a function/],
    [
      "tf.grad of what does not depend on x",
      () => tf.grad(() => tf.scalar(1))(2),
      TypeError,
      /^tf\.grad: .*depend on every x/,
    ],
    [
      "tf.grad of what returns nothing",
      () => tf.grad((() => undefined) as never)(2),
      TypeError,
      /^tf\.grad: the result of f .* undefined/,
    ],
    [
      "tf.grads without an array",
      () => loose.grads((x: tf.Tensor) => x)(3),
      TypeError,
      /^tf\.grads: xs must be an array/,
    ],
    [
      "tf.grad with a dy of another shape",
      () => tf.grad((x) => tf.square(x))([1, 2], [1]),
      TypeError,
      /^tf\.grad: dy .*\(2,\).*\(1,\)/,
    ],
    [
      "tf.variableGrads of many numbers",
      () => tf.variableGrads(() => w.add([1, 2]), [w]),
      TypeError,
      /^tf\.variableGrads: f .*\(2,\)/,
    ],
    [
      "tf.variableGrads of a fixed variable",
      () => tf.variableGrads(() => tf.square(fixed), [fixed]),
      TypeError,
      /^tf\.variableGrads: variables .*trainable/,
    ],
    [
      "tf.grad through tf.multinomial",
      () => tf.grad((x) => tf.cast(tf.multinomial(x, 2), "float32"))([1, 2]),
      TypeError,
      /^tf\.grad: .*no gradient/,
    ],
    [
      "optimizer.minimize of what does not depend on the variable",
      () => tf.train.sgd(1).minimize(() => tf.scalar(1), false, [w]),
      TypeError,
      /^tf\.train\.sgd: .*depend/,
    ],
    [
      "tf.customGrad without a gradient",
      () => loose.customGrad((x: tf.Tensor) => x)(1),
      TypeError,
      /^tf\.customGrad: f must return/,
    ],
    ["tf.train.sgd(0)", () => tf.train.sgd(0), RangeError, /^tf\.train\.sgd: learningRate .* 0/],
    ['tf.train.adam("0.1")', () => loose.train.adam("0.1"), TypeError, /^tf\.train\.adam: learningRate/],
    [
      "optimizer.minimize(3)",
      () => loose.train.sgd(1).minimize(3),
      TypeError,
      /^tf\.train\.sgd: f must be a function/,
    ],
  ];

describe("gradients and optimizers say what is wrong with an argument", () => {
  test.each(calls)("%s", (_, run, kind, words) => {
    expect(run).toThrow(kind);
    expect(run).toThrow(words);
  });
});
