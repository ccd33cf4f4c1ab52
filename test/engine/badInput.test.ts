import fc from 'fast-check';
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
  sequential,
  sequentialFromJSON,
  sgd,
  trainStep,
} from '../../lib/src/index.ts';

/** The grammar of the library's errors: function, argument and meaning, expectation, value. */
const GRAMMAR = /^[\w.]+: [^()]+(\(.+?\) )?.*must .+\. Got .*\.$/s;

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

/** Values of any kind, with those favoured that are nearly right. */
const anything = fc.oneof(
  fc.anything(),
  fc.constantFrom(
    NaN,
    Infinity,
    -Infinity,
    -0,
    0,
    1,
    0.5,
    1.5,
    -1,
    2 ** 53,
    '',
    '1',
    null,
    undefined,
    [],
    {},
  ),
  fc.array(fc.array(fc.oneof(fc.double(), fc.constantFrom(0, 1)), { maxLength: 3 }), { maxLength: 3 }),
);

function expectGrammar(error: unknown): void {
  expect(error).toBeInstanceOf(Error);
  const { name, message } = error as Error;
  expect(['TypeError', 'RangeError']).toContain(name);
  expect(message).toMatch(GRAMMAR);
}

function attempt(call: () => unknown): void {
  try {
    call();
  } catch (error) {
    expectGrammar(error);
  }
}

describe('any option of the builders either works or is refused in the one grammar', () => {
  const builders: [string, (value: never) => unknown][] = [
    ['dense units', value => dense({ units: value })],
    ['dense activation', value => dense({ units: 1, activation: value })],
    ['dense kernelInitializer', value => dense({ units: 1, kernelInitializer: value })],
    ['dense kernelRegularizer', value => dense({ units: 1, kernelRegularizer: value })],
    ['dense kernelConstraint', value => dense({ units: 1, kernelConstraint: value })],
    ['dense name', value => dense({ units: 1, name: value })],
    ['dense', value => dense(value)],
    ['dropout rate', value => dropout({ rate: value })],
    ['dropout scaling', value => dropout({ rate: 0.5, scaling: value })],
    ['dropout noise', value => dropout({ rate: 0.5, noise: value })],
    ['dropout noiseShape', value => dropout({ rate: 0.5, noiseShape: value })],
    ['dropout seed', value => dropout({ rate: 0.5, seed: value })],
    ['dropout', value => dropout(value)],
    ['mask', value => mask(value)],
    ['l2', value => l2(value)],
    ['maxNorm', value => maxNorm(value)],
    ['sgd learningRate', value => sgd({ learningRate: value })],
    ['sgd momentum', value => sgd({ momentum: value })],
    ['adam beta1', value => adam({ beta1: value })],
    ['adam', value => adam(value)],
    ['earlyStopping', value => earlyStopping(value)],
    ['earlyStopping patience', value => earlyStopping({ patience: value })],
    ['lambda', value => lambda(value)],
    ['sequential layers', value => sequential(value, { inputDim: 2 })],
    ['sequential layer', value => sequential([value], { inputDim: 2 })],
    ['sequential inputDim', value => sequential([dense({ units: 1 })], { inputDim: value })],
    ['sequential seed', value => sequential([dense({ units: 1 })], { inputDim: 2, seed: value })],
    ['sequentialFromJSON', value => sequentialFromJSON(value)],
    ['sequentialFromJSON layers', value => sequentialFromJSON({ ...build().toJSON(), layers: value })],
    ['sequentialFromJSON weights', value => sequentialFromJSON({ ...build().toJSON(), weights: value })],
  ];
  it.each(builders)('%s', (_name, call) => {
    // A unit or column count that is right but huge is no bad input; it is left out to keep the test small.
    const modest = anything.filter(value => typeof value !== 'number' || !(value > 1000 && value <= 2 ** 20));
    fc.assert(fc.property(modest, value => attempt(() => call(value as never))));
  });
});

