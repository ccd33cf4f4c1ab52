import { describe, expect, it } from 'vitest';
import { dense, dropout, mask, Matrix, sequential } from '../../../lib/src/index.ts';
import { SIGMAS } from '../../tolerances.ts';
import { layer, mean, N, ONES, RATES, ROWS, UNITS } from './ones.ts';

/** χ² as a standard normal (Wilson and Hilferty 1931). */
function standardized(chi2: number, freedom: number): number {
  const variance = 2 / (9 * freedom);
  return (Math.cbrt(chi2 / freedom) - 1 + variance) / Math.sqrt(variance);
}

describe('dropout while training', () => {
  it.each(RATES)('drops a share of %f within 4σ and scales the rest', rate => {
    const output = layer({ rate }).forward(ONES, { training: true });
    const scaled = Math.fround(1 / (1 - rate));
    const kept = output.data.filter(value => value === scaled).length;
    const dropped = output.data.filter(value => value === 0).length;
    expect(kept + dropped).toBe(N);
    expect(Math.abs(dropped - N * rate)).toBeLessThan(SIGMAS * Math.sqrt(N * rate * (1 - rate)));
  });

  it.each(RATES)('drops every unit and every sample alike at rate %f', rate => {
    const { data } = layer({ rate }).forward(ONES, { training: true });
    const byUnit = new Float64Array(UNITS);
    const bySample = new Float64Array(ROWS);
    data.forEach((value: number, i: number) => {
      byUnit[i % UNITS] += Number(value === 0);
      bySample[Math.floor(i / UNITS)] += Number(value === 0);
    });
    for (const [counts, size] of [[byUnit, ROWS] as const, [bySample, UNITS] as const]) {
      const chi2 = counts.reduce((sum, n) => sum + (n - size * rate) ** 2, 0) / (size * rate * (1 - rate));
      expect(Math.abs(standardized(chi2, counts.length))).toBeLessThan(SIGMAS);
    }
  });

  it('is the identity at rate 0 and zero without NaN at rate 1', () => {
    expect(layer({ rate: 0 }).forward(ONES, { training: true }).data).toEqual(new Float32Array(N).fill(1));
    for (const scaling of ['inverted', 'scale-down', 'none'] as const) {
      const output = layer({ rate: 1, scaling }).forward(ONES, { training: true });
      expect(output.data).toEqual(new Float32Array(N));
    }
  });

  it('draws new masks at every call, the same ones for the same seed', () => {
    const model = layer({ rate: 0.5 });
    const [first, second] = [1, 2].map(() => model.forward(ONES, { training: true }));
    expect(second).not.toEqual(first);
    expect(layer({ rate: 0.5 }).forward(ONES, { training: true })).toEqual(first);
    expect(layer({ rate: 0.5 }, 2).forward(ONES, { training: true })).not.toEqual(first);
    const seeded = model.forward(ONES, { training: true, seed: 5 });
    expect(model.forward(ONES, { training: true, seed: 5 })).toEqual(seeded);
    expect(model.forward(ONES, { training: true, seed: 6 })).not.toEqual(seeded);
  });

  it('under scale-down predicts with the inputs times 1 − rate, before other layers and for many rows', () => {
    const after = [dense({ units: 3 }), dense({ units: 2 })];
    const scaled = sequential([dropout({ rate: 0.25, scaling: 'scale-down' }), ...after], { inputDim: 5 });
    const plain = sequential(after, { inputDim: 5 });
    const X = new Matrix(200, 5, new Float64Array(1000)).map((_, i, j) => (((7 * i + 3 * j) % 32) - 16) / 8);
    expect(scaled.predict(X)).toEqual(plain.predict(X.map(x => 0.75 * x)));
  });

  it('with a seed of its own draws masks that depend neither on the model nor on its place there', () => {
    const [a, b] = [1, 2].map(seed => layer({ rate: 0.5, seed: 9 }, seed));
    expect(a.forward(ONES, { training: true })).toEqual(b.forward(ONES, { training: true }));
    expect(a.forward(ONES, { training: true })).not.toEqual(
      layer({ rate: 0.5, seed: 8 }).forward(ONES, { training: true }),
    );
    const behind = sequential([mask(Array(UNITS).fill(1)), dropout({ rate: 0.5, seed: 9 })], {
      inputDim: UNITS,
    });
    expect(behind.forward(ONES, { training: true })).toEqual(
      layer({ rate: 0.5, seed: 9 }).forward(ONES, { training: true }),
    );
  });

  it('gives two layers different masks', () => {
    const model = sequential([dropout({ rate: 0.5 }), dropout({ rate: 0.5 })], { inputDim: UNITS, seed: 1 });
    model.forward(ONES, { training: true });
    expect(model.lastMasks.dropout_1).not.toEqual(model.lastMasks.dropout_2);
  });

  it('shows its masks: 1 = kept, 0 = dropped, not scaled', () => {
    const model = layer({ rate: 0.2 });
    const output = model.forward(ONES, { training: true });
    const { dropout_1: drawn } = model.lastMasks;
    expect(new Set(drawn.data)).toEqual(new Set([0, 1]));
    expect(drawn.map(value => value * 1.25)).toEqual(output);
  });

  it('takes masks handed in, one row for all samples or one for each', () => {
    const model = sequential([dropout({ rate: 0.5, name: 'drop' })], { inputDim: 3 });
    const X = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    const shared = model.forward(X, { training: true, masks: { drop: [1, 0, 1] } });
    expect(shared.toArray()).toEqual([
      [2, 0, 6],
      [8, 0, 12],
    ]);
    const each = model.forward(X, {
      training: true,
      masks: {
        drop: [
          [0, 1, 1],
          [1, 0, 0],
        ],
      },
    });
    expect(each.toArray()).toEqual([
      [0, 4, 6],
      [8, 0, 0],
    ]);
  });
});

describe('dropout while predicting', () => {
  it('changes nothing, to the bit, when scaled while training', () => {
    const X = new Matrix(
      ROWS,
      UNITS,
      Float32Array.from({ length: N }, (_, i) => Math.sin(i)),
    );
    expect(layer({ rate: 0.3 }).predict(X)).toEqual(X);
    expect(layer({ rate: 0.3 }).forward(X)).toEqual(X);
  });

  it.each([0.1, 0.3, 0.7, 0.9])(
    'has the mean of training for both scalings at rate %f, and not without',
    rate => {
      const sigma = Math.sqrt((rate * (1 - rate)) / N);
      for (const [scaling, unit] of [['inverted', 1 / (1 - rate)] as const, ['scale-down', 1] as const]) {
        const model = layer({ rate, scaling });
        const gap = mean(model.forward(ONES, { training: true })) - mean(model.predict(ONES));
        expect(Math.abs(gap)).toBeLessThan(SIGMAS * sigma * unit);
      }
      const unscaled = layer({ rate, scaling: 'none' });
      const gap = mean(unscaled.forward(ONES, { training: true })) - mean(unscaled.predict(ONES));
      expect(Math.abs(gap + rate)).toBeLessThan(SIGMAS * sigma);
    },
  );
});
