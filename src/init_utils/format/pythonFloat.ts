import { decimal } from "./decimal.js";

/**
 * A single number as Python's `repr` writes a float: the shortest digits, an exponent from 1e16 on and below 1e-4.
 *
 * @see https://docs.python.org/3/library/functions.html#repr
 */
export function pythonFloat(value: number, single: boolean): string {
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const size = Math.abs(value);
  if (Number.isNaN(value)) return "nan";
  if (size === Number.POSITIVE_INFINITY) return `${sign}inf`;
  const { digits, exponent } = decimal(size, single);
  if (size !== 0 && (size >= 1e16 || size < 1e-4)) return sign + withExponent(digits, exponent);
  const [whole, fraction] = positional(digits, exponent);
  return `${sign}${whole}.${fraction || "0"}`;
}

function withExponent(digits: string, exponent: number): string {
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : "";
  return `${digits[0]}${fraction}e${exponentText(exponent, 2)}`;
}

/** An exponent with its sign and at least `width` digits. */
export function exponentText(exponent: number, width: number): string {
  return (exponent < 0 ? "-" : "+") + String(Math.abs(exponent)).padStart(width, "0");
}

/** The digits before and after the decimal point, without zeros at the end. */
export function positional(digits: string, exponent: number): [whole: string, fraction: string] {
  const padded = "0".repeat(Math.max(-exponent, 0)) + digits.padEnd(exponent + 1, "0");
  const point = Math.max(exponent, 0) + 1;
  return [padded.slice(0, point), padded.slice(point).replace(/0+$/, "")];
}
