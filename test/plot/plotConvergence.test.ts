import { expect, test } from 'vitest';
import { plotConvergence, type Trace } from '../../lib/src/index.ts';

const values = Array.from({ length: 10_000 }, (_, i) => (i % 2 ? 1 : 3));
const [band, , means] = plotConvergence([{ name: 'd', values }], { expectation: 2, sd: 1 }).data as [
  Trace,
  Trace,
  Trace,
];
const [bandX, bandY, meanX, meanY] = [band.x, band.y, means.x, means.y] as number[][];

test('the band is expectation ± 1.96 sd / √n, from one draw to the last and back', () => {
  expect([bandX[0], Math.max(...bandX), bandX.at(-1)]).toEqual([1, 10_000, 1]);
  bandX.forEach((n, i) => {
    const sign = i < bandX.length / 2 ? 1 : -1;
    expect(bandY[i]).toBeCloseTo(2 + (sign * 1.96) / Math.sqrt(n), 12);
  });
});

test('the line is the mean of the first n draws', () => {
  expect(meanX[0]).toBe(1);
  expect(meanX.at(-1)).toBe(10_000);
  meanX.forEach((n, i) => expect(meanY[i]).toBeCloseTo(n % 2 ? 2 + 1 / n : 2, 12));
});
