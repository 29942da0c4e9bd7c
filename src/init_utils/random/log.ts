/**
 * The natural logarithm, rounded correctly but for about one argument in a million.
 *
 * `Math.log` may differ from engine to engine, and in V8 it misses the last bit for 3 of 100 arguments: normal numbers
 * would then differ from NumPy's by up to two units in the last place. Here the calculation is done with pairs of
 * doubles, hi + lo, good for about 100 bits: x = m·2^e, s = (m - 1)/(m + 1), ln x = e·ln 2 + 2(s + s³/3 + s⁵/5 + …).
 *
 * @param x a positive normal number
 * @see T. J. Dekker: A floating-point technique for extending the available precision. Numer. Math. 18 (1971)
 */
export function log(x: number): number {
  const [m, e] = split(x);
  const s = divide([m - 1, 0], twoSum(m, 1));
  const z = multiply(s, s);
  const series = add(add([2, 0], multiply(z, TWO_THIRDS)), multiply(multiply(z, z), tail(z)));
  const [hi, lo] = add(multiply([e, 0], LN2), multiply(s, series));
  return hi + lo;
}

/** An unevaluated sum of two doubles, the second at most half a unit in the last place of the first. */
type Pair = readonly [hi: number, lo: number];

const LN2: Pair = [Math.LN2, 2.3190468138462996e-17];
const TWO_THIRDS: Pair = [0.6666666666666666, 3.700743415417188e-17];
const TWO_FIFTHS: Pair = [0.4, -2.2204460492503132e-17];

/** 2/5 + 2z/7 + 2z²/9 + …: from the second term on, a double has bits enough. */
function tail(z: Pair): Pair {
  let sum = 0;
  for (let n = 31; n >= 7; n -= 2) sum = sum * z[0] + 2 / n;
  return add(TWO_FIFTHS, [sum * z[0], 0]);
}

/** x as m·2^e with m between 0.7 and 1.5, where the series converges fast. */
function split(x: number): [m: number, e: number] {
  const e = Math.round(Math.log2(x));
  return [x / 2 ** e, e];
}

function twoSum(a: number, b: number): Pair {
  const sum = a + b;
  const bPart = sum - a;
  return [sum, a - (sum - bPart) + (b - bPart)];
}

function twoProduct(a: number, b: number): Pair {
  const product = a * b;
  const [aHi, aLo] = halves(a);
  const [bHi, bLo] = halves(b);
  return [product, aLo * bLo - (product - aHi * bHi - aLo * bHi - aHi * bLo)];
}

/** Two numbers of 26 bits each with the sum a. */
function halves(a: number): Pair {
  const scaled = a * (2 ** 27 + 1);
  const hi = scaled - (scaled - a);
  return [hi, a - hi];
}

function add(a: Pair, b: Pair): Pair {
  const [sum, error] = twoSum(a[0], b[0]);
  return twoSum(sum, error + a[1] + b[1]);
}

function multiply(a: Pair, b: Pair): Pair {
  const [product, error] = twoProduct(a[0], b[0]);
  return twoSum(product, error + a[0] * b[1] + a[1] * b[0]);
}

function divide(a: Pair, b: Pair): Pair {
  const quotient = a[0] / b[0];
  const rest = add(a, multiply([-quotient, 0], b));
  return twoSum(quotient, (rest[0] + rest[1]) / b[0]);
}
