// The kernels of kernels/Kernels.ts in AssemblyScript, two doubles at a time. Every matrix lies row by row; a row of m
// columns takes `stride` bytes, a multiple of 64, and what fills it up is zero, so that no loop needs a remainder.
// Products are computed for two rows at once: a number that is loaded is then used twice. A last row without a partner is
// computed twice.

import { exponential, logarithm } from "./simdMath.as";

/** Where the memory that the compiler uses for itself ends. */
export function heapBase(): usize {
  return __heap_base;
}

/** out := W·A + b, then max(0, ·) if `relu`; W (o, i), A (i, m), out (o, m). The sum comes first and b last, as in NumPy. */
export function affine(W: usize, A: usize, b: usize, out: usize, o: i32, i: i32, m: i32, relu: bool): void {
  const stride = strideOf(m);
  const floor = f64x2.splat(relu ? 0 : -Infinity);
  for (let c: usize = 0; c < stride; c += 64) {
    for (let row = 0; row < o; row += 2) {
      const next = min(row + 1, o - 1);
      const to = out + <usize>row * stride + c;
      const nextTo = out + <usize>next * stride + c;
      tile(false, W + at(row * i), W + at(next * i), 8, A + c, stride, i, to, nextTo, b + at(row), b + at(next), floor);
    }
  }
  for (let row = 0; row < o; row++) clearPadding(out + <usize>row * stride, m, stride);
}

/** out := Wᵀ·dz where A > 0, else 0; W (o, i), dz (o, m), A and out (i, m). */
export function backward(W: usize, dz: usize, A: usize, out: usize, o: i32, i: i32, m: i32): void {
  const stride = strideOf(m);
  const zero = f64x2.splat(0);
  for (let c: usize = 0; c < stride; c += 64) {
    for (let row = 0; row < i; row += 2) {
      const next = min(row + 1, i - 1);
      const r = <usize>row * stride + c;
      const n = <usize>next * stride + c;
      tile(true, W + at(row), W + at(next), at(i), dz + c, stride, o, out + r, out + n, A + r, A + n, zero);
    }
  }
  for (let row = 0; row < i; row++) clearPadding(out + <usize>row * stride, m, stride);
}

/**
 * Two rows and eight columns of a product of `terms` terms: the weights of the rows begin at w and v and are `step` bytes
 * apart, the rows that they multiply begin at `source`. The results go to `to` and `nextTo`, multiplied by whether the
 * numbers at `extra` and `nextExtra` are active if `gated`, else with the biases that lie there added, and at least `floor`.
 */
// @ts-expect-error: decorator
@inline
function tile(
  gated: bool, w: usize, v: usize, step: usize, source: usize, stride: usize, terms: i32,
  to: usize, nextTo: usize, extra: usize, nextExtra: usize, floor: v128,
): void {
  let p0 = f64x2.splat(0), p1 = p0, p2 = p0, p3 = p0;
  let q0 = p0, q1 = p0, q2 = p0, q3 = p0;
  for (let k = 0; k < terms; k++) {
    const p = v128.load64_splat(w);
    const q = v128.load64_splat(v);
    const a0 = v128.load(source);
    const a1 = v128.load(source, 16);
    const a2 = v128.load(source, 32);
    const a3 = v128.load(source, 48);
    p0 = f64x2.add(p0, f64x2.mul(p, a0));
    q0 = f64x2.add(q0, f64x2.mul(q, a0));
    p1 = f64x2.add(p1, f64x2.mul(p, a1));
    q1 = f64x2.add(q1, f64x2.mul(q, a1));
    p2 = f64x2.add(p2, f64x2.mul(p, a2));
    q2 = f64x2.add(q2, f64x2.mul(q, a2));
    p3 = f64x2.add(p3, f64x2.mul(p, a3));
    q3 = f64x2.add(q3, f64x2.mul(q, a3));
    w += step;
    v += step;
    source += stride;
  }
  if (gated) {
    storeActive(to, extra, p0, p1, p2, p3);
    storeActive(nextTo, nextExtra, q0, q1, q2, q3);
  } else {
    storeBiased(to, extra, floor, p0, p1, p2, p3);
    storeBiased(nextTo, nextExtra, floor, q0, q1, q2, q3);
  }
}

// @ts-expect-error: decorator
@inline
function storeBiased(to: usize, b: usize, floor: v128, s0: v128, s1: v128, s2: v128, s3: v128): void {
  const bias = v128.load64_splat(b);
  v128.store(to, f64x2.pmax(f64x2.add(s0, bias), floor));
  v128.store(to, f64x2.pmax(f64x2.add(s1, bias), floor), 16);
  v128.store(to, f64x2.pmax(f64x2.add(s2, bias), floor), 32);
  v128.store(to, f64x2.pmax(f64x2.add(s3, bias), floor), 48);
}

// @ts-expect-error: decorator
@inline
function storeActive(to: usize, a: usize, s0: v128, s1: v128, s2: v128, s3: v128): void {
  v128.store(to, f64x2.mul(s0, active(v128.load(a))));
  v128.store(to, f64x2.mul(s1, active(v128.load(a, 16))), 16);
  v128.store(to, f64x2.mul(s2, active(v128.load(a, 32))), 32);
  v128.store(to, f64x2.mul(s3, active(v128.load(a, 48))), 48);
}

/** 1 where a > 0, else 0. A product with it keeps NaN, as NumPy's does. */
// @ts-expect-error: decorator
@inline
function active(a: v128): v128 {
  return v128.and(f64x2.splat(1), f64x2.gt(a, f64x2.splat(0)));
}

