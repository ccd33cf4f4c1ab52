import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, quantile } from '../../lib/src/stats/quantile.ts';
import { expectError } from '../expectGrammar.ts';
import { expectRefusal } from '../expectRefusal.ts';
import { anySample, madeBy, samples } from './samples.ts';

describe('quantile', () => {
  it.each(samples)(`has the bits of ${madeBy}: %s`, (_, { values, quantiles }) => {
    for (const [q, expected] of quantiles) expect(quantile(values, q)).toBe(expected);
  });

  // np.quantile(values, q) of NumPy 2.4.6, where counting from the lower neighbor rounds another way.
  it.each<[number[], number, number]>([
    [[3.37, 0.91, 0.21, 0.22, -4.27, 4.56, -0.87], 0.27, -0.20039999999999994],
    [[-3.57, -1.52, -1.79, -0.16, -5.81, 0.57, 1.57], 0.65, -0.29599999999999954],
    [[0.89, 1.46, 0.43, -0.26, 2.13, 2.79, 2.63], 0.31, 0.8256],
    [[4.98, -3.73, -4.98, -1.06], 0.94, 3.8927999999999994],
  ])('has the bits of NumPy: %j, %d', (values, q, expected) => expect(quantile(values, q)).toBe(expected));

  it('rises with q from the smallest to the largest value, the median in between', () => {
    const anyQ = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anySample, anyQ, anyQ, (values, a, b) => {
        const given = [...values];
        const [low, high] = [quantile(values, Math.min(a, b)), quantile(values, Math.max(a, b))];
        expect(low).toBeLessThanOrEqual(high);
        expect(quantile(values, 0)).toBe(Math.min(...values));
        expect(quantile(values, 1)).toBe(Math.max(...values));
        expect(median(values)).toBe(quantile(values, 0.5));
        expect(quantile([a], b)).toBe(a);
        expect(values).toEqual(given);
      }),
    );
  });

  it('refuses bad input in the grammar of errors', () => {
    expectError(
      () => quantile([1, 2], 95),
      'RangeError',
      'quantile: q (fraction below) must be in [0, 1]. Got 95.',
    );
    expectRefusal('quantile', given => quantile(given?.values, given?.q), { values: [1, 2], q: 0.5 });
  });
});
