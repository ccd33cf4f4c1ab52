import { at } from './product';

// The four words of sixteen elements: four counters side by side, one SIMD lane each.
let w0: v128 = i32x4.splat(0);
let w1: v128 = i32x4.splat(0);
let w2: v128 = i32x4.splat(0);
let w3: v128 = i32x4.splat(0);

// @ts-ignore: decorator
@inline
function low(even: v128, odd: v128): v128 {
  return v128.shuffle<i32>(even, odd, 0, 2, 4, 6);
}

// @ts-ignore: decorator
@inline
function high(even: v128, odd: v128): v128 {
  return v128.shuffle<i32>(even, odd, 1, 3, 5, 7);
}

/** Philox4x32-10 of the counters (4·group + lane, step, stream, 0). */
// @ts-ignore: decorator
@inline
function philox(group: i32, step: i32, stream: i32, key0: i32, key1: i32): void {
  const m0 = i32x4.splat(0xd2511f53);
  const m1 = i32x4.splat(0xcd9e8d57);
  let c0 = i32x4.add(i32x4.splat(group << 2), i32x4(0, 1, 2, 3));
  let c1 = i32x4.splat(step);
  let c2 = i32x4.splat(stream);
  let c3 = i32x4.splat(0);
  let k0 = i32x4.splat(key0);
  let k1 = i32x4.splat(key1);
  for (let round = 0; round < 10; round++) {
    const p0 = i64x2.extmul_low_i32x4_u(m0, c0);
    const q0 = i64x2.extmul_high_i32x4_u(m0, c0);
    const p1 = i64x2.extmul_low_i32x4_u(m1, c2);
    const q1 = i64x2.extmul_high_i32x4_u(m1, c2);
    c0 = v128.xor(v128.xor(high(p1, q1), c1), k0);
    c2 = v128.xor(v128.xor(high(p0, q0), c3), k1);
    c1 = low(p1, q1);
    c3 = low(p0, q0);
    k0 = i32x4.add(k0, i32x4.splat(0x9e3779b9));
    k1 = i32x4.add(k1, i32x4.splat(0xbb67ae85));
  }
  w0 = c0;
  w1 = c1;
  w2 = c2;
  w3 = c3;
}

/** 1 where the word is at least `threshold`, else 0. */
// @ts-ignore: decorator
@inline
function kept(words: v128, threshold: v128): v128 {
  return v128.and(i32x4.ge_u(words, threshold), f32x4.splat(1));
}

/** mask(i) = 0 with probability `rate`, else 1. Writes whole groups of sixteen. */
export function bernoulli(
  mask: i32,
  count: i32,
  rate: f64,
  key0: i32,
  key1: i32,
  step: i32,
  stream: i32,
): void {
  if (rate >= 1) {
    memory.fill(at(mask), 0, at(count));
    return;
  }
  const threshold = i32x4.splat(<i32>(<u32>(rate * 4294967296)));
  for (let i = 0; i < count; i += 16) {
    philox(i >> 4, step, stream, key0, key1);
    const to = at(mask + i);
    v128.store(to, kept(w0, threshold));
    v128.store(to, kept(w1, threshold), 16);
    v128.store(to, kept(w2, threshold), 32);
    v128.store(to, kept(w3, threshold), 48);
  }
}

/** noise(i) ~ N(1, deviation²), by pairs (Box and Muller) in double precision. */
export function gaussian(
  noise: i32,
  count: i32,
  deviation: f64,
  key0: i32,
  key1: i32,
  step: i32,
  stream: i32,
): void {
  for (let i = 0; i < count; i += 16) {
    philox(i >> 4, step, stream, key0, key1);
    const to = at(noise + i);
    v128.store(to, w0);
    v128.store(to, w1, 16);
    v128.store(to, w2, 32);
    v128.store(to, w3, 48);
    for (let pair = to; pair < to + 64; pair += 8) {
      const radius = deviation * Math.sqrt(-2 * Math.log(uniform(load<u32>(pair))));
      const angle = 2 * Math.PI * uniform(load<u32>(pair, 4));
      store<f32>(pair, <f32>(1 + radius * Math.cos(angle)));
      store<f32>(pair, <f32>(1 + radius * Math.sin(angle)), 4);
    }
  }
}

// @ts-ignore: decorator
@inline
function uniform(word: u32): f64 {
  return (<f64>word + 0.5) / 4294967296;
}

/** y = (x · scale) ⊙ mask. */
export function multiply(x: i32, mask: i32, y: i32, count: i32, scale: f32): void {
  const factor = f32x4.splat(scale);
  for (let i = 0; i < count; i += 4) {
    const scaled = f32x4.mul(v128.load(at(x + i)), factor);
    v128.store(at(y + i), f32x4.mul(scaled, v128.load(at(mask + i))));
  }
}
