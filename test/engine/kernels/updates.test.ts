import { describe, expect, it } from 'vitest';
import { EXACT } from '../../tolerances.ts';
import {
  distance,
  filled,
  normals,
  padded,
  type Region,
  roundings,
  sideBySide,
  SIZES,
} from './sideBySide.ts';

function squares({ rows, cols, data }: Region): Region {
  return { rows, cols, data: Array.from(data, value => value * value) };
}

/** What is added up to the new weights and moments of each optimizer, as the calls below have it. */
const sizesOf = {
  sgd: (w: number, g: number) => ({ w: w + 0.1 * g, slow: 0, square: 0 }),
  heavy: (w: number, g: number, u: number) => ({
    w: w + 0.9 * u + 0.1 * g,
    slow: 0.9 * u + 0.1 * g,
    square: 0,
  }),
  nesterov: (w: number, g: number, u: number) => ({
    w: w + 0.9 * (0.9 * u + 0.1 * g) + 0.1 * g,
    slow: 0.9 * u + 0.1 * g,
    square: 0,
  }),
  adam: (w: number, g: number, m: number, v: number) => {
    const slow = m + 0.1 * (g + m);
    const square = v + 0.001 * (g * g + v);
    return { w: w + (0.01 * slow) / Math.sqrt(0.999 * v + 0.001 * g * g), slow, square };
  },
};

describe('sgd, momentum and adam', () => {
  it.each(SIZES)('agree with the plain ones: %i numbers', size => {
    const count = padded(size);
    const regions = {
      w: normals(1, size),
      g: normals(1, size),
      slow: normals(1, size),
      square: squares(normals(1, size)),
    };
    const before = regions.w.data;
    for (const call of ['sgd', 'heavy', 'nesterov', 'adam'] as const) {
      const { simd, plain } = sideBySide(regions, (kernels, { w, g, slow, square }) => {
        if (call === 'sgd') kernels.sgd(w, g, count, 0.1);
        else if (call === 'adam') kernels.adam(w, g, slow, square, count, 0.01, 0.1, 0.001, 1e-7);
        else kernels.momentum(w, g, slow, count, 0.1, 0.9, Number(call === 'nesterov'));
      });
      const [w, g, m, v] = ['w', 'g', 'slow', 'square'].map(
        name => (i: number) => Math.abs(regions[name as keyof typeof regions].data[i]!),
      );
      for (const name of ['w', 'slow', 'square'] as const) {
        const sizes = (i: number) => sizesOf[call](w!(i), g!(i), m!(i), v!(i))[name];
        expect(roundings(simd.regions[name], plain.regions[name], sizes)).toBeLessThan(8);
      }
      expect(distance(simd.regions.w, before)).toBeGreaterThan(1e-5);
    }
  });

  it('leave a weight without gradient and moments where it is, to the bit', () => {
    const regions = { w: filled(1, 4, 0.3), g: filled(1, 4), m: filled(1, 4), v: filled(1, 4) };
    const { simd } = sideBySide(regions, (kernels, { w, g, m, v }) =>
      kernels.adam(w, g, m, v, 4, 0.01, 0.1, 0.001, 1e-7),
    );
    expect([...simd.regions.w]).toEqual(Array(4).fill(Math.fround(0.3)));
  });
});

describe('a moment that fades', () => {
  it('ends in 0, not in subnormal numbers that would slow every step down', () => {
    const regions = { w: filled(1, 4), g: filled(1, 4), m: filled(1, 4, 1e-20), v: filled(1, 4, 1) };
    const { simd, plain } = sideBySide(regions, (kernels, { w, g, m, v }) => {
      for (let step = 0; step < 300; step++) kernels.adam(w, g, m, v, 4, 0.01, 0.1, 0.001, 1e-7);
      for (let step = 0; step < 300; step++) kernels.momentum(w, g, m, 4, 0.01, 0.9, 0);
    });
    for (const { m } of [simd.regions, plain.regions]) expect([...m]).toEqual([0, 0, 0, 0]);
  });
});

describe('l2 and maxNorm', () => {
  it.each(SIZES)('agree with the plain ones: %i columns', cols => {
    const rows = 9;
    const regions = { w: normals(rows, cols), g: normals(rows, cols) };
    const stride = padded(cols);
    const penalized = sideBySide(regions, (kernels, { w, g }) => kernels.l2(w, g, rows * stride, 0.01));
    const [ours, theirs] = [penalized.simd, penalized.plain].map(({ returned }) => [returned as number]);
    expect(distance(ours!, theirs!)).toBeLessThan(EXACT);
    const [weights, gradients] = [regions.w.data, regions.g.data];
    const sizes = (i: number) => Math.abs(gradients[i]!) + 0.02 * Math.abs(weights[i]!);
    expect(roundings(penalized.simd.regions.g, penalized.plain.regions.g, sizes)).toBeLessThan(4);
    const bounded = sideBySide(regions, (kernels, { w }) => kernels.maxNorm(w, rows, stride, 3));
    const lengths = (i: number) => Math.abs(weights[i]!);
    expect(roundings(bounded.simd.regions.w, bounded.plain.regions.w, lengths)).toBeLessThan(rows / 2 + 4);
  });

  it('maxNorm shortens columns beyond the limit and leaves the others to the bit', () => {
    const regions = { w: { rows: 2, cols: 2, data: [3, 0.3, 4, 0.4] } };
    const { simd } = sideBySide(regions, (kernels, { w }) => kernels.maxNorm(w, 2, 4, 1));
    expect([...simd.regions.w]).toEqual([0.6, 0.3, 0.8, 0.4].map(Math.fround));
  });
});

describe('allFinite', () => {
  it.each(SIZES)('finds NaN and infinities wherever they are: %i numbers', size => {
    for (const bad of [NaN, Infinity, -Infinity]) {
      for (let place = 0; place < size; place++) {
        const data = new Float64Array(size).fill(1e38);
        data[place] = bad;
        const { simd } = sideBySide({ w: { rows: 1, cols: size, data } }, (kernels, { w }) =>
          kernels.allFinite(w, padded(size)),
        );
        if (simd.returned !== 0) throw new Error(`missed ${bad} at ${place}`);
      }
    }
    const { simd } = sideBySide({ w: filled(1, size, 1e38) }, (kernels, { w }) =>
      kernels.allFinite(w, padded(size)),
    );
    expect(simd.returned).toBe(1);
  });
});
