import fc from "fast-check";
import { random, type Tensor, tf } from "init_utils";
import { AssertionError, type Target } from "public_tests";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type CheckerOutcome, checkerOutcome, checkers } from "../support/answers/checkerOutcome.js";
import { initializerOf, parametersOf } from "../support/reference.js";

/** What a checker owes a beginner, whatever the function did. */
function expectVerdict(kind: string, { error, output }: CheckerOutcome): void {
  expect(error).toBeInstanceOf(AssertionError);
  expect((error as Error).message).toMatch(
    new RegExp(`^initialize_parameters_${kind}: \\d+ passed, \\d+ failed\\. .*$`),
  );
  expect(output).toMatch(new RegExp(`^initialize_parameters_${kind}: \\d+ passed, \\d+ failed\\.\n`));
  expect(output).toMatch(/\n {2}expected: \S.*\n/);
  expect(output).toMatch(/\n {2}seen: {5}\S/);
  expect(output).not.toContain("[object");
  expect(Math.max(...output.split("\n").map((line) => line.length))).toBeLessThan(500);
}

const fail = (): never => {
  throw new Error("no look");
};
const everyTrapFails = new Proxy({}, { get: () => fail });
const refuses: unknown = new Proxy(() => {}, everyTrapFails);
const refusesObject: unknown = new Proxy({}, everyTrapFails);

/** Makes a value. Values that bite are kept from fast-check, which looks at what it is given. */
type Make = () => unknown;

const oneOf = (...values: unknown[]): fc.Arbitrary<Make> =>
  fc.nat(values.length - 1).map((i) => () => values[i]);

/** Something that looks like a tensor and cannot be believed. */
const liar: fc.Arbitrary<Make> = fc
  .record({
    shape: oneOf(
      ...[[2, 3], [2, 1], [1, 2], [1, 1], [1e9, 1e9], [-1, 2], [Number.NaN], ["2", "3"], [], [refusesObject]],
      new Array(2 ** 32 - 1),
      new Proxy([2, 3], { get: fail }),
      7,
    ),
    dtype: oneOf("float32", "int32", "string", "complex64", "x".repeat(1e5), "a\nb", refusesObject),
    dataSync: oneOf(
      () => [1, 2, 3, 4, 5, 6],
      () => undefined,
      () => null,
      () => ["1", "2"],
      () => ({ length: 6, 0: refusesObject }),
      () => ({ length: 1e15 }),
      () => new BigInt64Array(6),
      fail,
      7,
    ),
    isDisposed: oneOf(true, false, "yes"),
  })
  .map(({ shape, dtype, dataSync, isDisposed }) => () => ({
    shape: shape(),
    dtype: dtype(),
    dataSync: dataSync(),
    isDisposed: isDisposed(),
    toString: fail,
  }));

const cyclic: Record<string, unknown> = {};
cyclic.W1 = cyclic;
cyclic.b1 = [cyclic];

const getter = { get: fail, enumerable: true };
// biome-ignore lint/suspicious/noThenProperty: a student's object may have one, and it may fail
const getters = Object.defineProperties({}, { W1: getter, then: getter });
// biome-ignore lint/suspicious/noThenProperty: the same, once it is called
const thenable = { then: fail };

const disposed = (): Tensor => {
  const tensor = tf.zeros([2, 3]);
  tensor.dispose();
  return tensor;
};

const hostile: fc.Arbitrary<Make> = fc.oneof(
  fc.anything({ withBigInt: true, withMap: true, withSet: true, withTypedArray: true }).map((x) => () => x),
  fc.anything({ withSparseArray: true, withNullPrototype: true, withBoxedValues: true }).map((x) => () => x),
  liar,
  oneOf(refuses, refusesObject, cyclic, Symbol("s"), fail, new WeakMap(), globalThis, getters, thenable),
  oneOf(new Array(2 ** 32 - 1), new Float64Array(1e6), "x".repeat(1e6), "line\n".repeat(50), Number.NaN),
  oneOf({ [Symbol.toPrimitive]: fail }, { toString: fail, valueOf: fail }, { shape: [refuses], dataId: 1 }),
  fc.constantFrom<Make>(
    disposed,
    () => tf.fill([2, 3], Number.NaN),
    () => random.randn(2, 3),
  ),
);

