import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { histogram, type HistogramOptions } from '../../lib/src/stats/histogram.ts';
import { expectError } from '../expectGrammar.ts';
import { expectRefusal } from '../expectRefusal.ts';
import { anySample, madeBy, samples } from './samples.ts';

describe('histogram', () => {
  it.each(samples)(`agrees with ${madeBy}: %s`, (_, { values, histograms }) => {
    for (const { options, counts, edges } of histograms) {
      const made = histogram(values, options as HistogramOptions);
      expect(made.counts).toEqual(counts);
      expect(made.edges).toEqual(edges);
    }
  });

  it('counts every value once, in the bin whose edges hold it', () => {
    fc.assert(
      fc.property(anySample, fc.integer({ min: 1, max: 20 }), (values, bins) => {
        const { counts, edges } = histogram(values, { bins });
        expect(edges.length).toBe(bins + 1);
        counts.forEach((count, i) => {
          const last = i === bins - 1;
          const inside = values.filter(
            x => x >= edges[i] && (x < edges[i + 1] || (last && x === edges[i + 1])),
          );
          expect(count).toBe(inside.length);
        });
      }),
    );
  });

  it('refuses bad input in the grammar of errors', () => {
    expectError(
      () => histogram([1], { range: [2, 1] }),
      'RangeError',
      'histogram: range (lower and upper end) must be in ascending order. Got [2, 1].',
    );
    expectError(
      () => histogram([2 ** 53]),
      'RangeError',
      'histogram: bins must be fewer between 9007199254740992 and 9007199254740992. Got 10.',
    );
    expectRefusal('histogram', given => histogram(given?.values, given?.options), {
      values: [1, 2],
      options: { bins: 3 },
    });
    const valid: HistogramOptions = { bins: 3, range: [0, 2] };
    expectRefusal('histogram', given => histogram([1, 2, 3], given), valid);
  });
});
