import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plotHistogram, type PlotHistogramOptions } from '../../lib/src/index.ts';
import { binEdges, binSums } from '../../lib/src/stats/bins.ts';
import { expectAllClose } from '../expectClose.ts';

/** The bins of a histogram of one distribution: from, to, share. */
const binsOf = (values: number[], options: PlotHistogramOptions) =>
  plotHistogram([{ name: 'd', values }], options).tables[0].rows.map(row => row.map(Number));

/** The shares as they are drawn: the staircase takes each of them twice, between a first and a last 0. */
const sharesOf = (values: number[], options: PlotHistogramOptions) =>
  (plotHistogram([{ name: 'd', values }], options).data[0].y as number[])
    .slice(1, -1)
    .filter((_, i) => i % 2 === 0);

describe('plotHistogram', () => {
  test("with bins 'integers' gives each whole number a bin of its own, with it in the middle", () => {
    expect(binsOf([-1, 0, 0, 2], { bins: 'integers' })).toEqual([
      [-1.5, -0.5, 0.25],
      [-0.5, 0.5, 0.5],
      [0.5, 1.5, 0],
      [1.5, 2.5, 0.25],
    ]);
  });

  test('takes numbers in between to the nearest whole one, and marks into the range', () => {
    const bins = binsOf([0.4, 0.6], { bins: 'integers', marks: [{ name: 'm', value: 3 }] });
    expect(bins.map(([from, , share]) => [from, share])).toEqual([
      [-0.5, 0.5],
      [0.5, 0.5],
      [1.5, 0],
      [2.5, 0],
    ]);
  });

  test('divides the range evenly otherwise; the last bin holds its right end', () => {
    expect(binsOf([0, 1, 2, 4], { bins: 2 })).toEqual([
      [0, 2, 0.5],
      [2, 4, 0.5],
    ]);
  });

  test('draws the shares that binSums counts, of values on the edges of bins too', () => {
    const hundredths = fc.array(
      fc.integer({ min: 0, max: 100 }).map(k => k / 100),
      { minLength: 50, maxLength: 200 },
    );
    fc.assert(
      fc.property(hundredths, fc.integer({ min: 2, max: 60 }), (values, bins) => {
        fc.pre(new Set(values).size > 1);
        const counts = binSums(values, binEdges(Math.min(...values), Math.max(...values), bins));
        expectAllClose(
          sharesOf(values, { bins }),
          counts.map(count => count / values.length),
        );
      }),
    );
  });

  test.each([
    ['one number', [0.3, 0.3]],
    ['neighbors in float64', [0.3, 0.3, 0.3, 0.1 + 0.2]],
    ['neighbors far from 0', [-1e17, -1e17 - 16]],
    ['0 and the smallest number', [0, Number.MIN_VALUE]],
  ])('draws all values, however close together: %s', (_, values) => {
    for (const bins of [1, 30, 1000, 'integers'] as const) {
      const shares = sharesOf(values, { bins });
      expectAllClose([shares.reduce((sum, share) => sum + share, 0)], [1]);
    }
  });

  test('refuses values whose distance is no float64', () => {
    expect(() => binsOf([-1e308, 1e308], {})).toThrow(
      'plotHistogram: range of the values must be finite. Got Infinity.',
    );
  });

  test('refuses more integers than a figure can show', () => {
    expect(() => binsOf([0, 1e9], { bins: 'integers' })).toThrow(
      `plotHistogram: bins must be a number where values span 1000 integers or more. Got "integers".`,
    );
  });
});
