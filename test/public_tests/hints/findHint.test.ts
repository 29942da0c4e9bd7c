import { random, type Tensor, tf } from "init_utils";
import { checkInitializer, type Target } from "public_tests";
import { describe, expect, test } from "vitest";
import { checkerOutcome, outcomeOf } from "../../support/answers/checkerOutcome.js";
import { parametersOf } from "../../support/reference.js";

type Parameters = Record<string, unknown>;
type Size = (l: number, sizes: readonly number[]) => number;

/** An answer whose layers are made by `make`, after `random.seed(3)`. */
function layerByLayer(make: (l: number, sizes: readonly number[]) => Parameters): Target {
  return (sizes) => {
    random.seed(3);
    return Object.assign({}, ...sizes.slice(1).map((_, i) => make(i + 1, sizes)));
  };
}

const draw = (l: number, sizes: readonly number[]): Tensor => random.randn(sizes[l]!, sizes[l - 1]!);
const zeros = (l: number, sizes: readonly number[]): Tensor => tf.zeros([sizes[l]!, 1]);
const scaledBy = (factor: Size): Target =>
  layerByLayer((l, sizes) => ({
    [`W${l}`]: draw(l, sizes).mul(factor(l, sizes)),
    [`b${l}`]: zeros(l, sizes),
  }));
const zerosOfShape = (shape: (l: number, sizes: readonly number[]) => number[]): Target =>
  layerByLayer((l, sizes) => ({
    [`W${l}`]: tf.zeros([sizes[l]!, sizes[l - 1]!]),
    [`b${l}`]: tf.zeros(shape(l, sizes)),
  }));
const zeroWeights = (shape: (l: number, sizes: readonly number[]) => number[]): Target =>
  layerByLayer((l, sizes) => ({ [`W${l}`]: tf.zeros(shape(l, sizes)), [`b${l}`]: zeros(l, sizes) }));
const throwing =
  (message: string): Target =>
  () => {
    throw new Error(message);
  };

const hint = (kind: "zeros" | "random" | "he", target: unknown) => checkerOutcome(kind, target).hint;

describe("whyItThrows", () => {
  test("knows the placeholder that stands for a function until its cell has been run", () => {
    const placeholder = throwing("Exercise 1 is not done yet: write initialize_parameters_zeros in its cell");
    expect(hint("zeros", placeholder)).toMatch(
      /^No function of your own is called initialize_parameters_zeros yet/,
    );
  });

  test("knows the line that students find in the exercise", () => {
    const stub = throwing("This exercise is not done yet: write your two lines here, in place of this one.");
    expect(hint("he", stub)).toMatch(/^The exercise is still to be written/);
  });

  test("says that a loop goes past the last layer", () => {
    const target: Target = (sizes) => {
      const result: Parameters = {};
      for (let l = 1; l <= sizes.length; l++) {
        result[`W${l}`] = tf.zeros([sizes[l]!, sizes[l - 1]!]);
        result[`b${l}`] = tf.zeros([sizes[l]!, 1]);
      }
      return result;
    };
    expect(hint("zeros", target)).toMatch(/^The loop goes on past the last layer/);
  });

  test("says that a function calls itself without end", () => {
    const target: Target = (sizes) => target(sizes);
    expect(hint("zeros", target)).toMatch(/^The function calls itself again and again/);
  });

  test("does not guess at an error of another kind", () => {
    expect(hint("zeros", throwing("oh"))).toBeUndefined();
    expect(hint("zeros", () => (undefined as unknown as Tensor).shape)).toBeUndefined();
  });
});

describe("wrongResult", () => {
  test.each<[string, unknown, RegExp]>([
    ["nothing", () => undefined, /^The function ends without giving anything back/],
    ["a promise", async () => ({}), /^The function gives a promise/],
    ["an array", () => [1, 2], /^The function gives back an array/],
    ["a tensor", () => tf.zeros([2, 3]), /^The function gives back a single tensor/],
    [
      "the result instead of the function",
      { W1: tf.zeros([2, 3]) },
      /^The checker takes the function itself/,
    ],
  ])("speaks of %s", (_, target, text) => {
    expect(hint("zeros", target)).toMatch(text);
  });

  test("has nothing to say of a number", () => {
    expect(hint("zeros", () => 3)).toBeUndefined();
  });
});

