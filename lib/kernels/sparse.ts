/** How many columns of A fit into the lists below. */
export const DEEPEST: i32 = 1024;

/** Columns of C that `strips` computes at a time. */
export const STRIP: i32 = 32;

/** One list per row of A: its non-zero values, and where in memory the rows of B lie that they multiply. */
const LIST: usize = 4 * (1024 + 4);
const values: usize = memory.data(4 * 4 * (1024 + 4), 16);
const places: usize = memory.data(4 * 4 * (1024 + 4), 16);
const lengths: usize = memory.data(16, 16);

/** For each of the 16 patterns of non-zero lanes, the shuffle that brings those lanes to the front. */
const fronts: usize = memory.data(16 * 16, 16);

for (let pattern = 0; pattern < 16; pattern++) {
  let to = fronts + pattern * 16;
  for (let lane = 0; lane < 4; lane++) {
    if (pattern & (1 << lane)) {
      store<u32>(to, 0x03020100 + 0x04040404 * lane);
      to += 4;
    }
  }
}

/** Adds the non-zero lanes of x and their places to the list of a row; returns its new length in bytes. */
// @ts-ignore: decorator
@inline
function append(row: usize, length: usize, x: v128, place: v128): usize {
  const pattern = i32x4.bitmask(f32x4.ne(x, f32x4.splat(0)));
  const front = v128.load(fronts + (<usize>pattern << 4));
  v128.store(values + row * LIST + length, i8x16.swizzle(x, front));
  v128.store(places + row * LIST + length, i8x16.swizzle(place, front));
  return length + (<usize>popcnt(pattern) << 2);
}

/**
 * Lists the non-zero elements of four rows of A, of which `rows` exist; returns how many they are. Half of what relu
 * lets through and three quarters of what dropout leaves of it are zeros: skipping them changes no bit of a finite sum
 * that starts from +0.
 */
export function pack(
  a: usize,
  ai: usize,
  ak: usize,
  b: usize,
  bk: usize,
  rows: i32,
  depth: i32,
): i32 {
  const asStored = ak == 4;
  const a1 = rows > 1 ? ai : 0;
  const a2 = rows > 2 ? 2 * ai : 0;
  const a3 = rows > 3 ? 3 * ai : 0;
  let n0: usize = 0;
  let n1: usize = 0;
  let n2: usize = 0;
  let n3: usize = 0;
  const lanes = i32x4(0, 1, 2, 3);
  let place = i32x4.add(i32x4.splat(<i32>b), i32x4.mul(i32x4.splat(<i32>bk), lanes));
  for (let k = 0; k < depth; k += 4) {
    const left = depth - k;
    let x0: v128;
    let x1: v128;
    let x2: v128;
    let x3: v128;
    if (asStored) {
      x0 = v128.load(a);
      x1 = v128.load(a + a1);
      x2 = v128.load(a + a2);
      x3 = v128.load(a + a3);
    } else {
      const r0 = v128.load(a);
      const r1 = v128.load(a + (left > 1 ? ak : 0));
      const r2 = v128.load(a + (left > 2 ? 2 * ak : 0));
      const r3 = v128.load(a + (left > 3 ? 3 * ak : 0));
      const p = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
      const q = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
      const r = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
      const s = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
      x0 = v128.shuffle<f32>(p, q, 0, 1, 4, 5);
      x1 = v128.shuffle<f32>(p, q, 2, 3, 6, 7);
      x2 = v128.shuffle<f32>(r, s, 0, 1, 4, 5);
      x3 = v128.shuffle<f32>(r, s, 2, 3, 6, 7);
    }
    if (left < 4) {
      const inside = i32x4.lt_s(lanes, i32x4.splat(left));
      x0 = v128.and(x0, inside);
      x1 = v128.and(x1, inside);
      x2 = v128.and(x2, inside);
      x3 = v128.and(x3, inside);
    }
    n0 = append(0, n0, x0, place);
    n1 = append(1, n1, x1, place);
    n2 = append(2, n2, x2, place);
    n3 = append(3, n3, x3, place);
    place = i32x4.add(place, i32x4.splat(<i32>bk << 2));
    a += ak << 2;
  }
  store<u32>(lengths, <u32>n0);
  store<u32>(lengths, <u32>n1, 4);
  store<u32>(lengths, <u32>n2, 8);
  store<u32>(lengths, <u32>n3, 12);
  return <i32>((n0 + n1 + n2 + n3) >> 2);
}

/** STRIP columns of C, from offset j in bytes on, of the rows that were packed. */
export function strips(j: usize, bias: usize, c: usize, ci: usize, rows: i32, relu: i32): void {
  for (let row: usize = 0; row < <usize>rows; row++) {
    let s0 = f32x4.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    let s4 = s0;
    let s5 = s0;
    let s6 = s0;
    let s7 = s0;
    if (bias) {
      s0 = f32x4.add(s0, v128.load(bias));
      s1 = f32x4.add(s1, v128.load(bias, 16));
      s2 = f32x4.add(s2, v128.load(bias, 32));
      s3 = f32x4.add(s3, v128.load(bias, 48));
      s4 = f32x4.add(s4, v128.load(bias, 64));
      s5 = f32x4.add(s5, v128.load(bias, 80));
      s6 = f32x4.add(s6, v128.load(bias, 96));
      s7 = f32x4.add(s7, v128.load(bias, 112));
    }
    let t = row * LIST;
    const end = t + <usize>load<u32>(lengths + (row << 2));
    for (; t < end; t += 4) {
      const x = v128.load_splat<f32>(values + t);
      const p = <usize>load<u32>(places + t) + j;
      s0 = f32x4.add(s0, f32x4.mul(x, v128.load(p)));
      s1 = f32x4.add(s1, f32x4.mul(x, v128.load(p, 16)));
      s2 = f32x4.add(s2, f32x4.mul(x, v128.load(p, 32)));
      s3 = f32x4.add(s3, f32x4.mul(x, v128.load(p, 48)));
      s4 = f32x4.add(s4, f32x4.mul(x, v128.load(p, 64)));
      s5 = f32x4.add(s5, f32x4.mul(x, v128.load(p, 80)));
      s6 = f32x4.add(s6, f32x4.mul(x, v128.load(p, 96)));
      s7 = f32x4.add(s7, f32x4.mul(x, v128.load(p, 112)));
    }
    const least = relu ? f32x4.splat(0) : f32x4.splat(-Infinity);
    v128.store(c, f32x4.pmax(s0, least));
    v128.store(c, f32x4.pmax(s1, least), 16);
    v128.store(c, f32x4.pmax(s2, least), 32);
    v128.store(c, f32x4.pmax(s3, least), 48);
    v128.store(c, f32x4.pmax(s4, least), 64);
    v128.store(c, f32x4.pmax(s5, least), 80);
    v128.store(c, f32x4.pmax(s6, least), 96);
    v128.store(c, f32x4.pmax(s7, least), 112);
    c += ci;
  }
}
