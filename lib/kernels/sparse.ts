/** How many columns of A fit into the lists below. */
export const DEEPEST: i32 = 1024;

/** `strips` computes whole multiples of this many columns of C. */
export const STRIP: i32 = 16;

/** One list per row of A: its non-zero values and, PLACES bytes behind each, where in memory its row of B lies. */
const LIST: usize = 4 * (DEEPEST + 4);
const PLACES: usize = 4 * LIST;
const lists: usize = memory.data(8 * LIST, 16);

/** Where in memory each row's list ends. */
const ends: usize = memory.data(16, 16);

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

/** Appends the non-zero lanes of x and their places to the list that ends at `end`; returns its new end. */
function append(end: usize, x: v128, place: v128): usize {
  const pattern = i32x4.bitmask(f32x4.ne(x, f32x4.splat(0)));
  const front = v128.load(fronts + ((<usize>pattern) << 4));
  v128.store(end, i8x16.swizzle(x, front));
  v128.store(end, i8x16.swizzle(place, front), PLACES);
  return end + ((<usize>popcnt(pattern)) << 2);
}

/**
 * Lists the non-zero elements of four rows of A, of which `rows` exist, and returns their number. About half of a ReLU
 * layer's outputs are zero, and about three quarters after dropout at 0.5: skipping them changes no bit of a finite sum
 * that starts from +0.
 */
export function pack(a: usize, ai: usize, ak: usize, b: usize, bk: usize, rows: i32, depth: i32): i32 {
  const asStored = ak == 4;
  const a1 = rows > 1 ? ai : 0;
  const a2 = rows > 2 ? 2 * ai : 0;
  const a3 = rows > 3 ? 3 * ai : 0;
  let end0 = lists;
  let end1 = lists + LIST;
  let end2 = lists + 2 * LIST;
  let end3 = lists + 3 * LIST;
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
    end0 = append(end0, x0, place);
    end1 = append(end1, x1, place);
    end2 = append(end2, x2, place);
    end3 = append(end3, x3, place);
    place = i32x4.add(place, i32x4.splat((<i32>bk) << 2));
    a += ak << 2;
  }
  store<usize>(ends, end0);
  store<usize>(ends, end1, 4);
  store<usize>(ends, end2, 8);
  store<usize>(ends, end3, 12);
  return <i32>((end0 + end1 + end2 + end3 - (4 * lists + 6 * LIST)) >> 2);
}

/**
 * Computes the rows of C that were packed: 32 columns at a time, and the last 16 alone where they are left over.
 *
 * The branch on `both` in the inner loop has a second purpose. Eight sums, eight vectors of B and x need 17 registers,
 * V8 has 15, and the V8 of Node 20 and 22 moves all loads of a block to its front: without the branch, one sum lives on
 * the stack and each non-zero takes nearly twice as long (`npx tsx bench/strips.ts` shows it).
 */
export function strips(columns: usize, bias: usize, c: usize, ci: usize, rows: i32, relu: i32): void {
  const least = relu ? f32x4.splat(0) : f32x4.splat(-Infinity);
  for (let row: usize = 0; row < <usize>rows; row++) {
    const start = lists + row * LIST;
    const end = load<usize>(ends + (row << 2));
    for (let j: usize = 0; j < columns; j += 128) {
      const both = columns - j > 64;
      let s0 = f32x4.splat(0);
      let s1 = s0;
      let s2 = s0;
      let s3 = s0;
      let s4 = s0;
      let s5 = s0;
      let s6 = s0;
      let s7 = s0;
      if (bias) {
        s0 = f32x4.add(s0, v128.load(bias + j));
        s1 = f32x4.add(s1, v128.load(bias + j, 16));
        s2 = f32x4.add(s2, v128.load(bias + j, 32));
        s3 = f32x4.add(s3, v128.load(bias + j, 48));
        if (both) {
          s4 = f32x4.add(s4, v128.load(bias + j, 64));
          s5 = f32x4.add(s5, v128.load(bias + j, 80));
          s6 = f32x4.add(s6, v128.load(bias + j, 96));
          s7 = f32x4.add(s7, v128.load(bias + j, 112));
        }
      }
      for (let t = start; t < end; t += 4) {
        const x = v128.load_splat<f32>(t);
        const p = load<usize>(t, PLACES) + j;
        s0 = f32x4.add(s0, f32x4.mul(x, v128.load(p)));
        s1 = f32x4.add(s1, f32x4.mul(x, v128.load(p, 16)));
        s2 = f32x4.add(s2, f32x4.mul(x, v128.load(p, 32)));
        s3 = f32x4.add(s3, f32x4.mul(x, v128.load(p, 48)));
        if (both) {
          s4 = f32x4.add(s4, f32x4.mul(x, v128.load(p, 64)));
          s5 = f32x4.add(s5, f32x4.mul(x, v128.load(p, 80)));
          s6 = f32x4.add(s6, f32x4.mul(x, v128.load(p, 96)));
          s7 = f32x4.add(s7, f32x4.mul(x, v128.load(p, 112)));
        }
      }
      const to = c + j;
      v128.store(to, f32x4.pmax(s0, least));
      v128.store(to, f32x4.pmax(s1, least), 16);
      v128.store(to, f32x4.pmax(s2, least), 32);
      v128.store(to, f32x4.pmax(s3, least), 48);
      if (both) {
        v128.store(to, f32x4.pmax(s4, least), 64);
        v128.store(to, f32x4.pmax(s5, least), 80);
        v128.store(to, f32x4.pmax(s6, least), 96);
        v128.store(to, f32x4.pmax(s7, least), 112);
      }
    }
    c += ci;
  }
}
