import { decimal } from "./decimal.js";
import { exponentText, positional } from "./pythonFloat.js";

/** NumPy's precision: at most so many digits after the decimal point. */
const precision = 8;

/** The parts of a printed number, before they are aligned with the others. */
interface Parts {
  readonly whole: string;
  readonly fraction: string;
  readonly exponent: number;
}

/** How wide the parts are, over all numbers of an array. */
interface Widths {
  readonly whole: number;
  /** Everything after the decimal point, an exponent included. */
  readonly rest: number;
}

/**
 * Chooses how the numbers of an array are printed, so that the decimal points stand below each other.
 *
 * @param single whether they are single-precision numbers, which need fewer digits
 * @returns a function that prints one of them
 * @see https://numpy.org/doc/1.24/reference/generated/numpy.array2string.html
 */
export function floatFormat(values: readonly number[], single: boolean): (value: number) => string {
  const numbers = values.filter(Number.isFinite);
  const print = needsExponent(numbers, single)
    ? withExponent(numbers, single)
    : withoutExponent(numbers, single);
  const width = Math.max(print.widths.whole + 1 + print.widths.rest, nonFiniteWidth(values));
  return (value) => (Number.isFinite(value) ? print.number(value) : nonFinite(value)).padStart(width);
}

interface Print {
  readonly widths: Widths;
  number(value: number): string;
}

/** NumPy's rule: numbers that are large, small, or far apart get exponents. */
function needsExponent(numbers: readonly number[], single: boolean): boolean {
  const sizes = numbers.filter((value) => value !== 0).map(Math.abs);
  if (sizes.length === 0) return false;
  const largest = Math.max(...sizes);
  const smallest = Math.min(...sizes);
  const ratio = largest / smallest;
  return largest >= 1e8 || smallest < 1e-4 || (single ? Math.fround(ratio) : ratio) > 1000;
}

function withExponent(numbers: readonly number[], single: boolean): Print {
  const shortest = numbers.map((value) => scientificParts(value, single));
  const fraction = longest(shortest.map((parts) => parts.fraction));
  const exponent = longest(shortest.map((parts) => exponentText(parts.exponent, 2))) - 1;
  const number = (value: number): string => {
    const parts = scientificParts(value, single, fraction);
    return `${parts.whole}.${parts.fraction}e${exponentText(parts.exponent, exponent)}`;
  };
  const widths = { whole: longest(shortest.map((parts) => parts.whole)), rest: fraction + 2 + exponent };
  return { widths, number };
}

function withoutExponent(numbers: readonly number[], single: boolean): Print {
  const all = numbers.map((value) => positionalParts(value, single));
  const widths = {
    whole: longest(all.map((parts) => parts.whole)),
    rest: longest(all.map((parts) => parts.fraction)),
  };
  const number = (value: number): string => {
    const { whole, fraction } = positionalParts(value, single);
    return `${whole}.${fraction.padEnd(widths.rest)}`;
  };
  return { widths, number };
}

function scientificParts(value: number, single: boolean, digitsAfterPoint?: number): Parts {
  const count =
    digitsAfterPoint === undefined
      ? { max: precision + 1 }
      : { min: digitsAfterPoint + 1, max: digitsAfterPoint + 1 };
  const { digits, exponent } = decimal(Math.abs(value), single, count);
  const fraction = digits.slice(1);
  return {
    whole: sign(value) + digits[0],
    fraction: digitsAfterPoint === undefined ? fraction.replace(/0+$/, "") : fraction,
    exponent,
  };
}

function positionalParts(value: number, single: boolean): Parts {
  const size = Math.abs(value);
  const beforePoint = size === 0 ? 1 : Number(size.toExponential().split("e")[1]) + 1;
  const { digits, exponent } = decimal(size, single, { max: beforePoint + precision });
  const [whole, fraction] = positional(digits, exponent);
  return { whole: sign(value) + whole, fraction, exponent: 0 };
}

function sign(value: number): string {
  return value < 0 || Object.is(value, -0) ? "-" : "";
}

function nonFinite(value: number): string {
  return Number.isNaN(value) ? "nan" : `${sign(value)}inf`;
}

function nonFiniteWidth(values: readonly number[]): number {
  if (values.every(Number.isFinite)) return 0;
  return values.includes(Number.NEGATIVE_INFINITY) ? 4 : 3;
}

function longest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length));
}
