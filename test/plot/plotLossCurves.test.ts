import { expect, test } from 'vitest';
import { plotLossCurves, quantile, type Trace } from '../../lib/src/index.ts';

/** The losses of 21 runs at two epochs. */
const train = Array.from({ length: 21 }, (_, run) => [run / 10, (run * run) / 100]);
const [band, line] = plotLossCurves([{ name: 'r', history: train.map(loss => ({ loss })) }]).data as [
  Trace,
  Trace,
];

test('the line is the median of the runs, epoch by epoch', () => {
  expect(line.y).toEqual([1, 1]);
});

test('the band covers the middle 80 % of the runs: from the 10 % to the 90 % quantile, there and back', () => {
  const at = (q: number) =>
    [0, 1].map(epoch =>
      quantile(
        train.map(run => run[epoch]),
        q,
      ),
    );
  expect(band.x).toEqual([1, 2, 2, 1]);
  expect(band.y).toEqual([...at(0.9), ...at(0.1).toReversed()]);
  expect(at(0.1)[0]).toBeCloseTo(0.2, 12);
  expect(at(0.9)[0]).toBeCloseTo(1.8, 12);
});
