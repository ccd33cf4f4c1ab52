import { describe, expect, it } from 'vitest';
import { EXACT } from '../../tolerances.ts';
import { distance, filled, normals, padded, roundings, sideBySide, SIZES } from './sideBySide.ts';

/** Shares between 0 and 1, from normals. */
function shares(rows: number, cols: number) {
  const { data } = normals(rows, cols);
  return { rows, cols, data: Array.from(data, value => 1 / (1 + Math.exp(-value))) };
}

describe.each(['binaryCrossentropy', 'categoricalCrossentropy', 'meanSquaredError'] as const)('%s', name => {
  it.each(SIZES)('agrees with the plain one in value and gradient: %i columns', cols => {
    for (const rows of [1, 6]) {
      const regions = {
        z: normals(rows, cols, 3),
        a: shares(rows, cols),
        y: shares(rows, cols),
        gradient: filled(rows, cols),
      };
      const stride = padded(cols);
      const { simd, plain } = sideBySide(regions, (kernels, { z, a, y, gradient }) =>
        name === 'meanSquaredError'
          ? kernels.meanSquaredError(a, y, gradient, rows, cols, stride, 0.25)
          : kernels[name](z, a, y, gradient, rows, cols, stride, 0.25),
      );
      const [ours, theirs] = [simd, plain].map(({ returned }) => [returned as number]);
      // Both add up in float64, but the difference that is squared has been rounded to float32.
      if (name === 'meanSquaredError') expect(roundings(ours!, theirs!, () => theirs![0]!)).toBeLessThan(4);
      else expect(distance(ours!, theirs!)).toBeLessThan(EXACT);
      // The gradient of the categorical one has the sum of a row's targets in it.
      const { a, y } = regions;
      const sumOfRow = (i: number): number => {
        const from = i - (i % cols);
        return Array.from(y.data)
          .slice(from, from + cols)
          .reduce((sum, target) => sum + target, 0);
      };
      const sums = name === 'categoricalCrossentropy';
      const factor = name === 'meanSquaredError' ? 0.5 : 0.25;
      const sizes = (i: number) => factor * (a.data[i]! * (sums ? sumOfRow(i) : 1) + y.data[i]!);
      expect(roundings(simd.regions.gradient, plain.regions.gradient, sizes)).toBeLessThan(
        sums ? cols + 4 : 4,
      );
      if (cols > 1) expect(plain.returned).toBeGreaterThan(0);
    }
  });
});

describe('the cross-entropies from logits', () => {
  it('stay exact where probabilities round to 0 and 1', () => {
    const regions = {
      z: { rows: 2, cols: 2, data: [40, -40, 1000, -1000] },
      a: { rows: 2, cols: 2, data: [1, 0, 1, 0] },
      y: { rows: 2, cols: 2, data: [0, 1, 0, 1] },
      dz: filled(2, 2),
    };
    const binary = sideBySide(regions, (kernels, { z, a, y, dz }) =>
      kernels.binaryCrossentropy(z, a, y, dz, 2, 2, 4, 1),
    );
    const categorical = sideBySide(regions, (kernels, { z, a, y, dz }) =>
      kernels.categoricalCrossentropy(z, a, y, dz, 2, 2, 4, 1),
    );
    expect(binary.simd.returned).toBe(2080);
    expect(categorical.simd.returned).toBe(2080);
    expect([...binary.simd.regions.dz]).toEqual([1, -1, 1, -1]);
  });
});

describe('the gradient of a point long learnt', () => {
  it('is 0 and not a number that turns subnormal further back', () => {
    const regions = { z: filled(1, 2, -80), a: filled(1, 2, 1e-35), y: filled(1, 2), dz: filled(1, 2, 1) };
    const { simd, plain } = sideBySide(regions, (kernels, { z, a, y, dz }) =>
      kernels.binaryCrossentropy(z, a, y, dz, 1, 2, 4, 1),
    );
    for (const { dz } of [simd.regions, plain.regions]) expect([...dz]).toEqual([0, 0]);
  });
});

describe('binaryMatches and categoricalMatches', () => {
  it.each(SIZES)('count as the plain ones do: %i columns', cols => {
    for (const name of ['binaryMatches', 'categoricalMatches'] as const) {
      const { simd, plain } = sideBySide({ a: shares(20, cols), y: shares(20, cols) }, (kernels, { a, y }) =>
        kernels[name](a, y, 20, cols, padded(cols)),
      );
      expect(simd.returned).toBe(plain.returned);
    }
  });

  it('take the first of equal maxima', () => {
    const a = { rows: 2, cols: 3, data: [1, 1, 0, 0, 1, 1] };
    const y = { rows: 2, cols: 3, data: [1, 0, 0, 0, 1, 0] };
    const { simd } = sideBySide({ a, y }, (kernels, at) => kernels.categoricalMatches(at.a, at.y, 2, 3, 4));
    expect(simd.returned).toBe(2);
  });
});
