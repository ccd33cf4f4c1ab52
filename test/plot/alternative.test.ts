import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plotBars, plotBoundary, plotLossCurves, plotPoints, plotSweep } from '../../lib/src/index.ts';
import { samples } from './samples.ts';

/** Maps of a square of side 2 around the origin. */
const mapSeen = (inside: (x: number, y: number) => boolean): string => {
  const predict = (X: { rows: number; at(i: number, j: number): number }): number[] =>
    Array.from({ length: X.rows }, (_, i) => Number(inside(X.at(i, 0), X.at(i, 1))));
  return plotBoundary([{ name: '', predict }], [[-1, -1], [1, 1]], [0, 1]).alt; // prettier-ignore
};
const sweepSeen = (y: number[]): string => plotSweep([{ name: 's', x: y.map((_, i) => i), y }]).alt;

test('an alternative text has at most 150 characters, whatever the labels', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 400 }), label => {
      for (const { alt } of Object.values(samples(label))) expect(alt.length).toBeLessThanOrEqual(150);
    }),
    { numRuns: 50 },
  );
});

describe('a line is seen', () => {
  test.each([
    ['to rise', [0, 1, 2], 's rises from 0 to 2'],
    ['to fall', [3, 1, 0], 's falls from 3 to 0'],
    ['to be level', [5, 5, 5], 's level near 5'],
    ['to have a peak', [0.5, 0.83, 0.55], 's rises to 0.83 at 1, then falls to 0.55'],
    ['to have a dip', [3, 1, 2], 's falls to 1 at 1, then rises to 2'],
    ['to waver', [1, 2, 0, 1], 's goes up and down from 0 to 2'],
  ])('%s', (_, y, words) => expect(sweepSeen(y)).toBe(`Line chart: ${words}.`));

  test('as level, when another one moves much more', () => {
    const series = [{ name: 'a', x: [0, 1], y: [1, 1.01] }, { name: 'b', x: [0, 1], y: [0, 9] }]; // prettier-ignore
    expect(plotSweep(series).alt).toBe('Line chart: a level near 1; b rises from 0 to 9.');
  });

  test('by the validation loss, where there is one', () => {
    const history = { loss: [3, 2, 1], val_loss: [3, 1, 2] };
    expect(plotLossCurves([{ name: 'plain', history }]).alt).toBe(
      'Line chart: plain, validation falls to 1 at 2, then rises to 2.',
    );
  });
});

describe('a boundary is seen', () => {
  test.each([
    ['straight', (x: number, y: number) => x + 0.5 * y > 0.1, 'nearly straight boundary.'],
    ['curved', (x: number, y: number) => y > x * x, 'curved boundary.'],
    ['winding', (x: number, y: number) => y > Math.sin(12 * x) * 0.8, 'winding boundary.'],
    ['in pieces', (x: number, y: number) => x > 0.5 || x * x + y * y < 0.05, ', 3 regions.'],
    ['nowhere', () => true, 'all class 1.'],
  ])('%s', (_, inside, end) => expect(mapSeen(inside)).toMatch(new RegExp(`^Map of the plane: .*${end}$`)));
});

test('classes are seen to lie apart or to overlap', () => {
  const grid = Array.from({ length: 100 }, (_, i) => [i % 10, Math.floor(i / 10)]);
  const seen = (classOf: (x: number, y: number) => boolean): string =>
    plotPoints(grid, grid.map(([x, y]) => Number(classOf(x!, y!)))).alt; // prettier-ignore
  expect(plotPoints([[0, 0], [0, 1], [9, 9], [9, 8]], [0, 0, 1, 1]).alt).toContain('the classes lie apart'); // prettier-ignore
  expect(seen((x, y) => (x + y) % 2 === 0)).toContain('the classes overlap');
});

test('of many bars the highest and the lowest are named, of few all', () => {
  const bars = [3, 1, 2, 5].map((value, i) => ({ name: `b${i}`, value }));
  expect(plotBars(bars).alt).toBe('Bar chart, 4 values: highest b3 5; lowest b1 1.');
  expect(plotBars(bars.slice(0, 2), { dots: true, reference: { name: 'chance', value: 2 } }).alt).toBe(
    'Dot chart: b0 3; b1 1; 1 of 2 above chance.',
  );
});