const rejected: fc.Arbitrary<Make> = fc.constant(() => Promise.reject(new Error("later")));
const entry = fc.oneof({ arbitrary: hostile, weight: 12 }, { arbitrary: rejected, weight: 1 });
const key = fc.oneof(
  fc.constantFrom("W1", "b1", "W2", "b2", "w1", "W0", "__proto__", "constructor"),
  fc.string(),
);
const result: fc.Arbitrary<Make> = fc.oneof(
  entry,
  fc
    .array(fc.tuple(key, entry), { maxLength: 8 })
    .map((entries) => () => Object.fromEntries([...new Map(entries)].map(([name, make]) => [name, make()]))),
  fc
    .record({ W1: entry, b1: entry, W2: entry, b2: entry })
    .map((makes) => () => Object.fromEntries(Object.entries(makes).map(([name, make]) => [name, make()]))),
);

const kinds = Object.keys(checkers) as (keyof typeof checkers)[];

describe.each(kinds)("initialize_parameters_%s_test, whatever the function does,", (kind) => {
  const log = console.log;
  afterEach(() => {
    expect(console.log).toBe(log);
  });

  test("ends with its AssertionError when the function returns anything but the right parameters", () => {
    fc.assert(
      fc.property(result, (value) => {
        expectVerdict(
          kind,
          checkerOutcome(kind, () => value),
        );
      }),
      { numRuns: 150 },
    );
  });

  test("ends with its AssertionError when the function throws anything", () => {
    fc.assert(
      fc.property(hostile, (make) => {
        expectVerdict(
          kind,
          checkerOutcome(kind, () => {
            throw make();
          }),
        );
      }),
      { numRuns: 100 },
    );
  });

  test("ends with its AssertionError when one parameter of the right ones is replaced", () => {
    fc.assert(
      fc.property(fc.constantFrom("W1", "b1", "W2", "b2"), entry, (name, make) => {
        const target = (sizes: number[]) => ({
          ...parametersOf(kind, sizes.length === 3 ? sizes : [3, 2, 1]),
          [name]: make(),
        });
        expectVerdict(kind, checkerOutcome(kind, target));
      }),
      { numRuns: 100 },
    );
  });

  test.each<[string, (sizes: number[]) => unknown]>([
    ["empties its argument", (sizes) => ({ ...parametersOf(kind, sizes.splice(0).slice(0, 3)) })],
    [
      "fills its argument with other things",
      (sizes) => sizes.splice(0, 3, ...(["a", cyclic, refusesObject] as never[])),
    ],
    [
      "makes its argument enormous",
      (sizes) => {
        sizes.length = 2 ** 32 - 1;
      },
    ],
    ["freezes its argument and fails", (sizes) => Object.freeze(sizes) && fail()],
    [
      "never ends its recursion",
      function again(sizes): unknown {
        return again(sizes);
      },
    ],
    ["returns a class that it calls itself", class {} as never],
    [
      "is a generator",
      function* () {
        yield 1;
      },
    ],
  ])("ends with its AssertionError when the function %s", (_, target) => {
    expectVerdict(kind, checkerOutcome(kind, target));
  });

  test("judges as before when the function replaces console.log", () => {
    const replace = (print: () => void, value: Target) => (layers_dims: number[]) => {
      console.log = print;
      return value(layers_dims);
    };
    const { output } = checkerOutcome(kind, replace(fail, initializerOf(kind)));
    expect(output).toContain("All tests passed.");
    expectVerdict(
      kind,
      checkerOutcome(
        kind,
        replace(
          () => {},
          () => ({}),
        ),
      ),
    );
  });

  test("judges as before when nothing can be printed", () => {
    const spy = vi.spyOn(console, "log").mockImplementation(fail);
    const run = (target: Target) => () => checkers[kind](target);
    try {
      expect(run(initializerOf(kind))).not.toThrow();
      expect(run(() => ({}))).toThrow(AssertionError);
    } finally {
      spy.mockRestore();
    }
  });

  test("calls the function three times at most, with an array of its own", () => {
    const seen: number[][] = [];
    checkerOutcome(kind, (sizes: number[]) => {
      expect(seen).not.toContain(sizes);
      seen.push(sizes);
      return {};
    });
    expect(seen).toHaveLength(3);
    expect(seen[0]).toEqual(seen[1]);
  });

  test("shows what the function prints once", () => {
    const { output } = checkerOutcome(kind, () => {
      console.log("printed by the function");
      return {};
    });
    expect(output.match(/printed by the function/g)).toHaveLength(1);
  });

  test("leaves random as the student's function left it", () => {
    random.seed(3);
    const expected = random.randn();
    random.seed(3);
    checkerOutcome(kind, () => ({ ...parametersOf("random", [3, 2, 1]), b1: tf.ones([2, 1]) }));
    expect(random.randn()).toBe(expected);
  });
});
