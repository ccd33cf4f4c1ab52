import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  descendOverMasks,
  effectiveNorm,
  effectiveWeights,
  expectedDropoutLoss,
  type MeanScaling,
  ridgeWeights,
} from '../../lib/src/index.ts';
import fixture from '../fixtures/theory/theory.json' with { type: 'json' };
import { expectAllClose } from '../expectClose.ts';
import { NEARLY_DEPENDENT } from '../tolerances.ts';
import { anyScaling } from './support.ts';

const scalings: MeanScaling[] = ['inverted', 'scale-down'];
const anyCase = fc.constantFrom(...fixture.ridge);

/** E[½ ‖y − (M ∘ X) w‖²], every mask of every sample enumerated. */
function expectedLoss(
  { X, y, rate }: { X: number[][]; y: number[]; rate: number },
  weights: number[],
  scaling: MeanScaling,
): number {
  return X.reduce((sum, inputs, s) => sum + expectedDropoutLoss({ inputs, weights, rate, scaling }, y[s]), 0);
}

describe.each(fixture.ridge)('$X.length samples at rate $rate', ({ X, y, rate, inverted, leastSquares }) => {
  test("inverted dropout is scikit-learn's Ridge on columns of norm 1", () => {
    expectAllClose(ridgeWeights(X, y, { rate, scaling: 'inverted' }), inverted);
  });

  test("rate 0 is scikit-learn's LinearRegression", () => {
    for (const scaling of scalings) expectAllClose(ridgeWeights(X, y, { rate: 0, scaling }), leastSquares);
  });

  test('both scalings predict with the same weights', () => {
    const down = ridgeWeights(X, y, { rate, scaling: 'scale-down' });
    expectAllClose(effectiveWeights(down, { rate, scaling: 'scale-down' }), inverted);
    expectAllClose(effectiveWeights(inverted, { rate, scaling: 'inverted' }), inverted);
  });

  test.each(scalings)('gradient descent over all masks ends there, %s', scaling => {
    const { weights, steps } = descendOverMasks(X, y, { rate, scaling });
    expect(steps).toBeLessThan(10_000);
    expectAllClose(weights, ridgeWeights(X, y, { rate, scaling }));
  });

  test.each(scalings)('masks on the gradient alone end in least squares instead, %s', scaling => {
    const { weights } = descendOverMasks(X, y, { rate, scaling, maskForward: false });
    const { prediction } = { prediction: 1 };
    expectAllClose(
      weights,
      leastSquares.map(w => w * prediction),
    );
    expect(Math.abs(weights[0] - inverted[0])).toBeGreaterThan(1e-3);
  });
});

test('no other weights have a lower expected loss', () => {
  fc.assert(
    fc.property(anyCase, anyScaling, fc.integer(), (data, scaling, seed) => {
      const best = ridgeWeights(data.X, data.y, { rate: data.rate, scaling });
      const moved = best.map((w, i) => w + 0.1 * Math.sin(seed + i));
      expect(expectedLoss(data, moved, scaling)).toBeGreaterThan(expectedLoss(data, best, scaling));
    }),
  );
});

test('the effective norm falls as the rate grows, though the strength p (1 − p) for raw weights rises and falls', () => {
  for (const { X, y } of fixture.ridge) {
    const norms = [0, 0.2, 0.5, 0.9].map(rate => {
      const dropout = { rate, scaling: 'scale-down' } as const;
      return effectiveNorm(ridgeWeights(X, y, dropout), dropout);
    });
    norms.slice(1).forEach((norm, i) => expect(norm).toBeLessThan(norms[i]));
  }
});

test('the penalty is per feature: dropout predicts the same after a column is rescaled, plain ridge would not', () => {
  const [{ X, y, rate }] = fixture.ridge;
  const rescaled = X.map(([first, ...rest]) => [10 * first, ...rest]);
  const [first, ...rest] = ridgeWeights(X, y, { rate, scaling: 'inverted' });
  expectAllClose(ridgeWeights(rescaled, y, { rate, scaling: 'inverted' }), [first / 10, ...rest]);
});

test('one mask drawn for all steps is not all masks: its least squares is not the closed form', () => {
  const [{ X, y, inverted }] = fixture.ridge;
  const masked = X.map(row => row.map((x, i) => (i === 0 ? 2 * x : 0)));
  const { weights } = descendOverMasks(masked, y, { rate: 0, scaling: 'inverted' });
  expect(Math.abs(weights[0] - inverted[0])).toBeGreaterThan(1e-3);
});

test('masks on the gradient alone converge at a high rate too, with columns that resemble each other', () => {
  const X = [0, 1, 2, 3, 4, 5].map(n => [0, 1, 2].map(i => Math.cos(2 * n) + Math.sin(5 * n + 2 * i) / 4));
  const y = [1, 2, 0, -1, 1, 3];
  const dropout = { rate: 0.9, scaling: 'scale-down' } as const;
  const { weights } = descendOverMasks(X, y, { ...dropout, maskForward: false });
  expectAllClose(weights, ridgeWeights(X, y, { ...dropout, rate: 0 }));
});

test('least squares finds weights where columns all but agree, and refuses where rounding alone tells them apart', () => {
  const apart = (e: number) => [1, 1 + e, 1 - e].map(second => [1, second]);
  const y = (X: number[][]) => X.map(([a, b]) => a + 2 * b);
  for (const scaling of scalings) {
    const fit = (X: number[][]) => ridgeWeights(X, y(X), { rate: 0, scaling });
    expectAllClose(fit(apart(1e-7)), [1, 2], NEARLY_DEPENDENT);
    expect(() => fit(apart(1e-9))).toThrow('ridgeWeights: X must have independent columns');
  }
});

test('columns of zeros leave their weights at 0', () => {
  const X = [
    [0, 0],
    [0, 0],
  ];
  expect(descendOverMasks(X, [1, 2], { rate: 0.5, scaling: 'inverted' })).toEqual({
    weights: [0, 0],
    steps: 0,
  });
});
