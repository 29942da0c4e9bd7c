import { tf } from "init_utils";
import { describe, expect, test } from "vitest";
import { printCall, printValue } from "../../../src/grader/asking/printValue.js";
import { unreadable } from "../../../src/grader/values/standIns.js";

const loop: unknown[] = [];
loop.push(loop, { loop });
const wide = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`key${index}`, loop]));
const throwing = {
  get a(): never {
    throw new Error("no");
  },
  b: 1,
};

describe("printValue", () => {
  test.each<[string, unknown, string]>([
    [
      "parameters as a notebook's test cell prints them",
      { W1: tf.tensor([[1, 0.5]]), b1: tf.zeros([2, 1]) },
      "W1 = [[1.  0.5]]\nb1 = [[0.]\n      [0.]]",
    ],
    ["a tensor", tf.tensor([1, 2.5]), "[1.  2.5]"],
    ["a tensor that is disposed", disposed(), "a tensor that has been disposed"],
    ["a string", 'a"b', '"a\\"b"'],
    ["minus zero", -0, "-0"],
    ["a bigint", 12n, "12n"],
    ["undefined", undefined, "undefined"],
    ["a function", Math.sqrt, "the function sqrt"],
    ["an empty object", {}, "{}"],
    ["a nested list", [1, [2, "x"], { a: null }], '[1, [2, "x"], { a: null }]'],
    ["a typed array", new Float64Array([1, 2]), "Float64Array [1, 2]"],
    ["a map", new Map([["a", 1]]), 'Map(1) { "a": 1 }'],
    ["a set", new Set([1]), "Set(1) [1]"],
    [
      "an object of a class",
      new (class Layer {
        size = 2;
      })(),
      "Layer { size: 2 }",
    ],
    ["an error", new TypeError("no"), "TypeError: no"],
    ["a getter that throws", throwing, "a = something that cannot be read\nb = 1"],
    ["what throws however it is looked at", unreadable("no"), "something that cannot be read"],
  ])("printValue prints %s", (_, value, text) => {
    expect(printValue(value)).toBe(text);
  });

  test.each<[string, unknown]>([
    ["lists that hold each other", loop],
    ["very many entries", wide],
    ["a long string", "x".repeat(1e6)],
    ["a large tensor", tf.zeros([300, 300])],
    ["a long list", Array.from({ length: 1e5 }, () => loop)],
  ])("printValue comes to an end with %s", (_, value) => {
    const start = performance.now();
    expect(printValue(value).length).toBeLessThan(8000);
    expect(printCall("f", [value, value]).length).toBeLessThan(8000);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test("printCall prints a call on one line", () => {
    expect(printCall("f", [[2, 1], "he", tf.zeros([2, 1]), undefined])).toBe(
      'f([2, 1], "he", [[0.] [0.]], undefined)',
    );
    expect(printCall("f", [])).toBe("f()");
  });
});

function disposed(): unknown {
  const tensor = tf.zeros([1]);
  tensor.dispose();
  return tensor;
}