/** dW += dz·Aᵀ and db += the row sums of dz; dz (o, m), A (i, m). */
export function outer(dz: usize, A: usize, dW: usize, db: usize, o: i32, i: i32, m: i32): void {
  const stride = strideOf(m);
  for (let row = 0; row < o; row++) add(db + at(row), sum(dz + <usize>row * stride, stride));
  for (let row = 0; row < o; row += 2) {
    const next = min(row + 1, o - 1);
    const slopes0 = dW + at(row * i);
    const slopes1 = dW + at(next * i);
    for (let k = 0; k < i; k += 2) {
      const n = min(k + 1, i - 1);
      addDots(
        dz + <usize>row * stride, dz + <usize>next * stride, A + <usize>k * stride, A + <usize>n * stride,
        slopes0 + at(k), slopes0 + at(n), slopes1 + at(k), slopes1 + at(n), stride,
      );
    }
  }
}

/** pa += p·a, pb += p·b, qa += q·a, qb += q·b for rows p, q, a, b. Rows may be the same; then so are the sums. */
// @ts-expect-error: decorator
@inline
function addDots(
  p: usize, q: usize, a: usize, b: usize, pa: usize, pb: usize, qa: usize, qb: usize, stride: usize,
): void {
  let pas = f64x2.splat(0), pbs = pas, qas = pas, qbs = pas;
  for (const end = p + stride; p < end; p += 16) {
    const ps = v128.load(p);
    const qs = v128.load(q);
    const right = v128.load(a);
    const bs = v128.load(b);
    pas = f64x2.add(pas, f64x2.mul(ps, right));
    pbs = f64x2.add(pbs, f64x2.mul(ps, bs));
    qas = f64x2.add(qas, f64x2.mul(qs, right));
    qbs = f64x2.add(qbs, f64x2.mul(qs, bs));
    q += 16;
    a += 16;
    b += 16;
  }
  const sumPa = load<f64>(pa) + lanes(pas);
  const sumPb = load<f64>(pb) + lanes(pbs);
  const sumQa = load<f64>(qa) + lanes(qas);
  const sumQb = load<f64>(qb) + lanes(qbs);
  store<f64>(pa, sumPa);
  store<f64>(pb, sumPb);
  store<f64>(qa, sumQa);
  store<f64>(qb, sumQb);
}

/** z := 1 / (1 + e^(-z)); z has `count` numbers, an even count. */
export function logistic(z: usize, count: i32): void {
  const one = f64x2.splat(1);
  for (const end = z + at(count); z < end; z += 16) {
    v128.store(z, f64x2.div(one, f64x2.add(one, exponential(f64x2.neg(v128.load(z))))));
  }
}

/** losses := -y·ln(a) - (1 - y)·ln(1 - a), 0 where that is NaN; an even count of them. */
export function losses(a: usize, y: usize, out: usize, count: i32): void {
  for (let c: usize = 0; c < at(count); c += 16) {
    const loss = lossOf(v128.load(a + c), v128.load(y + c));
    v128.store(out + c, v128.and(loss, f64x2.eq(loss, loss)));
  }
}

/** For labels 0 and 1 one of the terms is zero or NaN, and one logarithm is enough. */
// @ts-expect-error: decorator
@inline
function lossOf(output: v128, label: v128): v128 {
  const one = f64x2.splat(1);
  const is1 = f64x2.eq(label, one);
  const rest = f64x2.sub(one, output);
  if (i64x2.all_true(v128.or(is1, f64x2.eq(label, f64x2.splat(0))))) {
    return f64x2.neg(logarithm(v128.bitselect(output, rest, is1)));
  }
  const first = f64x2.mul(logarithm(output), label);
  const second = f64x2.mul(logarithm(rest), f64x2.sub(one, label));
  return f64x2.neg(f64x2.add(first, second));
}

/** out := 1/examples · (a - y) for `rows` rows of m columns. */
export function outputGradient(a: usize, y: usize, out: usize, rows: i32, m: i32, examples: f64): void {
  const stride = strideOf(m);
  const share = f64x2.splat(1 / examples);
  for (let c: usize = 0; c < <usize>rows * stride; c += 16) {
    v128.store(out + c, f64x2.mul(share, f64x2.sub(v128.load(a + c), v128.load(y + c))));
  }
  for (let row = 0; row < rows; row++) clearPadding(out + <usize>row * stride, m, stride);
}

// @ts-expect-error: decorator
@inline
function at(index: i32): usize {
  return (<usize>index) << 3;
}

// @ts-expect-error: decorator
@inline
function strideOf(m: i32): usize {
  return at((m + 7) & -8);
}

// @ts-expect-error: decorator
@inline
function add(p: usize, value: f64): void {
  store<f64>(p, load<f64>(p) + value);
}

// @ts-expect-error: decorator
@inline
function clearPadding(row: usize, m: i32, stride: usize): void {
  for (let c = at(m); c < stride; c += 8) store<f64>(row + c, 0);
}

function sum(row: usize, stride: usize): f64 {
  let s0 = f64x2.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  for (let c: usize = 0; c < stride; c += 64) {
    s0 = f64x2.add(s0, v128.load(row + c));
    s1 = f64x2.add(s1, v128.load(row + c, 16));
    s2 = f64x2.add(s2, v128.load(row + c, 32));
    s3 = f64x2.add(s3, v128.load(row + c, 48));
  }
  return lanes(f64x2.add(f64x2.add(s0, s1), f64x2.add(s2, s3)));
}

// @ts-expect-error: decorator
@inline
function lanes(v: v128): f64 {
  return f64x2.extract_lane(v, 0) + f64x2.extract_lane(v, 1);
}
