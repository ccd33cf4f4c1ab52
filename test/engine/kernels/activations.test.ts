import { describe, expect, it } from 'vitest';
import type { Kernels } from '../../../lib/src/engine/kernels/kernels.ts';
import { KERNEL, SUBNORMAL } from '../../tolerances.ts';
import { distance, filled, normals, padded, roundings, sideBySide, SIZES } from './sideBySide.ts';

const MAPS = ['sigmoid', 'tanh'] as const;
const SLOPES = ['reluGradient', 'sigmoidGradient', 'tanhGradient'] as const;

describe.each(MAPS)('%s', name => {
  it.each(SIZES)('agrees with the plain one: %i numbers', size => {
    const { simd, plain } = sideBySide({ z: normals(1, size, 4), a: filled(1, size) }, (kernels, { z, a }) =>
      kernels[name](z, a, padded(size)),
    );
    expect(distance(simd.regions.a, plain.regions.a)).toBeLessThan(KERNEL);
  });

  it('agrees relative to its size where it is small, and reaches its ends without NaN', () => {
    const data = [-200, -88, -80, -20, -1, -0.625, -1e-3, -1e-20, 0, 1e-20, 1e-3, 0.624, 1, 20, 88, 200];
    const { simd, plain } = sideBySide(
      { z: { rows: 1, cols: 16, data }, a: filled(1, 16) },
      (kernels, { z, a }) => kernels[name](z, a, 16),
    );
    simd.regions.a.forEach((value, i) => {
      const expected = plain.regions.a[i];
      if (Math.abs(expected) > SUBNORMAL) expect(Math.abs(value / expected - 1)).toBeLessThan(KERNEL);
      else expect(Math.abs(value - expected)).toBeLessThan(SUBNORMAL);
    });
  });

  it('hands NaN on', () => {
    const { simd } = sideBySide({ z: filled(1, 1, NaN) }, (kernels, { z }) => kernels[name](z, z, 4));
    expect(simd.regions.z[0]).toBeNaN();
  });
});

describe.each(SLOPES)('%s', name => {
  it.each(SIZES)('agrees with the plain one: %i numbers', size => {
    const regions = { a: normals(1, size), da: normals(1, size), dz: filled(1, size) };
    const { simd, plain } = sideBySide(regions, (kernels, { a, da, dz }) =>
      kernels[name](a, da, dz, padded(size)),
    );
    const [a, da] = [regions.a.data, regions.da.data];
    const sizes = (i: number) => Math.abs(da[i]!) * (1 + a[i]! ** 2);
    expect(roundings(simd.regions.dz, plain.regions.dz, sizes)).toBeLessThan(6);
    const isFlat = name === 'reluGradient' && Array.from(a).every(value => value <= 0);
    expect(plain.regions.dz.some(value => value !== 0)).toBe(!isFlat);
  });
});

describe('softmax', () => {
  const run = (rows: number, cols: number, scale: number) =>
    sideBySide(
      {
        z: normals(rows, cols, scale),
        a: filled(rows, cols),
        da: normals(rows, cols),
        dz: filled(rows, cols),
      },
      (kernels: Kernels, { z, a, da, dz }) => {
        kernels.softmax(z, a, rows, cols, padded(cols));
        kernels.softmaxGradient(a, da, dz, rows, cols, padded(cols));
      },
    );

  it.each(SIZES)('and its gradient agree with the plain ones: %i classes', cols => {
    for (const rows of [1, 5]) {
      const { simd, plain } = run(rows, cols, 3);
      const { a, da } = plain.regions;
      // e^(z − max) is off by as many roundings as z − max is large, which a itself makes small.
      expect(roundings(simd.regions.a, a, i => a[i]! * (1 - Math.log(a[i]!)))).toBeLessThan(cols + 8);
      const inRow = (i: number): number => {
        const from = i - (i % cols);
        return a.slice(from, from + cols).reduce((sum, share, j) => sum + share * Math.abs(da[from + j]!), 0);
      };
      const sizes = (i: number) => a[i]! * (1 - Math.log(a[i]!)) * (Math.abs(da[i]!) + inRow(i));
      expect(roundings(simd.regions.dz, plain.regions.dz, sizes)).toBeLessThan(2 * (cols + 8));
    }
  });

  it('sums to 1 without overflow, however large the logits', () => {
    const { simd } = run(4, 7, 1e4);
    for (let i = 0; i < 4; i++) {
      const sum = simd.regions.a.subarray(7 * i, 7 * i + 7).reduce((total, value) => total + value, 0);
      expect(roundings([sum], [1], () => 1)).toBeLessThan(2 * 7 + 4);
    }
  });
});
