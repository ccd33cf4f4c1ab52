import { describe, expect, test } from 'vitest';
import { plotHistogram, type PlotHistogramOptions } from '../../lib/src/index.ts';

/** The bins of a histogram of one distribution: from, to, share. */
const binsOf = (values: number[], options: PlotHistogramOptions) =>
  plotHistogram([{ name: 'd', values }], options).table.rows.map(row => row.map(Number));

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

  test('refuses more integers than a figure can show', () => {
    expect(() => binsOf([0, 1e9], { bins: 'integers' })).toThrow(
      `plotHistogram: bins must be a number where values span 1000 integers or more. Got "integers".`,
    );
  });
});
