import { at } from './heap';
import { DEEPEST, pack, STRIP, strips } from './sparse';

/**
 * C = A·B + bias, with relu if asked, in tiles of 4 rows × 8 columns held in registers; each element is summed over k in
 * order, so that tiling does not change a bit of it. The last tile reads its first row in place of rows that are not there.
 * Four rows of A of which more than a tenth are zeros skip the zeros instead, in all columns but the last few, which fill no
 * strip: a non-zero costs about what it costs in a tile.
 */
export function product(
  a: i32,
  ai: i32,
  ak: i32,
  b: i32,
  bk: i32,
  bias: i32,
  c: i32,
  ci: i32,
  m: i32,
  n: i32,
  depth: i32,
  relu: i32,
): void {
  const wide = (n + 3) & ~7;
  const inStrips = wide - (wide % STRIP);
  const packable = inStrips > 0 && depth >= 16 && depth <= DEEPEST && (ai == 1 || ak == 1);
  for (let i = 0; i < m; i += 4) {
    const rows = min(4, m - i);
    const rowOfA = at(a + i * ai);
    const rowOfC = at(c + i * ci);
    let j = 0;
    if (packable && pack(rowOfA, at(ai), at(ak), at(b), at(bk), rows, depth) * 10 < 9 * 4 * depth) {
      strips(at(inStrips), bias ? at(bias) : 0, rowOfC, at(ci), rows, relu);
      j = inStrips;
    }
    for (; j < wide; j += 8) {
      tile8(
        rowOfA,
        at(ai),
        at(ak),
        at(b + j),
        at(bk),
        bias ? at(bias + j) : 0,
        rowOfC + at(j),
        at(ci),
        rows,
        depth,
        relu,
      );
    }
    if (wide < n) {
      tile4(
        rowOfA,
        at(ai),
        at(ak),
        at(b + wide),
        at(bk),
        bias ? at(bias + wide) : 0,
        rowOfC + at(wide),
        at(ci),
        rows,
        depth,
        relu,
      );
    }
  }
}

function madd(sum: v128, x: v128, y: v128): v128 {
  return f32x4.add(sum, f32x4.mul(x, y));
}

function store2(c: usize, x: v128, y: v128, relu: i32): void {
  if (relu) {
    x = f32x4.pmax(x, f32x4.splat(0));
    y = f32x4.pmax(y, f32x4.splat(0));
  }
  v128.store(c, x);
  v128.store(c, y, 16);
}

function tile8(
  a0: usize,
  ai: usize,
  ak: usize,
  b: usize,
  bk: usize,
  bias: usize,
  c: usize,
  ci: usize,
  rows: i32,
  depth: i32,
  relu: i32,
): void {
  let x0 = f32x4.splat(0);
  let x1 = x0;
  if (bias) {
    x0 = f32x4.add(x0, v128.load(bias));
    x1 = f32x4.add(x1, v128.load(bias, 16));
  }
  let y0 = x0;
  let y1 = x1;
  let z0 = x0;
  let z1 = x1;
  let w0 = x0;
  let w1 = x1;
  let a1 = rows > 1 ? a0 + ai : a0;
  let a2 = rows > 2 ? a1 + ai : a0;
  let a3 = rows > 3 ? a2 + ai : a0;
  for (let k = 0; k < depth; k++) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let s = v128.load_splat<f32>(a0);
    x0 = madd(x0, s, b0);
    x1 = madd(x1, s, b1);
    s = v128.load_splat<f32>(a1);
    y0 = madd(y0, s, b0);
    y1 = madd(y1, s, b1);
    s = v128.load_splat<f32>(a2);
    z0 = madd(z0, s, b0);
    z1 = madd(z1, s, b1);
    s = v128.load_splat<f32>(a3);
    w0 = madd(w0, s, b0);
    w1 = madd(w1, s, b1);
    a0 += ak;
    a1 += ak;
    a2 += ak;
    a3 += ak;
    b += bk;
  }
  store2(c, x0, x1, relu);
  if (rows == 1) return;
  store2(c + ci, y0, y1, relu);
  if (rows == 2) return;
  store2(c + 2 * ci, z0, z1, relu);
  if (rows == 3) return;
  store2(c + 3 * ci, w0, w1, relu);
}

function store1(c: usize, x: v128, relu: i32): void {
  v128.store(c, relu ? f32x4.pmax(x, f32x4.splat(0)) : x);
}

function tile4(
  a0: usize,
  ai: usize,
  ak: usize,
  b: usize,
  bk: usize,
  bias: usize,
  c: usize,
  ci: usize,
  rows: i32,
  depth: i32,
  relu: i32,
): void {
  let x = f32x4.splat(0);
  if (bias) x = f32x4.add(x, v128.load(bias));
  let y = x;
  let z = x;
  let w = x;
  let a1 = rows > 1 ? a0 + ai : a0;
  let a2 = rows > 2 ? a1 + ai : a0;
  let a3 = rows > 3 ? a2 + ai : a0;
  for (let k = 0; k < depth; k++) {
    const b0 = v128.load(b);
    x = madd(x, v128.load_splat<f32>(a0), b0);
    y = madd(y, v128.load_splat<f32>(a1), b0);
    z = madd(z, v128.load_splat<f32>(a2), b0);
    w = madd(w, v128.load_splat<f32>(a3), b0);
    a0 += ak;
    a1 += ak;
    a2 += ak;
    a3 += ak;
    b += bk;
  }
  store1(c, x, relu);
  if (rows == 1) return;
  store1(c + ci, y, relu);
  if (rows == 2) return;
  store1(c + 2 * ci, z, relu);
  if (rows == 3) return;
  store1(c + 3 * ci, w, relu);
}
