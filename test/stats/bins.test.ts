import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areAscending, binEdges, binSums } from '../../lib/src/stats/bins.ts';
import { anySample, madeBy, samples } from './samples.ts';

/** The ends that np.histogram bins between: the range asked for, or that of the values; a half around a single one. */
function endsOf(values: readonly number[], range?: readonly number[]): [number, number] {
  const [low, high] = range ?? [Math.min(...values), Math.max(...values)];
  return low === high ? [low - 0.5, high + 0.5] : [low, high];
}

describe('binEdges and binSums', () => {
  it.each(samples)(`agree with np.histogram (${madeBy}): %s`, (_, { values, histograms }) => {
    for (const { options, counts, edges } of histograms) {
      const { bins = 10, range } = options as { bins?: number; range?: number[] };
      const ends = binEdges(...endsOf(values, range), bins);
      expect(ends).toEqual(edges);
      expect(binSums(values, ends)).toEqual(counts);
    }
  });

  it('count every value once, in the bin whose edges hold it', () => {
    fc.assert(
      fc.property(anySample, fc.integer({ min: 1, max: 20 }), (values, bins) => {
        const edges = binEdges(...endsOf(values), bins);
        fc.pre(areAscending(edges));
        expect(edges.length).toBe(bins + 1);
        binSums(values, edges).forEach((count, i) => {
          const last = i === bins - 1;
          const inside = values.filter(
            x => x >= edges[i] && (x < edges[i + 1] || (last && x === edges[i + 1])),
          );
          expect(count).toBe(inside.length);
        });
      }),
    );
  });

  it('sum weights in place of counts', () => {
    expect(binSums([0, 0.4, 1, 2], [0, 1, 2], [1, 2, 4, 8])).toEqual([3, 12]);
  });

  it('know where float64 has too few numbers for the bins', () => {
    expect(areAscending(binEdges(2 ** 53, 2 ** 53 + 4, 10))).toBe(false);
    expect(areAscending(binEdges(0, 1, 10))).toBe(true);
  });
});
