import { expect, test } from 'vitest';
import { plotSweep } from '../../lib/src/plot/plotSweep.ts';

const ticks = (x: number[], logX = false): unknown => {
  const { layout } = plotSweep([{ name: 's', x, y: x }], { logX });
  return (layout as { xaxis: { tickvals?: number[] } }).xaxis.tickvals;
};

test('a few counts get a tick each, and none between them', () => {
  expect(ticks([1, 2, 3, 4])).toEqual([1, 2, 3, 4]);
});

test('rates, and more counts than there is room for, get the ticks of any axis', () => {
  expect(ticks([0, 0.5, 1])).toBeUndefined();
  expect(ticks(Array.from({ length: 13 }, (_, k) => k))).toBeUndefined();
});

test('a logarithmic axis has its ticks at the values', () => {
  expect(ticks([12, 60, 600], true)).toEqual([12, 60, 600]);
});

test('the table has the ends of intervals only where there are intervals', () => {
  const columns = (y: number[] | { mean: number; low: number; high: number }[]) =>
    plotSweep([{ name: 's', x: [0.5], y }], { xLabel: 'rate', yLabel: 'accuracy' }).tables[0]!.columns;
  expect(columns([0.8])).toEqual(['series', 'rate', 'accuracy']);
  expect(columns([{ mean: 0.8, low: 0.7, high: 0.9 }])).toEqual([
    'series',
    'rate',
    'accuracy',
    'low',
    'high',
  ]);
});
