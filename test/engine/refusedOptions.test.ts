import { describe, expect, it } from 'vitest';
import {
  adam,
  dense,
  dropConnect,
  dropout,
  earlyStopping,
  gaussianDropout,
  gradientDropout,
  sgd,
  spatialDropout,
} from '../../lib/src/index.ts';
import { expectGrammar } from '../expectGrammar.ts';

const NUMBERS = [NaN, Infinity, '1', null, true, [1], {}];

/** For each option of each function the values that must be refused. */
const MUST: [string, (options: never) => unknown, object, Record<string, readonly unknown[]>][] = [
  [
    'dense',
    dense,
    { units: 1 },
    {
      units: [...NUMBERS, undefined, 0, -1, 1.5, 2 ** 21],
      activation: ['swish', null, 1],
      kernelInitializer: ['ones', null, 1, [[NaN]]],
      biasInitializer: ['ones', null, 1],
      kernelRegularizer: [0.1, {}, 'l2', { l2: -1 }],
      kernelConstraint: [3, {}, { maxNorm: 0 }],
      name: ['', null, 1],
      unit: [1],
    },
  ],
  [
    'dropout',
    dropout,
    { rate: 0.5 },
    {
      rate: [...NUMBERS, undefined, -0.1, 1.1],
      scaling: ['up', null, 1],
      noiseShape: [[1], [2, null], 'rows', [1, null, null]],
      seed: [-1, 0.5, 2 ** 32, '1'],
      name: ['', null, 1],
      noise: ['gaussian'],
    },
  ],
  ['gaussianDropout', gaussianDropout, { rate: 0.5 }, { rate: [...NUMBERS, undefined, -0.1, 1], seed: [-1] }],
  [
    'gradientDropout',
    gradientDropout,
    { rate: 0.5 },
    { rate: [...NUMBERS, undefined, -0.1, 1.1], seed: [-1] },
  ],
  [
    'spatialDropout',
    spatialDropout,
    { rate: 0.5, channels: 2 },
    { rate: [...NUMBERS, -0.1, 1.1], channels: [...NUMBERS, undefined, 0, 1.5], seed: [-1], name: [''] },
  ],
  [
    'dropConnect',
    dropConnect,
    { units: 2, rate: 0.5 },
    { units: [...NUMBERS, 0], rate: [...NUMBERS, undefined, -0.1, 1.1], activation: ['swish'], seed: [-1] },
  ],
  [
    'sgd',
    sgd,
    {},
    {
      learningRate: [NaN, 0, -1, '1', null, true],
      momentum: [...NUMBERS, 1, -0.1],
      nesterov: [1, null, 'yes'],
    },
  ],
  [
    'adam',
    adam,
    {},
    {
      learningRate: [NaN, 0, null],
      beta1: [...NUMBERS, 1, -0.1],
      beta2: [...NUMBERS, 1],
      epsilon: [...NUMBERS, 0],
    },
  ],
  [
    'earlyStopping',
    earlyStopping,
    {},
    {
      monitor: ['valLoss', null, 1],
      patience: [...NUMBERS, -1, 0.5],
      minDelta: [...NUMBERS, -1],
      restoreBestWeights: [1, null],
    },
  ],
];

describe('every option refuses', () => {
  const calls = MUST.flatMap(([fn, call, valid, refused]) =>
    Object.entries(refused).map(([option, values]) => ({ fn, call, valid, option, values })),
  );
  it.each(calls)('$fn: $option', ({ fn, call, valid, option, values }) => {
    expect(() => call(valid as never)).not.toThrow();
    for (const value of values) {
      const options = { ...valid, [option]: value } as never;
      expect(() => call(options), String(value)).toThrow();
      expectGrammar(fn === 'dense' && option.startsWith('kernel') ? /^(dense|l2|maxNorm)$/ : fn, () =>
        call(options),
      );
    }
  });
});