describe("wrongKeys", () => {
  const renamed = (name: (key: string) => string | undefined) => (sizes: number[]) =>
    Object.fromEntries(
      Object.entries(
        layerByLayer((l, n) => ({ [`W${l}`]: draw(l, n).mul(0), [`b${l}`]: zeros(l, n) }))(
          sizes,
        ) as Parameters,
      )
        .map(([key, value]) => [name(key), value] as const)
        .filter(([key]) => key !== undefined),
    );

  test.each<[string, unknown, RegExp]>([
    ["an empty object", () => ({}), /^The object that comes back is empty/],
    [
      "underscores",
      renamed((key) => key.replace(/(\d)/, "_$1")),
      /^Names must be .* `W_1` for W1, `b_1` for b1/,
    ],
    [
      "layers counted from 0",
      renamed((key) => key.replace(/\d/, (l) => String(Number(l) - 1))),
      /^The layers are counted from 0/,
    ],
    [
      "no biases",
      renamed((key) => (key.startsWith("b") ? undefined : key)),
      /^b1 and b2 are missing, all others are there/,
    ],
    ["no numbers", renamed((key) => key.charAt(0)), /^`W` and `b` have no number/],
  ])("speaks of %s", (_, target, text) => {
    expect(hint("zeros", target)).toMatch(text);
  });

  test("has nothing to say of names that have nothing to do with the expected ones", () => {
    const target: Target = (sizes) => ({ x: tf.zeros([sizes[0]!]), y: tf.zeros([1]) });
    expect(hint("zeros", target)).toBeUndefined();
  });
});

describe("wrongType", () => {
  test.each<[string, (right: Tensor) => unknown, RegExp]>([
    ["undefined", () => undefined, /^W1 is undefined, not a tensor/],
    ["a promise", async (right) => right, /^W1 is a promise, not a tensor/],
    ["a function", (right) => () => right, /^W1 is a function, not a tensor/],
    ["a number", () => 7, /^W1 is the number 7, not a tensor/],
  ])("speaks of %s", (_, change, text) => {
    const target: Target = (sizes) => {
      const right = parametersOf("zeros", sizes.length === 3 ? sizes : [3, 2, 1]);
      return { ...right, W1: change(right.W1!) };
    };
    expect(hint("zeros", target)).toMatch(text);
  });

  test("speaks of tensors that were disposed", () => {
    const target: Target = (sizes) => {
      const W1 = tf.zeros([2, 3]);
      W1.dispose();
      return { ...parametersOf("zeros", sizes.length === 3 ? sizes : [3, 2, 1]), W1 };
    };
    expect(hint("zeros", target)).toMatch(/^W1 is a disposed tensor/);
  });
});

describe("wrongShape", () => {
  test.each<[string, Target, RegExp]>([
    [
      "both sizes of the layer itself",
      zeroWeights((l, n) => [n[l]!, n[l]!]),
      /with the size of the layer itself twice/,
    ],
    [
      "both sizes of the layer before",
      zeroWeights((l, n) => [n[l - 1]!, n[l - 1]!]),
      /with the size of the layer before twice/,
    ],
    ["weights like biases", zeroWeights((l, n) => [n[l]!, 1]), /in the shape of a bias/],
    ["a row of all weights", zeroWeights((l, n) => [n[l]! * n[l - 1]!]), /as one long row/],
    ["biases as rows", zerosOfShape((l, n) => [1, n[l]!]), /^b1 was made as a row/],
    ["biases like weights", zerosOfShape((l, n) => [n[l]!, n[l - 1]!]), /in the shape of the weights/],
    ["single numbers", zerosOfShape(() => []), /^b1 and b2 were made as a single number/],
    ["one bias for all", zerosOfShape(() => [1, 1]), /^b1 was made with one number only/],
    ["three dimensions", zerosOfShape((l, n) => [n[l]!, 1, l]), /^b1 and b2 have 3 dimensions/],
  ])("speaks of %s", (_, target, text) => {
    expect(hint("zeros", target)).toMatch(text);
  });

  test("has nothing to say of sizes that follow from no layer", () => {
    expect(
      hint(
        "zeros",
        zeroWeights((l, n) => [n[l]! + 5, n[l - 1]! + l]),
      ),
    ).toBeUndefined();
  });
});

describe("wrongDraws", () => {
  test("speaks of biases that are drawn before the weights", () => {
    const target = layerByLayer((l, n) => ({
      [`b${l}`]: random.randn(n[l]!, 1),
      [`W${l}`]: draw(l, n).mul(10),
    }));
    expect(hint("random", target)).toMatch(/which also moves those of the weights/);
  });

  test("speaks of a seed that is a text", () => {
    const target: Target = (n) => {
      const layers = n.slice(1).map((_, i) => i + 1);
      random.seed("3");
      return Object.assign(
        {},
        ...layers.map((l) => ({ [`W${l}`]: draw(l, n).mul(10), [`b${l}`]: zeros(l, n) })),
      );
    };
    expect(hint("random", target)).toMatch(/^The seed is the text "3"/);
  });

  test("speaks of numbers moved after they were scaled, too", () => {
    const target = layerByLayer((l, n) => ({
      [`W${l}`]: draw(l, n).mul(10).sub(2.5),
      [`b${l}`]: zeros(l, n),
    }));
    expect(hint("random", target)).toMatch(/^-2.5 is added to the random numbers/);
  });
});

