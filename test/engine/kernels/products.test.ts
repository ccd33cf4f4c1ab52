import { describe, expect, it } from 'vitest';
import type { Kernels } from '../../../lib/src/engine/kernels/kernels.ts';
import { wasmArena } from '../../../lib/src/engine/kernels/wasm.ts';
import { randomState } from '../../../lib/src/numpy/random.ts';
import { expectSameBits, filled, normals, padded, type Region, sideBySide, SIZES } from './sideBySide.ts';

/** Every size as number of rows, with all columns and depths. */
const shapes = (m: number) => SIZES.map((n, i) => [m, n, SIZES[(i * 5 + m) % SIZES.length]] as const);

/** Standard normals, about `share` of them replaced by zeros of either sign, save the first `dense`. */
function sparse(rows: number, cols: number, share: number, dense = 0): Region {
  const { data } = normals(rows, cols);
  const random = randomState(rows * cols);
  return {
    rows,
    cols,
    data: Array.from(data, (x, i) => (i < dense || random.random() >= share ? x : x > 0 ? 0 : -0)),
  };
}

/** Both products of a sparse A, as stored and transposed, give the bits of the plain loops. */
function sparseAlike(m: number, n: number, depth: number, share: number, dense = 0): void {
  const stride = padded(n);
  const regions = {
    a: sparse(m, depth, share, dense),
    turned: sparse(depth, m, share),
    b: normals(depth, n),
    bias: sparse(1, n, share),
    biased: filled(m, n),
    fromTurned: filled(m, n),
  };
  const { simd, plain } = sideBySide(regions, (kernels, { a, turned, b, bias, biased, fromTurned }) => {
    kernels.product(a, padded(depth), 1, b, stride, bias, biased, stride, m, n, depth, 1);
    kernels.product(turned, 1, padded(m), b, stride, 0, fromTurned, stride, m, n, depth, 0);
  });
  expectSameBits(simd, plain);
}

describe('product', () => {
  it.each(SIZES)('gives the bits of the plain loops, with bias, relu and A transposed: %i rows', rows => {
    for (const [m, n, depth] of shapes(rows)) {
      const [ai, bk] = [padded(depth), padded(n)];
      const regions = {
        a: normals(m, depth),
        turned: normals(depth, m),
        b: normals(depth, n),
        bias: normals(1, n),
        biased: filled(m, n),
        rectified: filled(m, n),
        fromTurned: filled(m, n),
      };
      const { simd, plain } = sideBySide(regions, (kernels, at) => {
        const { a, b, bias } = at;
        kernels.product(a, ai, 1, b, bk, bias, at.biased, bk, m, n, depth, 0);
        kernels.product(a, ai, 1, b, bk, 0, at.rectified, bk, m, n, depth, 1);
        kernels.product(at.turned, 1, padded(m), b, bk, 0, at.fromTurned, bk, m, n, depth, 0);
      });
      expectSameBits(simd, plain);
      expect(plain.regions.biased.some(value => value !== 0)).toBe(true);
    }
  });

  it.each([0, 0.15, 0.3, 0.7, 1])(
    'gives the bits of the plain loops where a share of %f of A is zeros',
    share => {
      const columns = [13, 20, 29, 48, 56, 96].flatMap(n =>
        [16, 17, 18, 67].map(depth => [n, depth] as const),
      );
      for (const m of [1, 2, 3, 4, 17]) for (const [n, depth] of columns) sparseAlike(m, n, depth, share);
    },
  );

  it.each([1023, 1024, 1040])(
    'keeps the list of a row without zeros apart from the next: depth %i',
    depth => {
      sparseAlike(5, 30, depth, 0.9, depth);
    },
  );

  it('writes the rows it was asked for and nothing behind them', () => {
    const regions = { a: normals(5, 4), b: normals(4, 4), c: filled(8, 4, 7) };
    const { simd } = sideBySide(regions, (kernels, { a, b, c }) => {
      kernels.product(a, 4, 1, b, 4, 0, c, 4, 5, 4, 4, 0);
    });
    expect([...simd.regions.c.subarray(20)]).toEqual(Array(12).fill(7));
  });

  it('hands NaN on through relu', () => {
    const regions = { a: filled(1, 1, 1), b: filled(1, 1, NaN), c: filled(1, 1) };
    const { simd, plain } = sideBySide(regions, (kernels, { a, b, c }) => {
      kernels.product(a, 4, 1, b, 4, 0, c, 4, 1, 1, 1, 1);
    });
    expect([simd.regions.c[0], plain.regions.c[0]]).toEqual([NaN, NaN]);
  });
});

describe('transpose', () => {
  it.each(SIZES)('swaps rows and columns: %i rows', rows => {
    for (const cols of SIZES) {
      const { simd, plain } = sideBySide(
        { w: normals(rows, cols), t: filled(cols, rows) },
        (kernels, { w, t }) => kernels.transpose(w, rows, cols, padded(cols), t, padded(rows)),
      );
      expectSameBits(simd, plain);
    }
  });
});

describe('columnSums and gather', () => {
  it.each(SIZES)('give the bits of the plain loops: %i columns', size => {
    const rows = 2 * size + 1;
    const regions = {
      g: normals(rows, size),
      sums: filled(1, size),
      index: { rows: 1, cols: 3, data: [rows - 1, 0, size] },
      picked: filled(3, size),
    };
    const { simd, plain } = sideBySide(regions, (kernels, { g, sums, index, picked }) => {
      kernels.columnSums(g, rows, padded(size), sums);
      kernels.gather(g, padded(size), index, 3, picked);
    });
    expectSameBits(simd, plain);
    expect(plain.regions.picked[0]).toBe(Math.fround(regions.g.data[(rows - 1) * size]));
  });
});

describe('product at the very end of the memory', () => {
  it('reads nothing behind its last row', () => {
    const { memory, product } = wasmArena().kernels as Kernels & { memory: WebAssembly.Memory };
    const cols = 1000;
    const end = memory.buffer.byteLength / 4;
    const [a, b, c] = [end - cols, 4096, 12288];
    new Float32Array(memory.buffer).fill(1, a, end);
    new Float32Array(memory.buffer).fill(1, b, b + 4 * cols);
    product(a, cols, 1, b, 4, 0, c, 4, 1, 4, cols, 0);
    expect(new Float32Array(memory.buffer)[c]).toBe(cols);
  });
});
