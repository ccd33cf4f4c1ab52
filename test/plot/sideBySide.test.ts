import { describe, expect, test } from 'vitest';
import { plotBars, plotPoints, sideBySide } from '../../lib/src/index.ts';

describe('sideBySide', () => {
  test('keeps every line to compare with and its label, each on the axes of its own figure', () => {
    const bars = (value: number) => plotBars([{ name: 'b', value: 1 }], { reference: { name: 'r', value } });
    const { layout } = sideBySide([bars(2), bars(3)]);
    expect(layout.shapes).toMatchObject([
      { x0: 2, x1: 2, xref: 'x', yref: 'y domain' },
      { x0: 3, x1: 3, xref: 'x11', yref: 'y11 domain' },
    ]);
    expect(layout.annotations).toMatchObject([
      { text: 'r: 2', x: 2, xref: 'x', yref: 'y domain' },
      { text: 'r: 3', x: 3, xref: 'x11', yref: 'y11 domain' },
    ]);
  });

  test('has the table of every figure under its title, and says of each what was left out', () => {
    const points = (n: number, title?: string) =>
      plotPoints(
        Array.from({ length: n }, (_, i) => [i, -i]),
        new Int32Array(n),
        { title },
      );
    const [long, named] = [points(1200), points(3, 'three')];
    expect(sideBySide([long, named]).tables).toEqual([
      { caption: 'Figure 1', ...long.tables[0] },
      { caption: 'three', ...named.tables[0] },
    ]);
    expect(long.tables[0].note).toBe('The first 1000 of 1200 rows.');
  });
});
