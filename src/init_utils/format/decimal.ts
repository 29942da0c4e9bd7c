/** Decimal digits of a positive number: d.ddd… · 10^exponent. */
export interface Decimal {
  readonly digits: string;
  readonly exponent: number;
}

/** Between how many and at most how many digits are wanted. */
export interface DigitCount {
  readonly min?: number;
  readonly max?: number;
}

/**
 * The digits that NumPy prints: as many as tell the number from its neighbours, but not more than `max` (then the
 * exact value is rounded, halves to even) and not fewer than `min` (then the digits of the exact value go on).
 *
 * @param single whether the neighbours are single-precision numbers
 * @see R. G. Burger, R. K. Dybvig: Printing floating-point numbers quickly and accurately. PLDI 1996
 */
export function decimal(
  value: number,
  single: boolean,
  { min = 1, max = Number.POSITIVE_INFINITY }: DigitCount = {},
): Decimal {
  if (value === 0) return { digits: "0".repeat(min), exponent: 0 };
  const shortest = single ? shortestSingle(value) : parse(value.toExponential());
  const count = Math.min(Math.max(shortest.digits.length, min), max);
  return count === shortest.digits.length ? shortest : round(exact(value), count);
}

function parse(exponential: string): Decimal {
  const [mantissa = "", exponent] = exponential.split("e");
  return { digits: mantissa.replace(".", ""), exponent: Number(exponent) };
}

/**
 * The fewest digits that read back as the same single-precision number. The rounded value is tried first; at powers of
 * two, whose lower neighbour is nearer than the upper one, the digits on its other side may be the ones that fit.
 */
function shortestSingle(value: number): Decimal {
  const all = exact(value);
  for (let count = 1; ; count++) {
    const below = round({ ...all, digits: all.digits.slice(0, count) }, count);
    const candidates = [round(all, count), below, next(below)];
    const fitting = candidates.find((candidate) => Math.fround(toNumber(candidate)) === value);
    if (fitting) return { ...fitting, digits: fitting.digits.replace(/0+$/, "") };
  }
}

function toNumber({ digits, exponent }: Decimal): number {
  return Number(`${digits[0]}.${digits.slice(1)}e${exponent}`);
}

/** All digits of a double; there are up to 767. */
function exact(value: number): Decimal {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const biased = bits.getUint16(0) >> 4;
  const fraction = bits.getBigUint64(0) & 0xfffffffffffffn;
  const mantissa = biased === 0 ? fraction : fraction | 0x10000000000000n;
  const power = Math.max(biased, 1) - 1075;
  // m / 2^k = m · 5^k / 10^k
  const digits = String(power < 0 ? mantissa * 5n ** BigInt(-power) : mantissa << BigInt(power));
  return { digits, exponent: digits.length - 1 + Math.min(power, 0) };
}

function round({ digits, exponent }: Decimal, count: number): Decimal {
  const kept = digits.slice(0, count).padEnd(count, "0");
  const rest = digits.slice(count).replace(/0+$/, "");
  const isOdd = Number(kept.at(-1)) % 2 === 1;
  if (rest < "5" || (rest === "5" && !isOdd)) return { digits: kept, exponent };
  return next({ digits: kept, exponent });
}

/** One more in the last digit. */
function next({ digits, exponent }: Decimal): Decimal {
  const sum = String(BigInt(digits) + 1n);
  return { digits: sum.slice(0, digits.length), exponent: exponent + sum.length - digits.length };
}