describe('methods of a model refuse bad input and leave it as it was', () => {
  const calls: [string, (model: ReturnType<typeof build>, value: never) => unknown][] = [
    ['predict', (model, value) => model.predict(value)],
    ['forward X', (model, value) => model.forward(value, { training: true, seed: 1 })],
    ['forward options', (model, value) => model.forward(X, value)],
    ['forward masks', (model, value) => model.forward(X, { training: true, seed: 1, masks: value })],
    [
      'forward mask',
      (model, value) => model.forward(X, { training: true, seed: 1, masks: { dropout_1: value } }),
    ],
    ['activations', (model, value) => model.activations(value)],
    ['gradients y', (model, value) => model.gradients(X, value, { loss })],
    ['gradients loss', (model, value) => model.gradients(X, y, { loss: value })],
    ['evaluate y', (model, value) => model.evaluate(X, value, { loss })],
    ['predictSamples', (model, value) => model.predictSamples(X, { samples: value })],
    ['getWeights', (model, value) => model.getWeights(value)],
  ];
  it.each(calls)('%s', (_name, call) => {
    const model = build();
    const before = JSON.stringify(model);
    const modest = anything.filter(value => typeof value !== 'number' || !(value > 1000));
    fc.assert(fc.property(modest, value => attempt(() => call(model, value as never))));
    expect(JSON.stringify(model)).toBe(before);
  });

  it('setWeights changes nothing after a throw', () => {
    const model = build();
    const before = JSON.stringify(model);
    const [first, ...others] = model.getWeights();
    fc.assert(
      fc.property(anything, value => {
        attempt(() => model.setWeights(value as never));
        attempt(() => model.setWeights([first.map(() => 5), ...others.slice(1), value as never]));
      }),
    );
    expect(JSON.stringify(model)).toBe(before);
  });
});

describe('fit and trainStep refuse bad input before anything is changed', () => {
  const optimizer = adam();
  const good: FitOptions = { loss, optimizer, epochs: 1 };

  it.each(
    Object.keys({ ...good, batchSize: 0, shuffle: 0, validationData: 0, seed: 0, callbacks: 0, signal: 0 }),
  )('fit %s', async key => {
    const property = fc.asyncProperty(anything, async value => {
      if (typeof value === 'number' && value > 100) return;
      const model = build();
      const before = JSON.stringify(model);
      try {
        await fit(model, X, y, { ...good, [key]: value } as FitOptions);
      } catch (error) {
        expectGrammar(error);
        expect(JSON.stringify(model)).toBe(before);
      }
    });
    await fc.assert(property, { numRuns: 60 });
  });

  it('X, y and masks', () => {
    const model = build();
    const before = JSON.stringify(model);
    const refused = (call: () => unknown) => {
      try {
        call();
      } catch (error) {
        return expectGrammar(error);
      }
      model.setWeights(sequentialFromJSON(JSON.parse(before)).getWeights());
    };
    const property = fc.property(anything, value => {
      refused(() => trainStep(model, value as never, y, { loss, optimizer }));
      refused(() => trainStep(model, X, value as never, { loss, optimizer }));
      refused(() => trainStep(model, X, y, { loss, optimizer, masks: { dropout_1: value as never } }));
      refused(() => trainStep(value as never, X, y, { loss, optimizer }));
      expect(JSON.stringify(model)).toBe(before);
    });
    fc.assert(property);
  });
});

describe('the messages', () => {
  const model = build();
  it.each<[string, () => unknown, string]>([
    [
      'rate',
      () => dropout({ rate: 1.5 }),
      'dropout: rate (fraction of units to drop) must be in [0, 1]. Got 1.5.',
    ],
    [
      'columns',
      () => model.predict([[1, 2, 3]]),
      "predict: X must have 2 columns, as the model's inputDim. Got",
    ],
    ['empty', () => model.predict([]), 'predict: X must have at least one row.'],
    ['not finite', () => model.predict([[1, NaN]]), 'finite'],
    ['rows', () => model.evaluate(X, [1], { loss }), 'evaluate: y must have 2 rows, one for each row of X.'],
    [
      'labels',
      () => model.evaluate(X, [1, 2], { loss }),
      'evaluate: y must be in [0, 1] for binaryCrossentropy. Got 2.',
    ],
    [
      'last layer',
      () => model.evaluate(X, y, { loss: 'categoricalCrossentropy' }),
      "must follow a last layer dense({ units: 1, activation: 'softmax' })",
    ],
    ['unknown option', () => dropout({ p: 0.5 } as never), 'have no other keys than rate, scaling'],
    [
      'unknown layer',
      () => model.getWeights('h9'),
      'getWeights: layer must be one of dense_1, dropout_1, dense_2.',
    ],
    [
      'mask of a layer that has none',
      () => model.forward(X, { training: true, masks: { dense_1: [1] } }),
      'dropout_1',
    ],
    ['masks while predicting', () => model.forward(X, { masks: { dropout_1: [1, 1, 1] } }), 'training: true'],
  ])('%s', (_name, call, message) => {
    expect(call).toThrow(message);
  });
});
