import { tf } from "init_utils";
import { allClose, callTarget, checkCall, checkParameter, checkSecondCall, readAnswer } from "public_tests";
import { describe, expect, test } from "vitest";

test("allClose takes NumPy's tolerances, and NaN agrees with nothing", () => {
  expect(allClose([100.0009], [100])).toBe(true);
  expect(allClose([100.0011], [100])).toBe(false);
  expect(allClose([1e-8], [0])).toBe(true);
  expect(allClose([1.1e-8], [0])).toBe(false);
  expect(allClose([Number.NaN], [Number.NaN])).toBe(false);
  expect(allClose([1, 2], [1])).toBe(false);
});

describe("checkParameter", () => {
  test("ends at the first step that fails", () => {
    expect(checkParameter(readAnswer({}), "W1", [[0]])).toHaveLength(1);
    expect(checkParameter(readAnswer({ W1: tf.zeros([2]) }), "W1", [[0]])).toHaveLength(2);
    expect(checkParameter(readAnswer({ W1: tf.zeros([1, 1]) }), "W1", [[0]])).toHaveLength(3);
  });

  test("takes whole numbers and booleans for the numbers they are", () => {
    for (const dtype of ["int32", "bool"] as const) {
      const checks = checkParameter(readAnswer({ b1: tf.zeros([2, 1], dtype) }), "b1", [[0], [0]]);
      expect(checks.map(({ passed }) => passed)).toEqual([true, true, true]);
    }
  });
});

describe("checkCall", () => {
  test("takes an object, and an argument left as it was", () => {
    expect(checkCall(callTarget(() => ({}), [2, 1])).map(({ passed }) => passed)).toEqual([true, true]);
  });

  test.each<[string, (sizes: number[]) => unknown]>([
    ["longer", (sizes) => ({ length: sizes.push(1) })],
    ["shorter", (sizes) => ({ length: sizes.pop() })],
    ["sorted", (sizes) => ({ ...sizes.sort() })],
  ])("finds that the argument is %s after the call", (_, target) => {
    const checks = checkCall(callTarget(target, [2, 1]));
    expect(checks.map(({ passed }) => passed)).toEqual([true, false]);
    expect(checks[1]).toMatchObject({ name: "the argument layers_dims after the call", expected: "[2, 1]" });
  });
});

describe("checkSecondCall", () => {
  const answer = (value: unknown) => readAnswer({ W1: value });
  test.each<[string, unknown, unknown]>([
    ["another value", tf.zeros([1, 1]), tf.ones([1, 1])],
    ["another shape", tf.zeros([1, 2]), tf.zeros([2, 1])],
    ["another kind of value", tf.zeros([1, 2]), [[0, 0]]],
  ])("finds %s", (_, first, second) => {
    expect(checkSecondCall(answer(first), answer(second))).toMatchObject({
      passed: false,
      seen: "another W1",
    });
  });

  test("takes equal tensors, and -0 for 0", () => {
    const [first, second] = [tf.zeros([1, 2]), tf.zeros([1, 2]).mul(-1)];
    expect(checkSecondCall(answer(first), answer(second)).passed).toBe(true);
  });

  test("finds an error, and a name more or less", () => {
    const failing = callTarget(() => {
      throw new Error("oh");
    }, []);
    expect(checkSecondCall(answer(1), failing)).toMatchObject({ seen: "an error: Error: oh" });
    expect(checkSecondCall(answer(1), readAnswer({ W1: 1, L: 2 }))).toMatchObject({ seen: "another L" });
  });
});
