import { at } from './heap';
import { exp, oneOver, select } from './vector';

/** a = 1 / (1 + e^−z), from e^−|z| so that nothing overflows. */
export function sigmoid(z: i32, a: i32, count: i32): void {
  const one = f32x4.splat(1);
  for (let i = 0; i < count; i += 4) {
    const x = v128.load(at(z + i));
    const power = exp(f32x4.neg(f32x4.abs(x)));
    const share = oneOver(f32x4.add(one, power));
    v128.store(at(a + i), select(share, f32x4.mul(power, share), f32x4.ge(x, f32x4.splat(0))));
  }
}

/** a = tanh z: an odd polynomial near 0 (Cephes tanhf), (1 − e^−2|z|) / (1 + e^−2|z|) beyond. */
export function tanh(z: i32, a: i32, count: i32): void {
  const one = f32x4.splat(1);
  const sign = i32x4.splat(0x80000000);
  for (let i = 0; i < count; i += 4) {
    const x = v128.load(at(z + i));
    const size = f32x4.abs(x);
    const power = exp(f32x4.mul(f32x4.splat(-2), size));
    const far = f32x4.mul(f32x4.sub(one, power), oneOver(f32x4.add(one, power)));
    const square = f32x4.mul(x, x);
    let p = f32x4.splat(-5.70498872745e-3);
    p = f32x4.add(f32x4.mul(p, square), f32x4.splat(2.06390887954e-2));
    p = f32x4.add(f32x4.mul(p, square), f32x4.splat(-5.37397155531e-2));
    p = f32x4.add(f32x4.mul(p, square), f32x4.splat(1.33314422036e-1));
    p = f32x4.add(f32x4.mul(p, square), f32x4.splat(-3.33332819422e-1));
    const near = f32x4.add(x, f32x4.mul(f32x4.mul(p, square), x));
    const signed = v128.or(far, v128.and(x, sign));
    v128.store(at(a + i), select(near, signed, f32x4.lt(size, f32x4.splat(0.625))));
  }
}

/** a = e^(z − max z) / Σ e^(z − max z), row by row; the padding becomes zeros. */
export function softmax(z: i32, a: i32, rows: i32, cols: i32, stride: i32): void {
  for (let i = 0; i < rows; i++) {
    const from = at(z + i * stride);
    const to = at(a + i * stride);
    let top: f32 = load<f32>(from);
    for (let j = 1; j < cols; j++) top = max(top, load<f32>(from + at(j)));
    for (let j = 0; j < stride; j += 4) {
      v128.store(to + at(j), exp(f32x4.sub(v128.load(from + at(j)), f32x4.splat(top))));
    }
    let total: f32 = 0;
    for (let j = 0; j < cols; j++) total += load<f32>(to + at(j));
    for (let j = 0; j < stride; j++) {
      store<f32>(to + at(j), j < cols ? load<f32>(to + at(j)) / total : 0);
    }
  }
}

function whereOn(a: v128, da: v128): v128 {
  return v128.and(da, f32x4.gt(a, f32x4.splat(0)));
}

/** Sixteen numbers at a time. */
export function reluGradient(a: i32, da: i32, dz: i32, count: i32): void {
  let i = 0;
  for (; i + 16 <= count; i += 16) {
    const x = at(a + i);
    const from = at(da + i);
    const to = at(dz + i);
    v128.store(to, whereOn(v128.load(x), v128.load(from)));
    v128.store(to, whereOn(v128.load(x, 16), v128.load(from, 16)), 16);
    v128.store(to, whereOn(v128.load(x, 32), v128.load(from, 32)), 32);
    v128.store(to, whereOn(v128.load(x, 48), v128.load(from, 48)), 48);
  }
  for (; i < count; i += 4) {
    v128.store(at(dz + i), whereOn(v128.load(at(a + i)), v128.load(at(da + i))));
  }
}

export function sigmoidGradient(a: i32, da: i32, dz: i32, count: i32): void {
  for (let i = 0; i < count; i += 4) {
    const x = v128.load(at(a + i));
    const slope = f32x4.mul(x, f32x4.sub(f32x4.splat(1), x));
    v128.store(at(dz + i), f32x4.mul(v128.load(at(da + i)), slope));
  }
}

export function tanhGradient(a: i32, da: i32, dz: i32, count: i32): void {
  for (let i = 0; i < count; i += 4) {
    const x = v128.load(at(a + i));
    const slope = f32x4.sub(f32x4.splat(1), f32x4.mul(x, x));
    v128.store(at(dz + i), f32x4.mul(v128.load(at(da + i)), slope));
  }
}

export function softmaxGradient(a: i32, da: i32, dz: i32, rows: i32, cols: i32, stride: i32): void {
  for (let i = 0; i < rows; i++) {
    const row = i * stride;
    let mean: f32 = 0;
    for (let j = row; j < row + cols; j++) mean += load<f32>(at(a + j)) * load<f32>(at(da + j));
    for (let j = row; j < row + cols; j++) {
      store<f32>(at(dz + j), load<f32>(at(a + j)) * (load<f32>(at(da + j)) - mean));
    }
  }
}
