import { tf } from "init_utils";
import { describe, expect, test } from "vitest";

describe("tf.grad", () => {
  test("tf.grad of x³ is 3x², and its own gradient 6x", () => {
    const cube = (x: tf.Tensor): tf.Tensor => tf.mul(x, tf.square(x));
    expect(tf.grad(cube)(2).arraySync()).toBe(12);
    expect(
      tf
        .grad((x) => tf.grad(cube)(x))(2)
        .arraySync(),
    ).toBe(12);
  });

  test("tf.grad weights the elements of the result by dy", () => {
    expect(
      tf
        .grad((x) => tf.square(x))([1, 2], [10, 1])
        .arraySync(),
    ).toEqual([20, 4]);
  });

  test("tf.grad takes a whole-number tensor for a floating-point one", () => {
    expect(
      tf
        .grad((x) => tf.square(x))(tf.tensor([3], [1], "int32"))
        .arraySync(),
    ).toEqual([6]);
  });

  test("tf.grad goes through a choice by comparison, which has no slope itself", () => {
    const leaky = (x: tf.Tensor): tf.Tensor => tf.where(tf.greater(x, 0), x, tf.mul(x, 0.1));
    expect(tf.grad(leaky)([-2, 3]).arraySync()).toEqual([0.1, 1]);
    const masked = (x: tf.Tensor): tf.Tensor =>
      tf.mul(x, tf.cast(tf.lessEqual(x, 0).logicalNot(), "float32"));
    expect(tf.grad(masked)([-2, 3]).arraySync()).toEqual([0, 1]);
    const guarded = (x: tf.Tensor): tf.Tensor => tf.where(tf.any(tf.isNaN(x)), 0, tf.square(x));
    expect(tf.grad(guarded)([-2, 3]).arraySync()).toEqual([-4, 6]);
  });
});

describe("tf.grads", () => {
  test("tf.grads goes back through concat, stack, split and unstack to the right places", () => {
    const weights = tf.tensor([1, 2, 3, 4]);
    const joined = tf.grads((a, b) => tf.mul(tf.concat([a, b]), weights))([
      [0, 0],
      [0, 0],
    ]);
    expect(joined.map((gradient) => gradient.arraySync())).toEqual([
      [1, 2],
      [3, 4],
    ]);
    const stacked = tf.grads((a, b) => tf.mul(tf.stack([a, b], 1), tf.reshape(weights, [2, 2])))([
      [0, 0],
      [0, 0],
    ]);
    expect(stacked.map((gradient) => gradient.arraySync())).toEqual([
      [1, 3],
      [2, 4],
    ]);
    const second = tf.grad((x) => tf.mul(tf.split(x, [1, 3])[1]!, [5, 6, 7]))([0, 0, 0, 0]);
    expect(second.arraySync()).toEqual([0, 5, 6, 7]);
    expect(
      tf
        .grad((x) => tf.unstack(x)[1]!)([
          [0, 0],
          [0, 0],
        ])
        .arraySync(),
    ).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });
});

describe("tf.valueAndGrad and tf.valueAndGrads", () => {
  test("tf.valueAndGrad returns f(x) and f'(x)", () => {
    const { value, grad } = tf.valueAndGrad((x) => tf.square(x))(3);
    expect([value.arraySync(), grad.arraySync()]).toEqual([9, 6]);
  });

  test("tf.valueAndGrads returns f and its gradients", () => {
    const { value, grads } = tf.valueAndGrads((a, b) => tf.matMul(a, b))([[[1, 2]], [[3], [4]]]);
    expect([value, ...grads].map((tensor) => tensor.arraySync())).toEqual([[[11]], [[3, 4]], [[1], [2]]]);
  });
});

describe("tf.variableGrads", () => {
  test("tf.variableGrads names the gradients after the variables, and takes a cost of shape (1, 1)", () => {
    const [w, b] = [tf.variable(tf.tensor([[2]]), true, "w"), tf.variable(tf.tensor([[1]]), true, "b")];
    const { value, grads } = tf.variableGrads(() => tf.add(tf.mul(w, 5), b));
    expect([value.arraySync(), grads.w!.arraySync(), grads.b!.arraySync()]).toEqual([11, [[5]], [[1]]]);
    tf.dispose([w, b]);
  });
});

describe("tf.customGrad", () => {
  test("tf.customGrad uses the gradient given, with what was saved", () => {
    const clipped = tf.customGrad((x, save) => {
      save([x]);
      return { value: tf.square(x), gradFunc: (dy, [saved]) => tf.mul(dy, tf.mul(saved!, 100)) };
    });
    expect(clipped(3).arraySync()).toBe(9);
    expect(
      tf
        .grad((x) => clipped(x))(3)
        .arraySync(),
    ).toBe(300);
  });

  test("tf.customGrad takes several arguments", () => {
    const product = tf.customGrad((a: tf.Tensor, b: tf.Tensor, _save: tf.SaveTensors) => ({
      value: tf.mul(a, b),
      gradFunc: (dy: tf.Tensor) => [tf.mul(dy, 7), tf.mul(dy, 8)],
    }));
    expect(
      tf
        .grads((a, b) => product(a, b))([2, 3])
        .map((gradient) => gradient.arraySync()),
    ).toEqual([7, 8]);
  });
});
