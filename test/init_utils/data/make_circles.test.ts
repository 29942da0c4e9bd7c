import { make_circles, random } from "init_utils";
import { describe, expect, test } from "vitest";
import { numbers, type ReferenceArray, readReference } from "../../reference/readReference.ts";

interface Case {
  readonly random_state: number;
  readonly options: { n_samples?: number; noise?: number; factor?: number; shuffle?: boolean };
  readonly X: ReferenceArray;
  readonly y: ReferenceArray;
}

const { circles } = readReference<{
  circles: {
    own: Case[];
    global: { seed: number; X: ReferenceArray; y: ReferenceArray; then_randn: number };
  };
}>("numpy-more.json");

/**
 * Math.sin and Math.cos may differ from the C library's in the last bit: 2^-53 for coordinates below 1. The sum with
 * the noise is rounded once more.
 */
const oneBit = 2 ** -52;

function differing(X: { dataSync(): ArrayLike<number> }, expected: ReferenceArray): number {
  const actual = Array.from(X.dataSync());
  const wanted = numbers(expected);
  expect(actual.length).toBe(wanted.length);
  expect(actual.every((value, k) => Math.abs(value - wanted[k]!) <= oneBit)).toBe(true);
  return actual.filter((value, k) => value !== wanted[k]).length;
}

describe("make_circles", () => {
  test.each(circles.own)(
    "make_circles with $random_state, $options gives scikit-learn's points",
    (example) => {
      const { n_samples, ...options } = example.options;
      const [X, y] = make_circles(n_samples, { ...options, random_state: example.random_state });
      expect([X.shape, y.shape, y.dtype]).toEqual([example.X.shape, example.y.shape, "int32"]);
      expect(Array.from(y.dataSync())).toEqual(example.y.data);
      differing(X, example.X);
    },
  );

  test("make_circles differs from scikit-learn in 12 of 560 coordinates at most, each in the last bit", () => {
    let different = 0;
    let all = 0;
    for (const { options, random_state, X } of circles.own) {
      const { n_samples, ...others } = options;
      different += differing(make_circles(n_samples, { ...others, random_state })[0], X);
      all += X.data.length;
    }
    expect(all).toBe(560);
    expect(different <= 12).toBe(true);
  });

  test("make_circles without random_state draws from `random`, which goes on after it", () => {
    const { seed, X, y, then_randn } = circles.global;
    random.seed(seed);
    random.randn();
    const [points, classes] = make_circles(5, { noise: 0.1 });
    expect(Array.from(classes.dataSync())).toEqual(y.data);
    differing(points, X);
    expect(random.randn()).toBe(then_randn);
  });

  test("make_circles draws from a stream that is passed in", () => {
    random.seed(5);
    const [X] = make_circles(7, { random_state: random });
    expect(X.dataSync()).toEqual(make_circles(7, { random_state: 5 })[0].dataSync());
  });

  test("make_circles with a seed leaves `random` alone", () => {
    random.seed(3);
    const first = random.rand();
    random.seed(3);
    make_circles(10, { noise: 0.1, random_state: 1 });
    expect(random.rand()).toBe(first);
  });

  test("make_circles draws noise of 0 and no noise differently from the stream, but makes the same points", () => {
    const [without] = make_circles(20, { random_state: 2, noise: null });
    const [zero] = make_circles(20, { random_state: 2, noise: 0 });
    expect(zero.dataSync()).toEqual(without.dataSync());
  });

  test.each([
    ["n_samples", () => make_circles(0)],
    ["n_samples", () => make_circles(Number.NaN)],
    ["factor", () => make_circles(4, { factor: 1 })],
    ["factor", () => make_circles(4, { factor: -0.1 })],
    ["noise", () => make_circles(4, { noise: -1 })],
    ["noise", () => make_circles(4, { noise: Number.NaN })],
    ["random_state", () => make_circles(4, { random_state: -1 })],
  ])("make_circles refuses a %s out of range (%#)", (name, call) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(`make_circles: ${name} must be`);
  });

  test.each([
    ["n_samples", () => make_circles("4" as never)],
    ["noise", () => make_circles(4, { noise: "0.1" as never })],
    ["shuffle", () => make_circles(4, { shuffle: 0 as never })],
    ["random_state", () => make_circles(4, { random_state: "1" as never })],
    ["random_state", () => make_circles(4, { random_state: {} as never })],
    ["options", () => make_circles(4, { randomState: 1 } as never)],
    ["options", () => make_circles(4, 0.05 as never)],
  ])("make_circles refuses a wrong type for %s (%#)", (name, call) => {
    expect(call).toThrow(TypeError);
    expect(call).toThrow(`make_circles: ${name} must be`);
  });
});
