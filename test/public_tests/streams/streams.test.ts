import { describe, expect, test } from "vitest";
import { fitFactors } from "../../../public_tests/streams/fit.js";
import { recipeOf } from "../../../public_tests/streams/recipeOf.js";
import { numbers, reference } from "../../support/reference.js";

const expectedOf = (parameters: (typeof reference)["initialize"][number]["parameters"]) =>
  Object.fromEntries(
    Object.entries(parameters).map(([key, array]) => {
      const [values, columns] = [numbers(array), array.shape[1]!];
      return [
        key,
        Array.from({ length: array.shape[0]! }, (_, r) => values.slice(r * columns, (r + 1) * columns)),
      ];
    }),
  );

describe("recipeOf", () => {
  const drawn = reference.initialize.filter(
    ({ kind, layers_dims }) => kind !== "zeros" && Math.max(...layers_dims) > 1,
  );
  test.each(drawn)("finds seed and factors of NumPy's parameters ($kind, $layers_dims)", (entry) => {
    const recipe = recipeOf(entry.layers_dims, expectedOf(entry.parameters));
    expect(recipe?.seed).toBe(3);
    entry.layers_dims.slice(0, -1).forEach((previous, i) => {
      const factor = entry.kind === "he" ? Math.sqrt(2 / previous) : 10;
      expect(recipe?.factors.get(`W${i + 1}`)).toBeCloseTo(factor, 10);
    });
  });

  test("finds none in zeros, nor in numbers that nobody drew", () => {
    expect(
      recipeOf([2, 2], {
        W1: [
          [0, 0],
          [0, 0],
        ],
        b1: [[0], [0]],
      }),
    ).toBeUndefined();
    expect(
      recipeOf([2, 2], {
        W1: [
          [1, 2],
          [3, 4],
        ],
        b1: [[0], [0]],
      }),
    ).toBeUndefined();
  });

  test("finds none when every matrix has one number, which any factor fits", () => {
    expect(recipeOf([1, 1, 1], { W1: [[17.88628473]], W2: [[4.36509851]] })).toBeUndefined();
  });

  test("is found in figures of eight digits, as a notebook prints them", () => {
    const W1 = [[1.46040903, 0.3564088, 0.07878985]];
    expect(recipeOf([3, 1], { W1, b1: [[0]] })?.seed).toBe(3);
  });
});

describe("fitFactors", () => {
  const fitted = (seen: number[], drawn: number[]) =>
    fitFactors(new Map([["W1", seen]]), new Map([["W1", drawn]]));
  test("counts how many numbers agree beyond the one that any factor fits", () => {
    expect(fitted([2, 4, 6], [1, 2, 3])?.agreements).toBe(2);
    expect(fitted([5], [3])?.agreements).toBe(0);
  });

  test("takes zeros and NaN for no proof", () => {
    expect(fitted([0, 0, 0], [1, 2, 3])?.agreements).toBe(0);
    expect(fitted([Number.NaN, Number.NaN], [1, 2])?.agreements).toBe(0);
  });

  test("fits nothing that is infinite or of another length", () => {
    expect(fitted([Number.POSITIVE_INFINITY, 1], [1, 2])).toBeUndefined();
    expect(fitted([1, 2], [1, 2, 3])).toBeUndefined();
  });
});
