import { type Tensor, tf } from "init_utils";
import { AssertionError } from "public_tests";
import { describe, expect, test } from "vitest";
import { checkerOutcome, checkers } from "../support/answers/checkerOutcome.js";
import { consoleOutput } from "../support/answers/consoleOutput.js";
import { initializerOf, parametersOf } from "../support/reference.js";

const outcome = checkerOutcome;

describe.each(["zeros", "random", "he"] as const)("initialize_parameters_%s_test", (kind) => {
  test("says in green that all tests passed for NumPy's own parameters", () => {
    const { output } = consoleOutput(() => checkers[kind](initializerOf(kind)));
    const [first] = output.split("\n");
    expect(first).toBe("\u001b[92mAll tests passed.\u001b[0m");
  });

  const nan = (dims: number[]) => {
    const parameters = parametersOf(kind, dims);
    return { ...parameters, W1: parameters.W1!.mul(Number.NaN) };
  };
  const getter = () => ({
    get W1(): Tensor {
      throw new Error("no look");
    },
  });
  const cyclic = () => {
    const self: Record<string, unknown> = {};
    self.W1 = self;
    return self;
  };
  const disposed = (dims: number[]) => {
    const parameters = parametersOf(kind, dims);
    parameters.W1!.dispose();
    return parameters;
  };

  test.each<[string, unknown, string]>([
    ["nothing", () => undefined, "undefined"],
    ["null", () => null, "null"],
    ["a number", () => 3, "3"],
    ["an array", () => [1, 2], "[1, 2]"],
    ["a promise", async (dims: number[]) => parametersOf(kind, dims), "a promise (is an `await` missing?)"],
    [
      "a promise that fails",
      async () => {
        throw new Error("later");
      },
      "a promise (is an `await` missing?)",
    ],
    ["an empty object", () => ({}), "no W1"],
    ["an object that holds itself", cyclic, "an object with W1"],
    ["a getter that throws", getter, "cannot be read: Error: no look"],
    ["disposed tensors", disposed, "disposed"],
    ["NaN", nan, "nan"],
    [
      "an error",
      () => {
        throw new TypeError("oh");
      },
      "an error: TypeError: oh",
    ],
    [
      "an error that is none",
      () => {
        throw null;
      },
      "an error: null",
    ],
  ])("ends with its AssertionError when the function gives %s", (_, target, seen) => {
    const { output, error } = outcome(kind, target);
    expect(error).toBeInstanceOf(AssertionError);
    expect((error as Error).name).toBe("AssertionError");
    expect((error as Error).message).toContain(`initialize_parameters_${kind}: `);
    expect(output).toMatch(new RegExp(`initialize_parameters_${kind}: \\d+ passed, \\d+ failed\\.`));
    expect(output).toContain(seen);
  });

  test.each([undefined, null, 7, {}])(
    "ends with its AssertionError when %o comes instead of a function",
    (target) => {
      expect(outcome(kind, target).error).toBeInstanceOf(AssertionError);
    },
  );

  test.each(["W1", "b1", "W2", "b2"])("finds a wrong value, a wrong shape and a missing %s", (key) => {
    const changed = (change: (value: Tensor) => unknown) => (dims: number[]) => {
      const parameters: Record<string, unknown> = parametersOf(kind, dims);
      parameters[key] = change(parameters[key] as Tensor);
      return parameters;
    };
    expect(
      outcome(
        kind,
        changed((value) => value.add(0.001)),
      ).output,
    ).toContain(`The values of ${key}`);
    expect(
      outcome(
        kind,
        changed((value) => value.flatten()),
      ).output,
    ).toContain(`The shape of ${key}`);
    expect(
      outcome(
        kind,
        changed((value) => value.arraySync()),
      ).output,
    ).toContain(`The type of ${key}`);
    expect(
      outcome(
        kind,
        changed(() => undefined),
      ).output,
    ).toContain(`The type of ${key}`);
  });
});

test("initialize_parameters_zeros_test shows the hint, and what a failed check saw and expected", () => {
  const target = () => ({ ...parametersOf("zeros", [3, 2, 1]), b1: tf.ones([2, 1]) });
  expect(outcome("zeros", target).output).toBe(
    [
      "initialize_parameters_zeros: 13 passed, 1 failed.",
      "Hint: With layers_dims = [2, 3, 1, 4] the parameters have the same shapes as with [3, 2, 1]: does the function set layers_dims itself, or use sizes of its own?",
      "The values of b1",
      "  expected: [[0.]",
      "             [0.]]",
      "  seen:     [[1.]",
      "             [1.]]",
    ].join("\n"),
  );
});
