import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adam,
  dense,
  dropout,
  earlyStopping,
  fit,
  type FitOptions,
  l2,
  lambda,
  mask,
  maxNorm,
  type Sequential,
  sequential,
  sequentialFromJSON,
  sgd,
  trainStep,
} from '../../lib/src/index.ts';
import { anyJunk, expectGrammar } from '../expectGrammar.ts';

const build = () =>
  sequential([dense({ units: 3 }), dropout({ rate: 0.5 }), dense({ units: 1, activation: 'sigmoid' })], {
    inputDim: 2,
    seed: 1,
  });
const X = [
  [0, 1],
  [1, 0],
];
const y = [0, 1];
const loss = 'binaryCrossentropy';

/** Junk, with matrices and rows that are nearly right; sizes that are right but huge are left out to keep the test small. */
const junk = fc
  .oneof(
    anyJunk,
    fc.array(fc.array(fc.oneof(fc.double(), fc.constantFrom(0, 1)), { maxLength: 3 }), { maxLength: 3 }),
    fc.array(fc.oneof(fc.double(), fc.constantFrom(0, 1)), { maxLength: 3 }),
  )
  .filter(value => typeof value !== 'number' || !(value > 1000));

describe('any option either works or is refused in the grammar of errors', () => {
  const builders: [string, string, (value: never) => unknown][] = [
    ['dense', 'units', value => dense({ units: value })],
    ['dense', 'activation', value => dense({ units: 1, activation: value })],
    ['dense', 'kernelInitializer', value => dense({ units: 1, kernelInitializer: value })],
    ['dense', 'kernelRegularizer', value => dense({ units: 1, kernelRegularizer: value })],
    ['dense', 'kernelConstraint', value => dense({ units: 1, kernelConstraint: value })],
    ['dense', 'name', value => dense({ units: 1, name: value })],
    ['dense', 'options', value => dense(value)],
    ['dropout', 'rate', value => dropout({ rate: value })],
    ['dropout', 'scaling', value => dropout({ rate: 0.5, scaling: value })],
    ['dropout', 'noiseShape', value => dropout({ rate: 0.5, noiseShape: value })],
    ['dropout', 'seed', value => dropout({ rate: 0.5, seed: value })],
    ['dropout', 'options', value => dropout(value)],
    ['mask', 'values', value => mask(value)],
    ['l2', 'factor', value => l2(value)],
    ['maxNorm', 'limit', value => maxNorm(value)],
    ['sgd', 'learningRate', value => sgd({ learningRate: value })],
    ['sgd', 'momentum', value => sgd({ momentum: value })],
    ['sgd', 'nesterov', value => sgd({ nesterov: value })],
    ['adam', 'beta1', value => adam({ beta1: value })],
    ['adam', 'options', value => adam(value)],
    ['earlyStopping', 'options', value => earlyStopping(value)],
    ['earlyStopping', 'patience', value => earlyStopping({ patience: value })],
    ['lambda', 'functions', value => lambda(value)],
    ['sequential', 'layers', value => sequential(value, { inputDim: 2 })],
    ['sequential', 'a layer', value => sequential([value], { inputDim: 2 })],
    ['sequential', 'inputDim', value => sequential([dense({ units: 1 })], { inputDim: value })],
    ['sequential', 'seed', value => sequential([dense({ units: 1 })], { inputDim: 2, seed: value })],
    ['sequentialFromJSON', 'json', value => sequentialFromJSON(value)],
    ['sequentialFromJSON', 'weights', value => sequentialFromJSON({ ...build().toJSON(), weights: value })],
  ];
  it.each(builders)('%s: %s', (fn, _option, call) => {
    fc.assert(fc.property(junk, value => void expectGrammar(fn, () => call(value as never))));
  });
});

