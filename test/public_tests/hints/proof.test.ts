import fc from "fast-check";
import { random, type Tensor, tf } from "init_utils";
import type { Target } from "public_tests";
import { describe, expect, test } from "vitest";
import { checkerOutcome } from "../../support/answers/checkerOutcome.js";

type Factor = (l: number, sizes: readonly number[]) => number;

/** An answer that is wrong at most in its seed and its factor. */
function answer(seed: number | string, factor: Factor): Target {
  return (sizes) => {
    random.seed(seed);
    const parameters: Record<string, unknown> = {};
    for (let l = 1; l < sizes.length; l++) {
      parameters[`W${l}`] = random.randn(sizes[l]!, sizes[l - 1]!).mul(factor(l, sizes));
      parameters[`b${l}`] = tf.zeros([sizes[l]!, 1]);
    }
    return parameters;
  };
}

const he: Factor = (l, sizes) => Math.sqrt(2 / sizes[l - 1]!);
const hint = (kind: "zeros" | "random" | "he", target: Target) => checkerOutcome(kind, target).hint;

describe("a hint is given only when the numbers prove it:", () => {
  test("another seed is named when it is the one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (seed) => {
        fc.pre(seed !== 3);
        expect(hint("he", answer(seed, he))).toMatch(
          new RegExp(`^The random numbers are those of seed ${seed},`),
        );
      }),
      { numRuns: 40 },
    );
  });

  test("nothing is said of a stream that is not known", () => {
    fc.assert(
      fc.property(fc.constantFrom("random", "he"), fc.string(), (kind, seed) => {
        fc.pre(seed !== "3");
        expect(hint(kind as "random" | "he", answer(seed, kind === "he" ? he : () => 10))).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  test("a ratio is the true one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (tenths) => {
        fc.pre(tenths !== 100);
        const ratio = tenths / 100;
        const said = hint(
          "random",
          answer(3, () => tenths / 10),
        )!;
        const [, size, direction] = /^W1 and W2 are (\S+) times too (small|large): /.exec(said)!;
        expect(Number(size)).toBeCloseTo(ratio < 1 ? 1 / ratio : ratio, ratio < 0.1 ? 1 : 2);
        expect(direction).toBe(ratio < 1 ? "small" : "large");
      }),
      { numRuns: 60 },
    );
  });

  test("nothing is said of factors that only look like a mistake with the sizes of the checker", () => {
    // √(2 / 1) and √(2 / 2) for [3, 1, 2], as by the sizes of the layers themselves; with other sizes they do not follow.
    expect(
      hint(
        "he",
        answer(3, (l) => Math.sqrt(2 / l)),
      ),
    ).toBeUndefined();
    expect(
      hint(
        "he",
        answer(3, (l, sizes) => Math.sqrt(2 / sizes[l]!)),
      ),
    ).toMatch(/the size of their own layer/);
  });

  test("nothing is said of an order that only looks like a mistake with the sizes of the checker", () => {
    const turned: Target = (sizes) => {
      const right = answer(3, () => 10)(sizes) as Record<string, Tensor>;
      const first = Array.from(right.W1!.dataSync()).slice(0, 2);
      // The start of W1 once more in W2, as if the seed were set again; but with other sizes another number, too.
      const W2 = sizes.length === 3 ? tf.tensor([first]) : tf.ones([sizes[2]!, sizes[1]!]);
      return { ...right, W2 };
    };
    expect(hint("random", turned)).toBeUndefined();
  });

  test("nothing is said of numbers that are nearly a multiple of the right ones", () => {
    const nearly: Target = (sizes) => {
      const parameters = answer(3, () => 1)(sizes) as Record<string, Tensor>;
      const W1 = parameters.W1!;
      return { ...parameters, W1: W1.mul(tf.linspace(1, 1.001, W1.size).reshape(W1.shape)) };
    };
    expect(hint("random", nearly)).toBeUndefined();
    expect(
      hint(
        "random",
        answer(3, () => 1),
      ),
    ).toMatch(/^W1 and W2 are 10 times too small/);
  });

  test("nothing is said of shapes that only look like a mistake with the sizes of the checker", () => {
    const swapped = (always: boolean): Target => {
      return (sizes) => {
        const turn = always || sizes.length === 3 ? 0 : 1;
        const shape = (l: number) => [sizes[l - 1]! + turn, sizes[l]! + turn];
        const layers = sizes.slice(1).map((_, i) => i + 1);
        return Object.fromEntries(
          layers.flatMap((l) => [
            [`W${l}`, tf.zeros(shape(l))],
            [`b${l}`, tf.zeros([sizes[l]!, 1])],
          ]),
        );
      };
    };
    expect(hint("zeros", swapped(false))).toBeUndefined();
    expect(hint("zeros", swapped(true))).toMatch(/with rows and columns swapped/);
  });

  test("nothing is said of weights of one number each, which fit every seed", () => {
    const single: Target = (sizes) => (sizes.length === 3 ? answer(7, he)(sizes) : {});
    expect(hint("he", single)).toBeUndefined();
  });
});
