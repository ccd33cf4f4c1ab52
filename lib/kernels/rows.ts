import { at } from './heap';

/** T = Wᵀ, in blocks of 4 × 4. The padding columns of T become zeros. */
export function transpose(w: i32, rows: i32, cols: i32, stride: i32, t: i32, tStride: i32): void {
  const step = at(stride);
  const tStep = at(tStride);
  const wholeRows = rows & ~3;
  const wholeCols = cols & ~3;
  for (let i = 0; i < wholeRows; i += 4) {
    let from = at(w + i * stride);
    let to = at(t + i);
    for (let j = 0; j < wholeCols; j += 4) {
      const r0 = v128.load(from);
      const r1 = v128.load(from + step);
      const r2 = v128.load(from + 2 * step);
      const r3 = v128.load(from + 3 * step);
      const a = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
      const b = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
      const c = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
      const d = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
      v128.store(to, v128.shuffle<f32>(a, b, 0, 1, 4, 5));
      v128.store(to + tStep, v128.shuffle<f32>(a, b, 2, 3, 6, 7));
      v128.store(to + 2 * tStep, v128.shuffle<f32>(c, d, 0, 1, 4, 5));
      v128.store(to + 3 * tStep, v128.shuffle<f32>(c, d, 2, 3, 6, 7));
      from += 16;
      to += 4 * tStep;
    }
  }
  for (let i = 0; i < tStride; i++) {
    for (let j = i < wholeRows ? wholeCols : 0; j < cols; j++) {
      store<f32>(at(t + j * tStride + i), i < rows ? load<f32>(at(w + i * stride + j)) : 0);
    }
  }
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
  const size = at(stride);
  let to = at(out);
  for (let i = 0; i < rows; i++) {
    let from = at(x) + <usize>load<f32>(at(index + i)) * size;
    for (const end = to + size; to < end; to += 16) {
      v128.store(to, v128.load(from));
      from += 16;
    }
  }
}
