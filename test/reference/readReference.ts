import { readFileSync } from "node:fs";

/** An array as the reference files hold it; floats that JSON has no number for are words. */
export interface ReferenceArray {
  readonly shape: number[];
  readonly data: (number | "inf" | "-inf" | "nan")[];
}

/** Reads one of the JSON files beside this one; the program that made it stands there too. */
export function readReference<T>(name: "numpy-reference.json" | "numpy-more.json"): T {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
}

const words = { inf: Number.POSITIVE_INFINITY, "-inf": Number.NEGATIVE_INFINITY, nan: Number.NaN };

/** The elements of an array, row by row, as numbers. */
export function numbers(array: Pick<ReferenceArray, "data">): number[] {
  return array.data.map((value) => (typeof value === "number" ? value : words[value]));
}
