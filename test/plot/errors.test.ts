import { expect, test } from 'vitest';
import {
  plotBars,
  plotBoundary,
  plotConvergence,
  plotGradientFlow,
  plotHistogram,
  plotLossCurves,
  plotMask,
  plotNetwork,
  plotPoints,
  plotSweep,
  sideBySide,
} from '../../lib/src/index.ts';
import { samples } from './samples.ts';

const X = [
  [0, 0],
  [1, 1],
];
const half = (): number[] => Array.from({ length: 3600 }, () => 0.5);

/** What a learner may get wrong, and what the figure says to it. */
const cases: [string, () => unknown, string][] = [
  [
    'three features',
    () => plotPoints([[1, 2, 3]], [0]),
    'plotPoints: X must have 2 columns. Got an array of shape (1, 3).',
  ],
  ['a NaN', () => plotPoints([[1, NaN]], [0]), 'plotPoints: X[0][1] must be finite. Got NaN.'],
  ['no points', () => plotPoints([], []), 'plotPoints: X must not be empty. Got [].'],
  [
    'a label too few',
    () => plotPoints(X, [0]),
    'plotPoints: y must hold 2 numbers, one per row of X. Got [0].',
  ],
  ['half a class', () => plotPoints(X, [0, 0.5]), 'plotPoints: y must be an integer. Got 0.5.'],
  ['no model', () => plotBoundary([], X, [0, 1]), 'plotBoundary: models must not be empty. Got [].'],
  [
    'a model without predict',
    () => plotBoundary([{ name: 'm' } as never], X, [0, 1]),
    'plotBoundary: predict (probability of class 1, model m) must be a function. Got undefined.',
  ],
  [
    'logits for probabilities',
    () => plotBoundary([{ name: 'm', predict: () => half().map(() => 2) }], X, [0, 1]),
    'plotBoundary: predict (probability of class 1, model m) must return numbers in [0, 1]. Got 2.',
  ],
  [
    'a probability too few',
    () => plotBoundary([{ name: 'm', predict: () => half().slice(1) }], X, [0, 1]),
    'plotBoundary: predict (probability of class 1, model m) must return 3600 probabilities. Got an array of shape (3599,).',
  ],
  [
    'a fractional grid',
    () => plotBoundary([{ name: 'm', predict: half }], X, [0, 1], { resolution: 2.5 }),
    'be an integer. Got 2.5.',
  ],
  [
    'a run without curves',
    () => plotLossCurves([{ name: 'r', history: { loss: [] } }]),
    'plotLossCurves: runs[0].history must hold loss, train_loss or val_loss, as from fit. Got an object with loss.',
  ],
  [
    'runs of different lengths',
    () => plotLossCurves([{ name: 'r', history: [{ loss: [1, 2] }, { loss: [1] }] }]),
    'plotLossCurves: runs[0].history must have 2 epochs in every run. Got an array of shape (2, 2).',
  ],
  [
    'low above high',
    () => plotSweep([{ name: 's', x: [0], y: [{ mean: 1, low: 2, high: 3 }] }]),
    'plotSweep: series[0].y[0] must have low ≤ mean ≤ high. Got [2, 1, 3].',
  ],
  [
    'low without high',
    () => plotSweep([{ name: 's', x: [0], y: [{ mean: 1, low: 0 } as never] }]),
    'plotSweep: series[0].y[0].high must be a number. Got undefined.',
  ],
  [
    'a y too many',
    () => plotSweep([{ name: 's', x: [0], y: [1, 2] }]),
    'plotSweep: series[0].y must hold 1 number, one per x. Got [1, 2].',
  ],
  [
    'a value outside its interval',
    () => plotBars([{ name: 'b', value: 1, low: 2, high: 3 }]),
    'plotBars: bars[0] must have low ≤ value ≤ high. Got [2, 1, 3].',
  ],
  [
    'a text for a value',
    () => plotBars([{ name: 'b', value: '1' as never }]),
    'plotBars: bars[0].value must be a number. Got "1".',
  ],
  [
    'a negative weight',
    () => plotHistogram([{ name: 'd', values: [1], weights: [-1] }]),
    'plotHistogram: distributions[0].weights must be 0 or more. Got -1.',
  ],
  [
    'weights of 0',
    () => plotHistogram([{ name: 'd', values: [1], weights: [0] }]),
    'must have a sum above 0. Got 0.',
  ],
  [
    'no bins',
    () => plotHistogram([{ name: 'd', values: [1] }], { bins: 0 }),
    'plotHistogram: bins must be in [1, 1000]. Got 0.',
  ],
  [
    'a scaled mask',
    () => plotMask([[[0, 2]]]),
    'plotMask: steps[0] (1 = kept, 0 = dropped) must contain only 0 and 1. Got 2.',
  ],
  [
    'masks of two shapes',
    () => plotMask([[[0, 1]], [[0]]]),
    'plotMask: steps must all have shape (1, 2). Got an array of shape (1, 1).',
  ],
  [
    'kernels that do not fit',
    () => plotNetwork({ kernels: [[[1, 2]], [[1]]] }),
    'plotNetwork: states[0].kernels[1] must have 2 rows, one per unit of the layer before. Got an array of shape (1, 1).',
  ],
  [
    'a mask too short',
    () => plotNetwork({ kernels: [[[1, 2]]], masks: [null, [1]] }),
    'plotNetwork: states[0].masks[1] (1 = kept, 0 = dropped) must hold 2 numbers, one per unit. Got [1].',
  ],
  [
    '64 units',
    () => plotNetwork({ kernels: [[Array.from({ length: 64 }, () => 1)]] }),
    'units in a layer that can be drawn) must be in [1, 40]. Got 64.',
  ],
  [
    'a bias too long',
    () => plotGradientFlow([{ name: 'l', kernel: [[1]], bias: [[1, 2]] }]),
    'plotGradientFlow: layers[0].bias must have 1 column. Got an array of shape (1, 2).',
  ],
  [
    'no expectation',
    () => plotConvergence([{ name: 's', values: [1] }], undefined as never),
    'plotConvergence: options must be an object, as in { expectation: … }. Got undefined.',
  ],
  [
    'an animation beside another',
    () => sideBySide([samples('a').loss, samples('a').network]),
    'sideBySide: figures must have no frames.',
  ],
  [
    'a figure beside nothing',
    () => sideBySide([samples('a').loss]),
    'sideBySide: figures must be 2 or 3. Got 1.',
  ],
];

test.each(cases)('%s is refused in the grammar of the library', (_, build, message) => {
  let thrown: unknown;
  try {
    build();
  } catch (error) {
    thrown = error;
  }
  expect(thrown instanceof RangeError || thrown instanceof TypeError).toBe(true);
  expect((thrown as Error).message).toContain(message);
});
