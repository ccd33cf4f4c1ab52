import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, quantile } from '../../lib/src/stats/quantile.ts';
import { expectClose } from '../expectClose.ts';
import { expectError } from '../expectGrammar.ts';
import { expectRefusal } from '../expectRefusal.ts';
import { anySample, madeBy, samples } from './samples.ts';

describe('quantile', () => {
  it.each(samples)(`agrees with ${madeBy}: %s`, (_, { values, quantiles }) => {
    for (const [q, expected] of quantiles) expectClose(quantile(values, q), expected);
  });

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
