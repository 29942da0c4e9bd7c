import { floatFormat } from "./floatFormat.js";
import { layOut, type Shown, shownAlongAxes } from "./layOut.js";
import { type Kind, type Printable, printable } from "./printable.js";
import { pythonFloat } from "./pythonFloat.js";

/**
 * Prints a tensor, an array or a number as NumPy's `str` does.
 *
 * Float numbers have at most 8 digits after the point and no zeros that say nothing (`1.`); exponents appear when the
 * largest is at least 1e8, the smallest below 1e-4, or one over 1,000 times another. Lines break at 75 characters; of
 * more than 1,000 elements the first and last three along each axis are shown. Single numbers and tensors without axes
 * are printed in full, as Python does.
 *
 * JavaScript does not tell 1 from 1.0. A tensor or typed array says what it holds; plain numbers count as integers when
 * all of them are whole, so `[1, 2]` prints `[1 2]` and a float tensor of the same numbers `[1. 2.]`.
 *
 * @param value a tensor of numbers or booleans of any shape, a typed array, a nested array, a number, or a boolean
 * @returns the text, with line breaks
 * @throws TypeError when the value is nothing of this kind, or its rows differ in length.
 * @example
 * str(tf.tensor([0, 0.5, -2, 100])); // [  0.    0.5  -2.  100. ]
 * str(tf.tensor([1e10, 1])); // [1.e+10 1.e+00]
 * str([1, 2, 300]); // [  1   2 300]
 * str([[true, false]]); // [[ True False]]
 * str(Math.LN2); // 0.6931471805599453
 * @see https://numpy.org/doc/1.24/reference/generated/numpy.array_str.html
 */
export function str(value: unknown): string {
  const array = printable(value);
  const { kind, shape, data } = array;
  if (shape.length === 0) return single(kind, data[0]!);
  if (shape.includes(0)) return "[]";
  const format = formatFor(kind, shownElements(array));
  return layOut(shape, (index) => format(data[index]!));
}

type Element = Printable["data"][number];

function single(kind: Kind, value: Element): string {
  if (kind === "bool") return value ? "True" : "False";
  return kind === "int" ? String(value) : pythonFloat(Number(value), kind === "single");
}

function formatFor(kind: Kind, elements: readonly Element[]): (value: Element) => string {
  if (kind === "bool") return (value) => (value ? " True" : "False");
  if (kind === "int") {
    const text = (value: Element): string => String(typeof value === "boolean" ? Number(value) : value);
    const width = Math.max(...elements.map((value) => text(value).length));
    return (value) => text(value).padStart(width);
  }
  const format = floatFormat(elements.map(Number), kind === "single");
  return (value) => format(Number(value));
}

/** The elements that will be printed: only they decide on the width. */
function shownElements({ shape, data }: Printable): Element[] {
  const indices = shownAlongAxes(shape).reduce<number[]>(
    (offsets, shown, axis) => offsets.flatMap((offset) => along(shown, offset * shape[axis]!)),
    [0],
  );
  return indices.map((index) => data[index]!);
}

function along(shown: Shown, offset: number): number[] {
  return shown.flatMap((i) => (i === "..." ? [] : [offset + i]));
}
