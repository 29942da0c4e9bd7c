import { tf } from "init_utils";
import { describe, expect, test } from "vitest";

/** A call as a student without types, or one who ignores them, makes it. */
// biome-ignore lint/suspicious/noExplicitAny: what is tested is what happens when the types are not heeded
const loose = tf as any;

const disposed = tf.scalar(1);
disposed.dispose();

const calls: [call: string, run: () => unknown, kind: typeof TypeError | typeof RangeError, words: RegExp][] =
  [
    [
      "tf.zeros((2, 3))",
      () => loose.zeros(3),
      TypeError,
      /^tf\.zeros: shape must be an array of sizes .*, but it is 3 .*brackets/,
    ],
    ["tf.zeros()", () => loose.zeros(), TypeError, /^tf\.zeros: shape .* but it is undefined$/],
    [
      "tf.zeros([2, undefined])",
      () => loose.zeros([2, undefined]),
      TypeError,
      /^tf\.zeros: shape\[1\] .* undefined/,
    ],
    [
      'tf.zeros([2, "3"])',
      () => loose.zeros([2, "3"]),
      TypeError,
      /^tf\.zeros: shape\[1\] .* the string "3"/,
    ],
    ["tf.zeros([2, NaN])", () => tf.zeros([2, Number.NaN]), RangeError, /^tf\.zeros: shape\[1\] .* NaN/],
    ["tf.ones([-1])", () => tf.ones([-1]), RangeError, /^tf\.ones: shape\[0\] .* -1/],
    ["tf.fill([1.5], 0)", () => tf.fill([1.5], 0), RangeError, /^tf\.fill: shape\[0\] .* 1\.5/],
    ['tf.fill([2], "0")', () => loose.fill([2], "0"), TypeError, /^tf\.fill: value .* the string "0"/],
    ["tf.zeros([1e9, 1e9])", () => tf.zeros([1e9, 1e9]), RangeError, /^tf\.zeros: shape must be smaller/],
    [
      'tf.ones([2], "float64")',
      () => loose.ones([2], "float64"),
      RangeError,
      /^tf\.ones: dtype .*doubles.* "float64"/,
    ],
    [
      "tf.tensor(rows of different length)",
      () => tf.tensor([[1, 2], [3]]),
      TypeError,
      /^tf\.tensor: values\[1\] must be an array of length 2 .* of length 1/,
    ],
    [
      'tf.tensor(["a"])',
      () => loose.tensor(["a"]),
      TypeError,
      /^tf\.tensor: values\[0\] must be a number, but it is the string "a"/,
    ],
    ["tf.tensor([1, null])", () => loose.tensor([1, null]), TypeError, /^tf\.tensor: values\[1\] .* null/],
    ["tf.tensor(undefined)", () => loose.tensor(undefined), TypeError, /^tf\.tensor: values .* undefined/],
    [
      "tf.tensor([1, 2], [3])",
      () => tf.tensor([1, 2], [3]),
      TypeError,
      /^tf\.tensor: shape \(3,\) has room for 3 values, but there are 2/,
    ],
    ["tf.tensor2d([1, 2])", () => tf.tensor2d([1, 2]), TypeError, /^tf\.tensor2d: values .* 2 dimensions/],
    ["tf.scalar([1])", () => loose.scalar([1]), TypeError, /^tf\.scalar: value .* \[1\]/],
    ["tf.linspace(0, 1, 2.5)", () => tf.linspace(0, 1, 2.5), RangeError, /^tf\.linspace: num .* 2\.5/],
    ["tf.range(0, 1, 0)", () => tf.range(0, 1, 0), RangeError, /^tf\.range: step .* 0/],
    ["tf.oneHot([0.5], 2)", () => tf.oneHot([0.5], 2), RangeError, /^tf\.oneHot: indices .* 0\.5/],
    ['tf.add("3", 2)', () => loose.add("3", 2), TypeError, /^tf\.add: a must be a tensor, .* the string "3"/],
    ["tf.add(1)", () => loose.add(1), TypeError, /^tf\.add: b .* undefined/],
    ["tf.mul(promise, 1)", () => loose.mul(Promise.resolve(1), 1), TypeError, /^tf\.mul: a .*await/],
    [
      "tf.add of shapes that do not go together",
      () => tf.add([1, 2], [1, 2, 3]),
      TypeError,
      /^tf\.add: .*a has shape \(2,\) and b has shape \(3,\)/,
    ],
    [
      "tensor.sub of shapes that do not go together",
      () => tf.ones([2, 2]).sub([1, 2, 3]),
      TypeError,
      /^tf\.sub: .*\(2, 2\).*\(3,\)/,
    ],
    [
      "tf.where of shapes that do not go together",
      () => tf.where([true, false], [1, 2, 3], 0),
      TypeError,
      /^tf\.where: .*condition.*\(2,\).*\(3,\)/,
    ],
    [
      "an operation on a disposed tensor",
      () => tf.neg(disposed),
      TypeError,
      /^tf\.neg: x .*disposed.*tf\.keep/,
    ],
    ["a method of a disposed tensor", () => disposed.neg(), TypeError, /^tf\.neg: x .*disposed/],
    [
      "tf.matMul of shapes that do not fit",
      () => tf.matMul([[1, 2]], [[1, 2]]),
      TypeError,
      /^tf\.matMul: a .*b.*2 and 1: .*\(1, 2\)/,
    ],
    ["tf.matMul of a vector", () => tf.matMul([1], [[1]]), TypeError, /^tf\.matMul: a must be a matrix/],
    [
      "tf.dot of shapes that do not fit",
      () => tf.dot([1, 2], [1, 2, 3]),
      TypeError,
      /^tf\.dot: .*\(2,\).*\(3,\)/,
    ],
    [
      "tf.outerProduct of a matrix",
      () => tf.outerProduct([[1]], [1]),
      TypeError,
      /^tf\.outerProduct: a must be a vector/,
    ],
    ["tf.norm of an unknown order", () => tf.norm([1], 3), RangeError, /^tf\.norm: order .* 3/],
    [
      "tf.sum along an axis that is not there",
      () => tf.sum([1], 1),
      RangeError,
      /^tf\.sum: axis .*-1 to 0.* 1$/,
    ],
    [
      "tf.mean along an axis named twice",
      () => tf.mean([[1]], [0, -2]),
      RangeError,
      /^tf\.mean: axis .*once/,
    ],
    ['tf.max along "rows"', () => loose.max([1], "rows"), TypeError, /^tf\.max: axis .* "rows"/],
    [
      "tf.softmax along an axis that is not there",
      () => tf.softmax([1], 2),
      RangeError,
      /^tf\.softmax: axis/,
    ],
    [
      "tf.clipByValue with limits exchanged",
      () => tf.clipByValue([1], 2, 1),
      RangeError,
      /^tf\.clipByValue: maximum/,
    ],
    ['tf.leakyRelu([1], "0.1")', () => loose.leakyRelu([1], "0.1"), TypeError, /^tf\.leakyRelu: alpha/],
    [
      "tf.reshape to another size",
      () => tf.reshape([1, 2, 3], [2, 2]),
      TypeError,
      /^tf\.reshape: shape .*3 elements/,
    ],
    [
      "tf.reshape with two sizes left free",
      () => tf.reshape([1, 2], [-1, -1]),
      RangeError,
      /^tf\.reshape: shape\[1\]/,
    ],
    [
      "tf.transpose with an axis missing",
      () => tf.transpose([[1]], [0]),
      RangeError,
      /^tf\.transpose: order/,
    ],
    ["tf.squeeze of a long axis", () => tf.squeeze([1, 2], 0), TypeError, /^tf\.squeeze: axis .*size 2/],
    ["tf.expandDims far out", () => tf.expandDims([1], 3), RangeError, /^tf\.expandDims: axis/],
    [
      "tf.tile with too few numbers",
      () => tf.tile([[1]], [2]),
      TypeError,
      /^tf\.tile: repetitions .*2 numbers/,
    ],
    ["tf.broadcastTo a smaller shape", () => tf.broadcastTo([1, 2], [3]), TypeError, /^tf\.broadcastTo: x/],
    ["tf.pad without pairs", () => loose.pad([1], [1, 1]), TypeError, /^tf\.pad: paddings/],
    [
      "tf.concat of one tensor",
      () => loose.concat(tf.scalar(1)),
      TypeError,
      /^tf\.concat: tensors must be an array/,
    ],
    [
      "tf.concat of shapes that do not fit",
      () => tf.concat([[[1, 2]], [[1]]]),
      TypeError,
      /^tf\.concat: tensors .*tensors\[1\]/,
    ],
    [
      "tf.stack of shapes that differ",
      () => tf.stack([[1], [1, 2]]),
      TypeError,
      /^tf\.stack: tensors .*tensors\[1\] has shape \(2,\)/,
    ],
    [
      "tf.split into pieces that do not add up",
      () => tf.split([1, 2, 3], 2),
      TypeError,
      /^tf\.split: sizes .*3/,
    ],
    ["tf.slice beyond the end", () => tf.slice([1, 2], 1, 5), RangeError, /^tf\.slice: .*\(2,\)/],
    [
      "tf.gather of an index that is not there",
      () => tf.gather([1, 2], [2]),
      RangeError,
      /^tf\.gather: indices .*0 to 1.* 2$/,
    ],
    [
      "tf.randomNormal with a negative deviation",
      () => tf.randomNormal([1], 0, -1),
      RangeError,
      /^tf\.randomNormal: stdDev/,
    ],
    [
      'tf.randomUniform with "bool"',
      () => loose.randomUniform([1], 0, 1, "bool"),
      RangeError,
      /^tf\.randomUniform: dtype/,
    ],
    ["tf.multinomial of one outcome", () => tf.multinomial([0], 1), RangeError, /^tf\.multinomial: logits/],
    ["tf.tidy(3)", () => loose.tidy(3), TypeError, /^tf\.tidy: fn must be a function/],
    ["tf.tidy of an asynchronous function", () => tf.tidy(async () => 1), TypeError, /^tf\.tidy: .*promise/],
    ["tf.keep(3)", () => loose.keep(3), TypeError, /^tf\.keep: tensor .* 3/],
  ];

describe("tf says what is wrong with an argument", () => {
  test.each(calls)("%s", (_, run, kind, words) => {
    expect(run).toThrow(kind);
    expect(run).toThrow(words);
  });
});
