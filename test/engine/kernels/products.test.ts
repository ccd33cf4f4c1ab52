import { describe, expect, it } from 'vitest';
import { filled, normals, padded, sideBySide, SIZES } from './sideBySide.ts';

const shapes = SIZES.flatMap(m => SIZES.map((n, i) => [m, n, SIZES[(i * 5 + m) % SIZES.length]]));

describe('product', () => {
  it.each(shapes)('gives the bits of the plain loop: %i × %i, depth %i', (m, n, depth) => {
    const regions = {
      a: normals(m, depth),
      b: normals(depth, n),
      bias: normals(1, n),
      c: filled(m, n),
      d: filled(m, n),
    };
    const [ai, bk] = [padded(depth), padded(n)];
    const { simd, plain } = sideBySide(regions, (kernels, { a, b, bias, c, d }) => {
      kernels.product(a, ai, 1, b, bk, bias, c, bk, m, n, depth, 0);
      kernels.product(a, ai, 1, b, bk, 0, d, bk, m, n, depth, 1);
    });
    expect(simd.regions).toEqual(plain.regions);
    expect(plain.regions.d.every(value => value >= 0)).toBe(true);
  });

  it.each(shapes)('reads A transposed just as well: %i × %i, depth %i', (m, n, depth) => {
    const regions = { a: normals(depth, m), b: normals(depth, n), c: filled(m, n) };
    const { simd, plain } = sideBySide(regions, (kernels, { a, b, c }) => {
      kernels.product(a, 1, padded(m), b, padded(n), 0, c, padded(n), m, n, depth, 0);
    });
    expect(simd.regions).toEqual(plain.regions);
  });

  it('writes the rows it was asked for and nothing behind them', () => {
    const regions = { a: normals(5, 4), b: normals(4, 4), c: filled(8, 4, 7) };
    const { simd } = sideBySide(regions, (kernels, { a, b, c }) => {
      kernels.product(a, 4, 1, b, 4, 0, c, 4, 5, 4, 4, 0);
    });
    expect([...simd.regions.c.subarray(20)]).toEqual(Array(12).fill(7));
  });

  it('hands NaN on through relu', () => {
    const regions = { a: filled(1, 1, 1), b: { rows: 1, cols: 1, data: [NaN] }, c: filled(1, 1) };
    const { simd, plain } = sideBySide(regions, (kernels, { a, b, c }) => {
      kernels.product(a, 4, 1, b, 4, 0, c, 4, 1, 1, 1, 1);
    });
    expect([simd.regions.c[0], plain.regions.c[0]]).toEqual([NaN, NaN]);
  });
});

describe('transpose', () => {
  it.each(SIZES.flatMap(rows => SIZES.map(cols => [rows, cols])))(
    'swaps rows and columns: %i × %i',
    (rows, cols) => {
      const regions = { w: normals(rows, cols), t: filled(cols, rows) };
      const { simd, plain } = sideBySide(regions, (kernels, { w, t }) =>
        kernels.transpose(w, rows, cols, padded(cols), t, padded(rows)),
      );
      expect(simd.regions).toEqual(plain.regions);
    },
  );
});

describe('columnSums and gather', () => {
  it.each(SIZES)('give the bits of the plain loops: %i', size => {
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
    expect(simd.regions).toEqual(plain.regions);
    expect(plain.regions.picked[0]).toBe(Math.fround(regions.g.data[(rows - 1) * size]));
  });
});
