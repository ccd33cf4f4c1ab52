import { expect, test } from 'vitest';
import {
  type Figure,
  plotBoundary,
  plotConvergence,
  plotGradientFlow,
  plotHistogram,
  plotLossCurves,
  plotMask,
  plotNetwork,
  plotPoints,
  plotSweep,
  zeros,
} from '../../lib/src/index.ts';

/** More than the arguments a call can have. */
const MANY = 200_000;
const values = Float64Array.from({ length: MANY }, (_, i) => i);

const figures: [string, () => Figure][] = [
  ['points', () => plotPoints(zeros(MANY, 2), new Int32Array(MANY))],
  [
    'points on a boundary',
    () =>
      plotBoundary(
        [{ name: 'm', predict: X => new Float32Array(X.rows) }],
        zeros(MANY, 2),
        new Int32Array(MANY),
        { resolution: 2 },
      ),
  ],
  ['epochs', () => plotLossCurves([{ name: 'r', history: { loss: values } }])],
  ['connections', () => plotNetwork(Array.from({ length: 128 }, () => ({ kernels: [zeros(40, 40)] })))],
  ['masks', () => plotMask([zeros(500, 400)])],
  ['weights', () => plotGradientFlow([{ name: 'l', kernel: zeros(500, 400) }])],
  [
    'values of a setting',
    () => plotSweep([{ name: 's', x: values, y: values }], { reference: { name: 'r', value: 0 } }),
  ],
  ['draws', () => plotConvergence([{ name: 's', values }], { expectation: 0 })],
  ['values', () => plotHistogram([{ name: 'd', values }])],
];

test.each(figures)('draws many %s', (_, build) => {
  expect(build().data.length).toBeGreaterThan(0);
});
