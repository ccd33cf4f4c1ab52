import { describe, expect, it } from 'vitest';
import { dense, dropout, sequential, sequentialFromJSON, trainStep } from '../../lib/src/index.ts';

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

describe('the messages', () => {
  const model = build();
  const classes = sequential([dense({ units: 3, activation: 'softmax' })], { inputDim: 2 });
  it.each<[string, () => unknown, string]>([
    [
      'rate',
      () => dropout({ rate: 1.5 }),
      'dropout: rate (probability to drop a unit) must be in [0, 1]. Got 1.5.',
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
      'truth values for targets',
      () => model.evaluate(X, [true, false] as never, { loss }),
      'evaluate: y[0] must be a number. Got true.',
    ],
    [
      'words for targets',
      () => model.evaluate(X, [0, 'cat'] as never, { loss }),
      'evaluate: y[1] must be a number. Got "cat".',
    ],
    [
      'big integers for targets',
      () => model.evaluate(X, new BigInt64Array(2) as never, { loss }),
      'evaluate: y[0] must be a number. Got 0n.',
    ],
    [
      'labels',
      () => model.evaluate(X, [1, 2], { loss }),
      'evaluate: y must be in [0, 1] for binaryCrossentropy. Got 2.',
    ],
    [
      'shares of classes',
      () => classes.evaluate([[0, 1]], [[0.5, 0.5, 0.5]], { loss: 'categoricalCrossentropy' }),
      'evaluate: y must have rows that sum to 1 (probabilities). Got [0.5, 0.5, 0.5].',
    ],
    [
      'class numbers',
      () => classes.evaluate(X, [0, 3], { loss: 'sparseCategoricalCrossentropy' }),
      'evaluate: y must hold class numbers 0 to 2. Got 3.',
    ],
    [
      'half a class number',
      () => classes.evaluate(X, [0, 0.5], { loss: 'sparseCategoricalCrossentropy' }),
      'evaluate: y must hold class numbers 0 to 2. Got 0.5.',
    ],
    [
      'class numbers side by side',
      () => classes.evaluate(X, X, { loss: 'sparseCategoricalCrossentropy' }),
      'evaluate: y must have one class number per row. Got an array of shape (2, 2).',
    ],
    [
      'columns of targets',
      () => classes.evaluate(X, y, { loss: 'categoricalCrossentropy' }),
      "evaluate: y must have 3 columns, one per output (for class numbers take 'sparseCategoricalCrossentropy').",
    ],
    [
      'targets as they were given',
      () => classes.evaluate(X, Int32Array.of(0, 2), { loss: 'categoricalCrossentropy' }),
      "(for class numbers take 'sparseCategoricalCrossentropy'). Got Int32Array of shape (2,).",
    ],
    [
      'last layer',
      () => model.evaluate(X, y, { loss: 'categoricalCrossentropy' }),
      "evaluate: the last layer must be dense({ units: 1, activation: 'softmax' }) for loss 'categoricalCrossentropy'. Got activation 'sigmoid'.",
    ],
    [
      'an optimizer made by hand, without all its settings',
      () => trainStep(model, X, y, { loss, optimizer: { kind: 'adam', learningRate: 0.01 } as never }),
      'trainStep: optimizer must have beta1, as adam(…) returns it. Got an object with kind, learningRate.',
    ],
    [
      'unknown option',
      () => dropout({ p: 0.5 } as never),
      "dropout: option must be one of 'rate', 'scaling'",
    ],
    [
      'unknown layer',
      () => model.getWeights('h9'),
      'getWeights: layer must be one of dense_1, dropout_1, dense_2.',
    ],
    [
      'mask of a layer that has none',
      () => model.forward(X, { training: true, masks: { dense_1: [1] } }),
      'forward: masks must have layers with masks as its keys (dropout_1). Got "dense_1".',
    ],
    [
      'mask that is scaled already',
      () => model.forward(X, { training: true, masks: { dropout_1: [2, 0, 2] } }),
      'forward: masks.dropout_1 (1 = kept, 0 = dropped) must contain only 0 and 1. Got 2.',
    ],
    ['masks while predicting', () => model.forward(X, { masks: { dropout_1: [1, 1, 1] } }), 'training: true'],
  ])('%s', (_name, call, message) => {
    expect(call).toThrow(message);
  });

  it.each([
    ['model.fit', () => model.fit(X, y), 'await fit(model, X, y, { loss, optimizer, epochs })'],
    ['model.save', () => model.save('m.json'), 'sequentialFromJSON(JSON.parse(text))'],
    ['model.compile', () => model.compile({ loss: 'mse' }), 'fit(model, X, y, { loss, optimizer })'],
    [
      'sequentialFromJSON of a text',
      () => sequentialFromJSON(JSON.stringify(model) as never),
      'sequentialFromJSON(JSON.parse(text))',
    ],
  ])('%s: show the right call', (_name, call, message) => {
    expect(call).toThrow(message);
  });
});
