import type { Evidence } from "./Evidence.js";

/** A parameter of the answer beside what it should be, both row by row. */
export interface Pair {
  readonly key: string;
  readonly seen: readonly number[];
  readonly expected: readonly number[];
  readonly rows: number;
  readonly columns: number;
}

/**
 * The parameters of one kind, with seen and expected numbers.
 *
 * @param letter W for the weights, b for the biases
 * @returns nothing when one of them is missing, no tensor or of another shape: then there is nothing to compare
 */
export function pairs({ first, expected }: Evidence, letter: "W" | "b"): readonly Pair[] {
  const found = Object.keys(expected)
    .filter((key) => key.startsWith(letter))
    .map((key) => {
      const [rows, columns] = [expected[key]!.length, expected[key]![0]?.length ?? 0];
      const tensor = first.entries.get(key)?.tensor;
      const fits = tensor?.shape.join() === [rows, columns].join();
      return { key, seen: fits ? tensor!.values : [], expected: expected[key]!.flat(), rows, columns };
    });
  return found.every(({ seen, expected: right }) => seen.length === right.length) ? found : [];
}
