import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bernoulliNoise,
  expectation,
  gaussianNoise,
  maskProbabilities,
  penaltyCoefficient,
  scalingFactors,
  variance,
} from '../../lib/src/index.ts';
import { expectClose } from '../expectClose.ts';
import { anyRate, anyScaling } from './support.ts';

test('the moments of Bernoulli noise are those of its two values', () => {
  fc.assert(
    fc.property(anyRate, anyScaling, (rate, scaling) => {
      const values = [0, scalingFactors(rate, scaling).training];
      const probabilities = maskProbabilities(1, rate);
      const { mean, variance: second, third, fourth } = bernoulliNoise(rate, scaling);
      expectClose(mean, expectation(values, probabilities));
      expectClose(second, variance(values, probabilities));
      const central = (power: number): number =>
        expectation(
          values.map(v => (v - mean) ** power),
          probabilities,
        );
      expectClose(third, central(3));
      expectClose(fourth, central(4));
    }),
  );
});

test('the variance of the noise is the coefficient of the penalty', () => {
  fc.assert(
    fc.property(anyRate, anyScaling, (rate, scaling) => {
      expectClose(bernoulliNoise(rate, scaling).variance, penaltyCoefficient(rate, scaling));
    }),
  );
});

test('Gaussian noise has mean and variance of inverted Bernoulli noise, but not its third and fourth moment', () => {
  fc.assert(
    fc.property(anyRate, rate => {
      const gaussian = gaussianNoise(rate);
      const bernoulli = bernoulliNoise(rate, 'inverted');
      expectClose(gaussian.mean, bernoulli.mean);
      expectClose(gaussian.variance, bernoulli.variance);
      expect(gaussian.third).toBe(0);
      expectClose(gaussian.fourth, 3 * gaussian.variance ** 2);
    }),
  );
  expect(bernoulliNoise(0.2, 'inverted').third).not.toBeCloseTo(0, 2);
  expect(bernoulliNoise(0.5, 'inverted').fourth).not.toBeCloseTo(gaussianNoise(0.5).fourth, 1);
});

test('p (1 − p) is greatest at one half; (1 − p) / p is .11 at p = .9, 1 at .5, 9 at .1 and never turns', () => {
  const ps = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
  const down = ps.map(p => penaltyCoefficient(1 - p, 'scale-down'));
  const inverted = ps.map(p => penaltyCoefficient(1 - p, 'inverted'));
  expect(ps[down.indexOf(Math.max(...down))]).toBe(0.5);
  expectClose(penaltyCoefficient(0.5, 'scale-down'), 0.25);
  inverted.slice(1).forEach((coefficient, i) => expect(coefficient).toBeLessThan(inverted[i]));
  expect([inverted[8], inverted[4], inverted[0]].map(c => c.toFixed(2))).toEqual(['0.11', '1.00', '9.00']);
});

test('both coefficients say the same of effective weights: p (1 − p) w² = ((1 − p) / p) (p w)²', () => {
  fc.assert(
    fc.property(anyRate, rate => {
      const p = 1 - rate;
      expectClose(penaltyCoefficient(rate, 'scale-down'), penaltyCoefficient(rate, 'inverted') * p * p);
    }),
  );
});

test('without dropout there is no noise', () => {
  const { variance: second, third, fourth } = bernoulliNoise(0, 'inverted');
  expect([second, third, fourth].map(Math.abs)).toEqual([0, 0, 0]);
  expect(gaussianNoise(0)).toEqual({ mean: 1, variance: 0, third: 0, fourth: 0 });
});