describe('methods of a model refuse bad input and leave it as it was', () => {
  const calls: [string, string, (model: Sequential, value: never) => unknown][] = [
    ['predict', 'X', (model, value) => model.predict(value)],
    ['forward', 'X', (model, value) => model.forward(value, { training: true, seed: 1 })],
    ['forward', 'options', (model, value) => model.forward(X, value)],
    ['forward', 'masks', (model, value) => model.forward(X, { training: true, masks: value })],
    [
      'forward',
      'a mask',
      (model, value) => model.forward(X, { training: true, masks: { dropout_1: value } }),
    ],
    ['activations', 'X', (model, value) => model.activations(value)],
    ['gradients', 'y', (model, value) => model.gradients(X, value, { loss })],
    ['gradients', 'loss', (model, value) => model.gradients(X, y, { loss: value })],
    ['evaluate', 'y', (model, value) => model.evaluate(X, value, { loss })],
    ['predictSamples', 'samples', (model, value) => model.predictSamples(X, { samples: value })],
    ['getWeights', 'layer', (model, value) => model.getWeights(value)],
    ['setWeights', 'weights', (model, value) => model.setWeights(value)],
    ['trainStep', 'X', (model, value) => trainStep(model, value, y, { loss, optimizer: sgd() })],
    ['trainStep', 'y', (model, value) => trainStep(model, X, value, { loss, optimizer: sgd() })],
    ['trainStep', 'optimizer', (model, value) => trainStep(model, X, y, { loss, optimizer: value })],
    [
      'trainStep',
      'a mask',
      (model, value) => trainStep(model, X, y, { loss, optimizer: sgd(), masks: { dropout_1: value } }),
    ],
  ];
  it.each(calls)('%s: %s', (fn, _option, call) => {
    const initial = JSON.stringify(build());
    fc.assert(
      fc.property(junk, value => {
        const model = build();
        const refused = Symbol('refused');
        let result: unknown = refused;
        expectGrammar(fn, () => (result = call(model, value as never)));
        if (result === refused) expect(JSON.stringify(model)).toBe(initial);
      }),
    );
  });

  it('setWeights: a bad matrix after good ones changes nothing', () => {
    const model = build();
    const [first, ...others] = model.getWeights();
    const changed = [first.map(() => 5), ...others.slice(0, -1)];
    const before = JSON.stringify(model);
    fc.assert(
      fc.property(junk, value => {
        expectGrammar('setWeights', () => model.setWeights([...changed, value as never]));
        if (JSON.stringify(model) !== before) model.setWeights([first, ...others]);
        else expect(model.getWeights()[0]).toEqual(first);
      }),
    );
  });
});

const NUMBERS = [NaN, Infinity, '1', null, true, [1], {}];

describe('fit refuses bad input before anything is changed', () => {
  const good: FitOptions = { loss, optimizer: adam(), epochs: 1 };
  const refused: Record<string, readonly unknown[]> = {
    loss: ['hinge', undefined, null, 1, 'sparseCategoricalCrossentropy'],
    optimizer: ['adam', undefined, null, {}, { kind: 'adam' }, { kind: 'sgd', learningRate: -1 }],
    epochs: [...NUMBERS, -1, 0.5],
    batchSize: [...NUMBERS, 0, 0.5, 2 ** 25],
    shuffle: [1, null, 'yes'],
    validationData: [1, X, [X], [X, [1]], [[[NaN, 1]], [1]], true],
    seed: [null, -1, 0.5, 2 ** 32],
    callbacks: [1, null, [1], [{ onEpoch: () => 1 }], [{ onEpochEnd: 1 }]],
    evaluateTraining: [1, null],
    signal: [1, null, {}],
    epoch: [1],
  };
  it.each(Object.entries(refused))('%s', async (key, values) => {
    const initial = JSON.stringify(build());
    for (const value of values) {
      const model = build();
      const error: unknown = await fit(model, X, y, { ...good, [key]: value } as FitOptions).then(
        () => `accepted ${String(value)}`,
        (caught: unknown) => caught,
      );
      expect(error).toBeInstanceOf(Error);
      expectGrammar(/^(fit|lambda|sgd)$/, () => {
        throw error;
      });
      expect(JSON.stringify(model)).toBe(initial);
    }
  });

  it.each(Object.keys(good))('%s: anything at all works or is refused', async key => {
    const initial = JSON.stringify(build());
    const property = fc.asyncProperty(junk, async value => {
      const model = build();
      const error: unknown = await fit(model, X, y, { ...good, [key]: value } as FitOptions).then(
        () => undefined,
        (caught: unknown) => caught,
      );
      if (error === undefined) return;
      expectGrammar('fit', () => {
        throw error;
      });
      expect(JSON.stringify(model)).toBe(initial);
    });
    await fc.assert(property, { numRuns: 30 });
  });
});
