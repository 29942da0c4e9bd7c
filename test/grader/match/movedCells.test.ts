import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { movedCells } from "../../../src/grader/match/movedCells.js";

/** The length of a longest rising run, by trying all of them. */
function longest(numbers: readonly number[], above: number = -1): number {
  const [first, ...rest] = numbers;
  if (first === undefined) return 0;
  const without = longest(rest, above);
  return first > above ? Math.max(without, 1 + longest(rest, first)) : without;
}

describe("movedCells", () => {
  it.each([
    [[], []],
    [[1, 2, 3], []],
    [[3, 1, 2], [3]],
    [[1, 5, 2, 3], [5]],
    [[2, 1], [2]],
  ])("names in %j the numbers %j", (numbers, moved) => {
    expect([...movedCells(numbers)]).toEqual(moved);
  });

  it("leaves a longest rising run in place", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(30), { maxLength: 10 }), (numbers) => {
        const moved = movedCells(numbers);
        const left = numbers.filter((number) => !moved.has(number));
        expect(left).toEqual(left.toSorted((a, b) => a - b));
        expect(left).toHaveLength(longest(numbers));
      }),
      { seed: 8, numRuns: 500 },
    );
  });
});
