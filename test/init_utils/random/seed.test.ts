import { random } from "init_utils";
import { describe, expect, test } from "vitest";

describe("seed", () => {
  const draw = (): number[] => [random.rand(), random.randn(), random.randint(1000)];

  test("seed with the same number or string gives the same numbers again", () => {
    for (const seed of [0, 2 ** 32 - 1, "a word", ""]) {
      random.seed(seed);
      const first = draw();
      random.seed(seed);
      expect(draw()).toEqual(first);
    }
  });

  test("seed tells a number from the string of its digits, and strings from each other", () => {
    const starts = [3, "3", "03", "three"].map((seed) => {
      random.seed(seed);
      return random.rand();
    });
    expect(new Set(starts).size).toBe(4);
  });

  test("seed with a string draws from seedrandom, whose README gives the first number of 'hello.'", () => {
    random.seed("hello.");
    expect(random.rand()).toBe(0.9282578795792454);
  });

  test("seed forgets the normal number that was kept", () => {
    random.seed(3);
    const first = random.randn();
    random.seed(3);
    expect(random.randn()).toBe(first);
  });

  test("seed without a seed goes on differently every time", () => {
    const starts = Array.from({ length: 20 }, () => {
      random.seed();
      return random.rand();
    });
    expect(new Set(starts).size).toBe(20);
  });

  test.each([-1, 1.5, 2 ** 32, Number.NaN, Number.POSITIVE_INFINITY])(
    "seed refuses the number %s",
    (seed) => {
      expect(() => random.seed(seed)).toThrow(RangeError);
      expect(() => random.seed(seed)).toThrow(
        `random.seed: seed must be a whole number from 0 to 4294967295 (2^32 - 1) or a string, but it is ${seed}`,
      );
    },
  );

  test.each([[[1]], [{}], [true], [3n]])(
    "seed refuses %s, which is neither a number nor a string",
    (seed) => {
      expect(() => random.seed(seed as never)).toThrow(TypeError);
    },
  );

  test("seed that is refused leaves the stream as it was", () => {
    random.seed(3);
    expect(() => random.seed(-1)).toThrow(RangeError);
    const next = random.rand();
    random.seed(3);
    expect(random.rand()).toBe(next);
  });
});
