import { describe, expect, test } from "vitest";
import { pythonFloat } from "../../../src/init_utils/format/pythonFloat.ts";
import { str } from "../../../src/init_utils/format/str.ts";
import { numbers, type ReferenceArray, readReference } from "../../reference/readReference.ts";

const { scalars, powers_of_two } = readReference<{
  scalars: Record<"float64" | "float32", [ReferenceArray["data"][number], string][]>;
  powers_of_two: string[];
}>("numpy-more.json");

describe("pythonFloat", () => {
  test.each(scalars.float64)("pythonFloat writes the double %s as Python", (value, expected) => {
    const [number] = numbers({ data: [value] });
    expect(pythonFloat(number!, false)).toBe(expected);
  });

  test.each(scalars.float32)("pythonFloat writes the single-precision %s as NumPy", (value, expected) => {
    const [number] = numbers({ data: [value] });
    expect(pythonFloat(Math.fround(number!), true)).toBe(expected);
  });

  test("pythonFloat writes every single-precision power of two as NumPy", () => {
    expect(powers_of_two.map((_, i) => pythonFloat(2 ** (i - 149), true))).toEqual(powers_of_two);
  });

  test("pythonFloat is how str prints a number, unless it is a whole one", () => {
    for (const [value, expected] of scalars.float64) {
      const [number] = numbers({ data: [value] });
      const isWhole = Number.isSafeInteger(number) && !Object.is(number, -0);
      expect(str(number)).toBe(isWhole ? String(number) : expected);
    }
    expect(scalars.float64.length > 50).toBe(true);
  });
});
