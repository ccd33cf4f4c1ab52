import { at } from './heap';

/** T = Wᵀ, in blocks of 4 × 4. The padding columns of T become zeros. */
export function transpose(w: i32, rows: i32, cols: i32, stride: i32, t: i32, tStride: i32): void {
  const whole = rows & ~3;
  for (let i = 0; i < whole; i += 4) {
    for (let j = 0; j < cols; j += 4) {
      block(at(w + i * stride + j), at(stride), at(t + j * tStride + i), at(tStride), min(4, cols - j));
    }
  }
  for (let i = whole; i < tStride; i++) {
    for (let j = 0; j < cols; j++) {
      store<f32>(at(t + j * tStride + i), i < rows ? load<f32>(at(w + i * stride + j)) : 0);
    }
  }
}

function block(w: usize, stride: usize, t: usize, tStride: usize, cols: i32): void {
  const r0 = v128.load(w);
  const r1 = v128.load(w + stride);
  const r2 = v128.load(w + 2 * stride);
  const r3 = v128.load(w + 3 * stride);
  const a = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
  const b = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
  const c = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
  const d = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
  v128.store(t, v128.shuffle<f32>(a, b, 0, 1, 4, 5));
  if (cols == 1) return;
  v128.store(t + tStride, v128.shuffle<f32>(a, b, 2, 3, 6, 7));
  if (cols == 2) return;
  v128.store(t + 2 * tStride, v128.shuffle<f32>(c, d, 0, 1, 4, 5));
  if (cols == 3) return;
  v128.store(t + 3 * tStride, v128.shuffle<f32>(c, d, 2, 3, 6, 7));
}

/** out(j) = Σ_i G(i, j), sixteen columns at a time. */
export function columnSums(g: i32, rows: i32, stride: i32, out: i32): void {
  const step = at(stride);
  let j = 0;
  for (; j + 16 <= stride; j += 16) {
    let x = f32x4.splat(0);
    let y = x;
    let z = x;
    let w = x;
    let p = at(g + j);
    for (let i = 0; i < rows; i++) {
      x = f32x4.add(x, v128.load(p));
      y = f32x4.add(y, v128.load(p, 16));
      z = f32x4.add(z, v128.load(p, 32));
      w = f32x4.add(w, v128.load(p, 48));
      p += step;
    }
    v128.store(at(out + j), x);
    v128.store(at(out + j), y, 16);
    v128.store(at(out + j), z, 32);
    v128.store(at(out + j), w, 48);
  }
  for (; j < stride; j += 4) {
    let x = f32x4.splat(0);
    let p = at(g + j);
    for (let i = 0; i < rows; i++) {
      x = f32x4.add(x, v128.load(p));
      p += step;
    }
    v128.store(at(out + j), x);
  }
}

/** Row i of `out` becomes row heap[index + i] of `x`. */
export function gather(x: i32, stride: i32, index: i32, rows: i32, out: i32): void {
  for (let i = 0; i < rows; i++) {
    const row = x + <i32>load<f32>(at(index + i)) * stride;
    for (let j = 0; j < stride; j += 4) v128.store(at(out + i * stride + j), v128.load(at(row + j)));
  }
}
