// The kernels of kernels/Kernels.ts in AssemblyScript, two doubles at a time. Every matrix lies row by row; a row of m
// columns takes `stride` bytes, a multiple of 64, and what fills it up is zero, so that no loop needs a remainder.

/** Where the memory that the compiler uses for itself ends. */
export function heapBase(): usize {
  return __heap_base;
}

/** A := W·A + b, then max(0, ·) if `relu`; W (o, i), A (i, m), out (o, m). The sum comes first and b last, as in NumPy. */
export function affine(W: usize, A: usize, b: usize, out: usize, o: i32, i: i32, m: i32, relu: bool): void {
  const stride = strideOf(m);
  const floor = f64x2.splat(relu ? 0 : -Infinity);
  for (let row = 0; row < o; row++) {
    const weights = W + at(row * i);
    const bias = f64x2.splat(load<f64>(b + at(row)));
    const target = out + <usize>row * stride;
    for (let c: usize = 0; c < stride; c += 64) {
      let s0 = f64x2.splat(0);
      let s1 = s0;
      let s2 = s0;
      let s3 = s0;
      let source = A + c;
      for (let k = 0; k < i; k++) {
        const w = v128.load64_splat(weights + at(k));
        s0 = f64x2.add(s0, f64x2.mul(w, v128.load(source)));
        s1 = f64x2.add(s1, f64x2.mul(w, v128.load(source, 16)));
        s2 = f64x2.add(s2, f64x2.mul(w, v128.load(source, 32)));
        s3 = f64x2.add(s3, f64x2.mul(w, v128.load(source, 48)));
        source += stride;
      }
      v128.store(target + c, f64x2.max(floor, f64x2.add(s0, bias)));
      v128.store(target + c, f64x2.max(floor, f64x2.add(s1, bias)), 16);
      v128.store(target + c, f64x2.max(floor, f64x2.add(s2, bias)), 32);
      v128.store(target + c, f64x2.max(floor, f64x2.add(s3, bias)), 48);
    }
    clearPadding(target, m, stride);
  }
}

/** out := Wᵀ·dz where A > 0, else 0; W (o, i), dz (o, m), A and out (i, m). */
export function backward(W: usize, dz: usize, A: usize, out: usize, o: i32, i: i32, m: i32): void {
  const stride = strideOf(m);
  const zero = f64x2.splat(0);
  const one = f64x2.splat(1);
  for (let row = 0; row < i; row++) {
    const target = out + <usize>row * stride;
    const active = A + <usize>row * stride;
    for (let c: usize = 0; c < stride; c += 32) {
      let s0 = zero;
      let s1 = zero;
      let source = dz + c;
      for (let k = 0; k < o; k++) {
        const w = v128.load64_splat(W + at(k * i + row));
        s0 = f64x2.add(s0, f64x2.mul(w, v128.load(source)));
        s1 = f64x2.add(s1, f64x2.mul(w, v128.load(source, 16)));
        source += stride;
      }
      const mask0 = v128.and(one, f64x2.gt(v128.load(active + c), zero));
      const mask1 = v128.and(one, f64x2.gt(v128.load(active + c, 16), zero));
      v128.store(target + c, f64x2.mul(s0, mask0));
      v128.store(target + c, f64x2.mul(s1, mask1), 16);
    }
    clearPadding(target, m, stride);
  }
}

/** dW += dz·Aᵀ and db += the row sums of dz; dz (o, m), A (i, m). */
export function outer(dz: usize, A: usize, dW: usize, db: usize, o: i32, i: i32, m: i32): void {
  const stride = strideOf(m);
  for (let row = 0; row < o; row++) {
    const left = dz + <usize>row * stride;
    add(db + at(row), sum(left, stride));
    for (let k = 0; k < i; k++) add(dW + at(row * i + k), dot(left, A + <usize>k * stride, stride));
  }
}

/** z := 1 / (1 + e^(-z)); z has `count` numbers. */
export function logistic(z: usize, count: i32): void {
  for (let j = 0; j < count; j++) {
    const p = z + at(j);
    store<f64>(p, 1 / (1 + NativeMath.exp(-load<f64>(p))));
  }
}

/** losses := -y·ln(a) - (1 - y)·ln(1 - a), 0 where that is NaN. For y = 0 and y = 1 one of the terms is zero or NaN. */
export function losses(a: usize, y: usize, out: usize, count: i32): void {
  for (let j = 0; j < count; j++) {
    const output = load<f64>(a + at(j));
    const label = load<f64>(y + at(j));
    let loss: f64;
    if (label == 1) loss = -NativeMath.log(output);
    else if (label == 0) loss = -NativeMath.log(1 - output);
    else loss = -NativeMath.log(output) * label - NativeMath.log(1 - output) * (1 - label);
    store<f64>(out + at(j), loss == loss ? loss : 0);
  }
}

/** out := (a - y) / examples for `rows` rows of m columns. */
export function outputGradient(a: usize, y: usize, out: usize, rows: i32, m: i32, examples: f64): void {
  const stride = strideOf(m);
  for (let row = 0; row < rows; row++) {
    const from = <usize>row * stride;
    for (let j = 0; j < m; j++) {
      const p = from + at(j);
      store<f64>(out + p, (load<f64>(a + p) - load<f64>(y + p)) / examples);
    }
    clearPadding(out + from, m, stride);
  }
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
function dot(a: usize, b: usize, stride: usize): f64 {
  let s0 = f64x2.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  for (let c: usize = 0; c < stride; c += 64) {
    s0 = f64x2.add(s0, f64x2.mul(v128.load(a + c), v128.load(b + c)));
    s1 = f64x2.add(s1, f64x2.mul(v128.load(a + c, 16), v128.load(b + c, 16)));
    s2 = f64x2.add(s2, f64x2.mul(v128.load(a + c, 32), v128.load(b + c, 32)));
    s3 = f64x2.add(s3, f64x2.mul(v128.load(a + c, 48), v128.load(b + c, 48)));
  }
  return lanes(f64x2.add(f64x2.add(s0, s1), f64x2.add(s2, s3)));
}

// @ts-expect-error: decorator
@inline
function lanes(v: v128): f64 {
  return f64x2.extract_lane(v, 0) + f64x2.extract_lane(v, 1);
}
