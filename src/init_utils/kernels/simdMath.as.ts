// The exponential function and the logarithm, two doubles at a time and with an error below one unit in the last place.
// Neither has a branch: what is special comes out right by arithmetic, or is put in at the end.

// Their constants lie in memory, from where one instruction fetches each; written into the code they would be put
// together anew, by three instructions each, in every turn of a loop.

/** 1/2!, 1/3!, … 1/13!. */
const factorials = memory.data<f64>([
  1 / 2.0, 1 / 6.0, 1 / 24.0, 1 / 120.0, 1 / 720.0, 1 / 5040.0, 1 / 40320.0, 1 / 362880.0, 1 / 3628800.0,
  1 / 39916800.0, 1 / 479001600.0, 1 / 6227020800.0,
]);
/** What is above or below gives infinity or 0 like these. */
const greatest = memory.data<f64>([710]);
const least = memory.data<f64>([-746]);
const log2e = memory.data<f64>([1.4426950408889634]);
/** ln 2 in two parts. The first ends in zeros, so its product with an exponent is exact. */
const ln2High = memory.data<f64>([6.93147180369123816490e-1]);
const ln2Low = memory.data<f64>([1.90821492927058770002e-10]);
/** 1.5 · 2^52: added to a small number it rounds that, and leaves the whole number in the lowest bits. */
const rounder = memory.data<f64>([6755399441055744]);
const half = memory.data<f64>([0.5]);
const one = memory.data<f64>([1]);
const two = memory.data<f64>([2]);

/**
 * e^x = 2^n · e^r with n = x / ln 2, rounded, so |r| ≤ ln 2 / 2, where the Taylor series to r^13 / 13! is off by less than
 * 2^-57. The scale comes in two factors: neither overflows, and a result below 2^-1022 is rounded once.
 */
// @ts-expect-error: decorator
@inline
export function exponential(x: v128): v128 {
  const bounded = f64x2.pmax(f64x2.pmin(x, fetch(greatest)), fetch(least));
  const n = rounded(f64x2.mul(bounded, fetch(log2e)));
  const r = f64x2.sub(f64x2.sub(bounded, f64x2.mul(n, fetch(ln2High))), f64x2.mul(n, fetch(ln2Low)));
  const r2 = f64x2.mul(r, r);
  const r4 = f64x2.mul(r2, r2);
  const high = f64x2.add(cubic(r, r2, factorials + 32), f64x2.mul(r4, cubic(r, r2, factorials + 64)));
  const series = f64x2.add(cubic(r, r2, factorials), f64x2.mul(r4, high));
  const power = f64x2.add(fetch(one), f64x2.add(r, f64x2.mul(r2, series)));
  const first = rounded(f64x2.mul(n, fetch(half)));
  return f64x2.mul(f64x2.mul(power, powerOfTwo(first)), powerOfTwo(f64x2.sub(n, first)));
}

/** The coefficients of ln(1 + f) in s = f / (2 + f), from FreeBSD's e_log.c (Sun Microsystems, 1993). */
const atanh = memory.data<f64>([
  6.666666666666735130e-1, 3.999999999940941908e-1, 2.857142874366239149e-1, 2.222219843214978396e-1,
  1.818357216161805012e-1, 1.531383769920937332e-1, 1.479819860511658591e-1, 0,
]);
const leastNormal = memory.data<f64>([2.2250738585072014e-308]);
/** Brings what is below 2^-1022 above it. */
const twoTo54 = memory.data<f64>([18014398509481984]);
/** The bits of the least 1 + f, √½, and how far those of 1 are above them. */
const rootBits = memory.data<u64>([0x3fe6a09e00000000]);
const aboveRoot = memory.data<u64>([0x95f6200000000]);
const mantissa = memory.data<u64>([0xfffffffffffff]);
/** 2^52, whose lowest bits take a whole number; and what is to be subtracted with it from an exponent as it is stored. */
const twoTo52 = memory.data<f64>([4503599627370496]);
const bias = memory.data<f64>([4503599627370496 + 1023]);
const biasOf54 = memory.data<f64>([4503599627370496 + 1023 + 54]);
const infinity = memory.data<f64>([Infinity]);
const notANumber = memory.data<f64>([NaN]);

/**
 * ln x = k · ln 2 + ln(1 + f) for x = 2^k · (1 + f) with 1 + f between √½ and √2, computed in the steps of FreeBSD's
 * e_log.c, which bounds its error.
 */
// @ts-expect-error: decorator
@inline
export function logarithm(x: v128): v128 {
  const tiny = f64x2.lt(x, fetch(leastNormal));
  const bits = i64x2.add(v128.bitselect(f64x2.mul(x, fetch(twoTo54)), x, tiny), fetch(aboveRoot));
  const k = f64x2.sub(
    v128.or(i64x2.shr_u(bits, 52), fetch(twoTo52)),
    v128.bitselect(fetch(biasOf54), fetch(bias), tiny),
  );
  const f = f64x2.sub(i64x2.add(v128.and(bits, fetch(mantissa)), fetch(rootBits)), fetch(one));
  const halfSquare = f64x2.mul(f64x2.mul(f, fetch(half)), f);
  const s = f64x2.div(f, f64x2.add(fetch(two), f));
  const z = f64x2.mul(s, s);
  const z2 = f64x2.mul(z, z);
  const z4 = f64x2.mul(z2, z2);
  const series = f64x2.mul(z, f64x2.add(cubic(z, z2, atanh), f64x2.mul(z4, cubic(z, z2, atanh + 32))));
  const low = f64x2.add(f64x2.mul(s, f64x2.add(halfSquare, series)), f64x2.mul(k, fetch(ln2Low)));
  const ln = f64x2.add(f64x2.sub(f, f64x2.sub(halfSquare, low)), f64x2.mul(k, fetch(ln2High)));
  return special(x, ln);
}

/** Puts in ln 0 = -∞, ln ∞ = ∞, and NaN for NaN and what is negative. */
// @ts-expect-error: decorator
@inline
function special(x: v128, ln: v128): v128 {
  const zero = f64x2.splat(0);
  const finite = v128.bitselect(ln, x, f64x2.lt(x, fetch(infinity)));
  const positive = v128.bitselect(fetch(notANumber), finite, f64x2.lt(x, zero));
  return v128.bitselect(f64x2.neg(fetch(infinity)), positive, f64x2.eq(x, zero));
}

/** c0 + c1·x + c2·x² + c3·x³, in pairs that need not wait for each other. */
// @ts-expect-error: decorator
@inline
function cubic(x: v128, x2: v128, c: usize): v128 {
  const low = f64x2.add(fetch(c), f64x2.mul(x, fetch(c + 8)));
  return f64x2.add(low, f64x2.mul(x2, f64x2.add(fetch(c + 16), f64x2.mul(x, fetch(c + 24)))));
}

/** The number at an address, in both lanes. */
// @ts-expect-error: decorator
@inline
function fetch(address: usize): v128 {
  return v128.load64_splat(address);
}

// @ts-expect-error: decorator
@inline
function rounded(v: v128): v128 {
  return f64x2.sub(f64x2.add(v, fetch(rounder)), fetch(rounder));
}

/** 2^n for a whole n from -1022 to 1023. */
// @ts-expect-error: decorator
@inline
function powerOfTwo(n: v128): v128 {
  return i64x2.add(i64x2.shl(f64x2.add(n, fetch(rounder)), 52), fetch(one));
}
