import { at } from './heap';

/** x, or 0 where |x| is below 1e-30: moments that fade to subnormal numbers would slow every later step down. */
function settled(x: v128): v128 {
  return v128.andnot(x, f32x4.lt(f32x4.abs(x), f32x4.splat(1e-30)));
}

export function sgd(w: i32, g: i32, count: i32, learningRate: f32): void {
  const rate = f32x4.splat(learningRate);
  for (let i = 0; i < count; i += 4) {
    const step = f32x4.mul(rate, v128.load(at(g + i)));
    v128.store(at(w + i), f32x4.sub(v128.load(at(w + i)), step));
  }
}

export function momentum(
  w: i32,
  g: i32,
  u: i32,
  count: i32,
  learningRate: f32,
  mu: f32,
  nesterov: i32,
): void {
  const rate = f32x4.splat(learningRate);
  const share = f32x4.splat(mu);
  for (let i = 0; i < count; i += 4) {
    const step = f32x4.mul(rate, v128.load(at(g + i)));
    const speed = settled(f32x4.sub(f32x4.mul(share, v128.load(at(u + i))), step));
    v128.store(at(u + i), speed);
    const move = nesterov ? f32x4.sub(f32x4.mul(share, speed), step) : speed;
    v128.store(at(w + i), f32x4.add(v128.load(at(w + i)), move));
  }
}

/**
 * Eight numbers at a time: engines then keep the constants in registers. Root and division alone take seven eighths of the
 * time, as they share one unit of the processor.
 */
export function adam(
  w: i32,
  g: i32,
  m: i32,
  v: i32,
  count: i32,
  rate: f32,
  share1: f32,
  share2: f32,
  epsilon: f32,
): void {
  const rates = f32x4.splat(rate);
  const epsilons = f32x4.splat(epsilon);
  const one1 = f32x4.splat(share1);
  const one2 = f32x4.splat(share2);
  let i = 0;
  for (; i + 8 <= count; i += 8) {
    adam4(at(w + i), at(g + i), at(m + i), at(v + i), rates, one1, one2, epsilons);
    adam4(at(w + i + 4), at(g + i + 4), at(m + i + 4), at(v + i + 4), rates, one1, one2, epsilons);
  }
  if (i < count) adam4(at(w + i), at(g + i), at(m + i), at(v + i), rates, one1, one2, epsilons);
}

function adam4(
  w: usize,
  g: usize,
  m: usize,
  v: usize,
  rates: v128,
  one1: v128,
  one2: v128,
  epsilons: v128,
): void {
  const gradient = v128.load(g);
  let mean = v128.load(m);
  let square = v128.load(v);
  mean = settled(f32x4.add(mean, f32x4.mul(f32x4.sub(gradient, mean), one1)));
  square = f32x4.add(square, f32x4.mul(f32x4.sub(f32x4.mul(gradient, gradient), square), one2));
  v128.store(m, mean);
  v128.store(v, square);
  const root = f32x4.add(f32x4.sqrt(square), epsilons);
  const step = f32x4.div(f32x4.mul(rates, mean), root);
  v128.store(w, f32x4.sub(v128.load(w), step));
}

/** g ← g + 2λw; returns λ Σ w², summed in double precision. */
export function l2(w: i32, g: i32, count: i32, lambda: f64): f64 {
  const twice = f32x4.splat(<f32>lambda * 2);
  let even = f64x2.splat(0);
  let odd = f64x2.splat(0);
  for (let i = 0; i < count; i += 4) {
    const weights = v128.load(at(w + i));
    v128.store(at(g + i), f32x4.add(v128.load(at(g + i)), f32x4.mul(twice, weights)));
    const low = f64x2.promote_low_f32x4(weights);
    const high = f64x2.promote_low_f32x4(v128.shuffle<i64>(weights, weights, 1, 1));
    even = f64x2.add(even, f64x2.mul(low, low));
    odd = f64x2.add(odd, f64x2.mul(high, high));
  }
  const sum = f64x2.add(even, odd);
  return lambda * (f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1));
}

/** Scales every column of w whose norm exceeds `limit` down to it. */
export function maxNorm(w: i32, rows: i32, stride: i32, limit: f32): void {
  const limits = f32x4.splat(limit);
  for (let j = 0; j < stride; j += 4) {
    let square = f32x4.splat(0);
    for (let i = 0; i < rows; i++) {
      const x = v128.load(at(w + i * stride + j));
      square = f32x4.add(square, f32x4.mul(x, x));
    }
    const norm = f32x4.sqrt(square);
    const over = f32x4.gt(norm, limits);
    if (!v128.any_true(over)) continue;
    const factor = v128.bitselect(f32x4.div(limits, norm), f32x4.splat(1), over);
    for (let i = 0; i < rows; i++) {
      const place = at(w + i * stride + j);
      v128.store(place, f32x4.mul(v128.load(place), factor));
    }
  }
}

/** 1 when all numbers are finite: x · 0 is 0 for finite x only. */
export function allFinite(w: i32, count: i32): i32 {
  const zero = f32x4.splat(0);
  let sum = zero;
  let i = 0;
  for (; i + 16 <= count; i += 16) {
    const p = at(w + i);
    const x = f32x4.add(f32x4.mul(v128.load(p), zero), f32x4.mul(v128.load(p, 16), zero));
    const y = f32x4.add(f32x4.mul(v128.load(p, 32), zero), f32x4.mul(v128.load(p, 48), zero));
    sum = f32x4.add(sum, f32x4.add(x, y));
  }
  for (; i < count; i += 4) sum = f32x4.add(sum, f32x4.mul(v128.load(at(w + i)), zero));
  return i32(v128.any_true(f32x4.ne(sum, zero)) == false);
}
