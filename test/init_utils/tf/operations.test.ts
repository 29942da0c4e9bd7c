import { tf } from "init_utils";
import { describe, expect, test } from "vitest";
import { checkCase, checkOptimizer, reference } from "./checkOperations.mjs";

const names = [...new Set(reference.cases.map((one) => one.function))];

/** Functions that cannot be given as one call with one result, and the file that tests each. */
const testedElsewhere: Record<string, string> = {
  randomNormal: "random.test.ts",
  randomUniform: "random.test.ts",
  truncatedNormal: "random.test.ts",
  multinomial: "random.test.ts",
  grad: "gradients/grad.test.ts",
  grads: "gradients/grad.test.ts",
  valueAndGrad: "gradients/grad.test.ts",
  valueAndGrads: "gradients/grad.test.ts",
  variableGrads: "gradients/grad.test.ts",
  customGrad: "gradients/grad.test.ts",
  variable: "gradients/variable.test.ts",
  tidy: "tensor/memory.test.ts",
  keep: "tensor/memory.test.ts",
  dispose: "tensor/memory.test.ts",
  memory: "tensor/memory.test.ts",
  Tensor: "creation.test.ts",
};

describe("tf", () => {
  test.each(names)(
    "tf.%s gives NumPy's numbers to 12 digits, and so do its method and its gradient",
    (name) => {
      const problems = reference.cases
        .filter((one) => one.function === name)
        .flatMap((one) => checkCase(tf, one));
      expect(problems).toEqual([]);
    },
  );

  test.each(reference.optimizers.runs)("tf.train.$name($arguments) takes the steps of its formula", (run) => {
    expect(checkOptimizer(tf, run)).toEqual([]);
  });

  test("tf exports no function without a test", () => {
    const functions = Object.entries(tf)
      .filter(([, value]) => typeof value === "function")
      .map(([name]) => name);
    const untested = functions.filter((name) => !names.includes(name) && !(name in testedElsewhere));
    expect(untested).toEqual([]);
    expect(functions.length).toBeGreaterThan(100);
  });

  test("tf.train has no optimizer without a test", () => {
    const tested = reference.optimizers.runs.map((run) => run.name);
    expect(Object.keys(tf.train).filter((name) => !tested.includes(name))).toEqual([]);
  });

  test("checkCase notices a number that single precision would give", () => {
    const expected = { shape: [], dtype: "float32", values: [Math.fround(0.1)] };
    expect(checkCase(tf, { function: "scalar", arguments: [{ plain: 0.1 }], expected })).toHaveLength(1);
  });
});