describe("wrongFactor", () => {
  test.each<[string, Size, RegExp]>([
    ["no factor", () => 1, /the random numbers as they were drawn/],
    ["no root", (l, n) => 2 / n[l - 1]!, /its square root is missing/],
    ["the root of the size alone", (l, n) => 2 / Math.sqrt(n[l - 1]!), /a root of the size alone/],
    ["both layers", (l, n) => Math.sqrt(2 / (n[l]! + n[l - 1]!)), /the sizes of both layers together/],
    ["a wrong sign", (l, n) => -Math.sqrt(2 / n[l - 1]!), /are right except for the sign/],
  ])("speaks of %s in He's place", (_, factor, text) => {
    expect(hint("he", scaledBy(factor))).toMatch(text);
  });

  test("speaks of He's factor where 10 is expected", () => {
    const target = scaledBy((l, n) => Math.sqrt(2 / n[l - 1]!));
    expect(hint("random", target)).toBe("W1 and W2 are scaled by He's factor: here the factor is 10.");
  });

  test("has nothing to say of a formula that it does not know", () => {
    expect(
      hint(
        "he",
        scaledBy((l, n) => Math.sqrt(7 / (3 * n[l - 1]! + l))),
      ),
    ).toBeUndefined();
  });
});

describe("wrongBiases", () => {
  test("says so when the weights are right and the biases follow no rule", () => {
    const target = layerByLayer((l, n) => ({ [`W${l}`]: draw(l, n).mul(10), [`b${l}`]: zeros(l, n).add(l) }));
    expect(hint("random", target)).toBe(
      "The weights are right, but b1 and b2 are not zero: biases start at zero.",
    );
  });
});

describe("differentCalls", () => {
  test("finds a function that is right once, and then keeps something", () => {
    let calls = 0;
    const { error, hint, output } = checkerOutcome("zeros", (sizes: number[]) => {
      calls++;
      return layerByLayer((l, n) => ({
        [`W${l}`]: tf.fill([n[l]!, n[l - 1]!], calls - 1),
        [`b${l}`]: zeros(l, n),
      }))(sizes);
    });
    expect(error).toBeDefined();
    expect(hint).toMatch(/^Two calls with the same layers_dims give different results/);
    expect(output).toContain("The result of a second call with layers_dims = [3, 2, 1]\n");
    expect(output).toContain("seen:     another W1");
  });
});

describe("hints of a checker of one's own", () => {
  const he = parametersOf("he", [3, 1, 2]);
  const xavier = Object.fromEntries(
    Object.entries(he).map(([key, value]) => [key, value.div(Math.SQRT2).arraySync() as number[][]]),
  );
  const check = (target: Target) =>
    outcomeOf(() => checkInitializer("initialize_parameters_xavier", target, [3, 1, 2], xavier));

  test("nothing is said of the right answer", () => {
    expect(check(scaledBy((l, n) => Math.sqrt(1 / n[l - 1]!))).output).toBe("All tests passed.");
  });

  test.each<[string, Size, RegExp]>([
    ["He's factor", (l, n) => Math.sqrt(2 / n[l - 1]!), /scaled by He's factor/],
    ["no factor", () => 1, /the random numbers as they were drawn/],
    ["the layer itself", (l, n) => Math.sqrt(1 / n[l]!), /the size of their own layer/],
    ["a further factor", (l, n) => Math.sqrt(1 / n[l - 1]!) / 100, /100 times too small/],
    ["a division", (l, n) => Math.sqrt(n[l - 1]!), /divided by the factor/],
  ])("%s is recognized in Xavier's place", (_, factor, text) => {
    expect(check(scaledBy(factor)).hint).toMatch(text);
  });

  const constant = {
    W1: [
      [1, 2],
      [3, 4],
    ],
    b1: [[0], [0]],
  };
  const answer = (W1: number[][]) => () => ({ W1: tf.tensor(W1), b1: tf.zeros([2, 1]) });
  test.each<[string, number[][], RegExp | undefined]>([
    [
      "a constant ratio",
      [
        [0.5, 1],
        [1.5, 2],
      ],
      /^W1 is 2 times too small/,
    ],
    [
      "a constant difference",
      [
        [2, 3],
        [4, 5],
      ],
      /^Every number of W1 is 1 too large/,
    ],
    [
      "a transposed matrix",
      [
        [1, 3],
        [2, 4],
      ],
      /^The rows of W1 are where the columns should be/,
    ],
    [
      "zeros",
      [
        [0, 0],
        [0, 0],
      ],
      /^W1 is zero throughout/,
    ],
    [
      "numbers without a rule",
      [
        [1, 2],
        [3, 5],
      ],
      undefined,
    ],
  ])("%s is seen without random numbers", (_, W1, text) => {
    const target = (sizes: number[]) => (sizes.length === 2 ? answer(W1)() : {});
    const { hint, error } = outcomeOf(() => checkInitializer("my_weights", target, [2, 2], constant));
    expect(error).toBeDefined();
    if (text) expect(hint).toMatch(text);
    else expect(hint).toBeUndefined();
  });
});
