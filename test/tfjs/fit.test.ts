import * as tf from '@tensorflow/tfjs';
import { describe, expect, test } from 'vitest';
import { dropout, fit, glorotUniform, toTensor } from '../../lib/src/tfjs/index.ts';
import { matrix } from '../../lib/src/numpy/matrix.ts';
import { randomState } from '../../lib/src/numpy/random.ts';

const random = randomState(5);
const X = Array.from({ length: 10 }, () => Array.from(random.standardNormal(2)));
const y = X.map(([a, b]) => [a * b > 0 ? 1 : 0]);

function model({ rate = 0 } = {}): tf.LayersModel {
  const net = tf.sequential();
  net.add(
    tf.layers.dense({
      units: 3,
      activation: 'tanh',
      inputShape: [2],
      kernelInitializer: glorotUniform({ seed: 1 }),
    }),
  );
  net.add(dropout({ rate, seed: 3 }));
  net.add(tf.layers.dense({ units: 1, kernelInitializer: glorotUniform({ seed: 2 }) }));
  net.compile({ loss: 'meanSquaredError', optimizer: tf.train.sgd(0.1) });
  return net;
}
const weights = (net: tf.LayersModel) => net.getWeights().map(tensor => tensor.arraySync());

describe('fit of a TensorFlow.js model', () => {
  test('repeats itself to the bit, masks and batches included', async () => {
    const [a, b] = [model({ rate: 0.5 }), model({ rate: 0.5 })];
    const histories = [
      await fit(a, X, y, { epochs: 3, batchSize: 4, seed: 1 }),
      await fit(b, X, y, { epochs: 3, batchSize: 4, seed: 1 }),
    ];
    expect(weights(a)).toEqual(weights(b));
    expect(histories[0]).toEqual(histories[1]);
  });

  test('takes the samples in another order from another seed', async () => {
    const [a, b] = [model(), model()];
    await fit(a, X, y, { batchSize: 4, seed: 1 });
    await fit(b, X, y, { batchSize: 4, seed: 2 });
    expect(weights(a)).not.toEqual(weights(b));
  });

  test('is model.fit on the samples in the seed’s order', async () => {
    const order = Array.from(randomState(1).spawn('batches').permutation(X.length));
    const [a, b] = [model(), model()];
    await fit(a, matrix(X), matrix(y), { batchSize: 4, seed: 1 });
    const ordered = [X, y].map(rows => toTensor(order.map(i => rows[i])));
    await b.fit(ordered[0], ordered[1], { batchSize: 4, shuffle: false });
    expect(weights(a)).toEqual(weights(b));
  });

  test('tells loss and validation loss of every epoch, and leaves no tensor behind', async () => {
    const net = model();
    await fit(net, X, y, { seed: 1 });
    const before = tf.memory().numTensors;
    const { epoch, history } = await fit(net, X, y, { epochs: 4, seed: 1, validationData: [X, y] });
    expect(epoch).toEqual([0, 1, 2, 3]);
    expect(history.loss).toHaveLength(4);
    const expected = (net.evaluate(toTensor(X), toTensor(y)) as tf.Scalar).dataSync()[0];
    expect(history.val_loss[3]).toBe(expected);
    expect(tf.memory().numTensors - before).toBe(3);
  });

  test('leaves no tensor behind when it fails', async () => {
    const net = model();
    await fit(net, X, y, { seed: 1 });
    const before = tf.memory().numTensors;
    const wide = X.map(row => [...row, 0]);
    await expect(fit(net, wide, y, { seed: 1, validationData: [X, y] })).rejects.toThrow('shape');
    await expect(fit(net, X, y, { seed: 1, validationData: [X, [[NaN]]] })).rejects.toThrow('finite');
    expect(tf.memory().numTensors).toBe(before);
  });

  test('takes one target per sample as a column', async () => {
    const [a, b] = [model(), model()];
    await fit(a, X, y, { seed: 1, validationData: [X, y] });
    await fit(b, X, y.flat(), { seed: 1, validationData: [X, y.flat()] });
    expect(weights(a)).toEqual(weights(b));
  });

  test.each([
    [[X, y.slice(1), { seed: 1 }], 'fit: y must have 10 rows, one for each row of X.'],
    [[X.slice(1), y, { seed: 1 }], 'fit: y must have 9 rows, one for each row of X.'],
    [[[], [], { seed: 1 }], 'fit: X (number of rows) must be at least 1. Got 0.'],
    [[[[NaN, 1]], [1], { seed: 1 }], 'fit: X[0][0] must be finite. Got NaN.'],
    [
      [X, y, { seed: 1, validationData: [X, [[1]]] }],
      'fit: y of validationData must have 10 rows, one for each row of X.',
    ],
    [[X, y, { seed: 1, validationData: X }], 'fit: validationData must be [XTest, yTest].'],
    [[X, y, { seed: 1, epoch: 5 }], "fit: option must be one of 'epochs', 'batchSize', "],
    [[X, y], 'fit: options must be an object, as in { epochs: … }. Got undefined.'],
  ])('refuses what it cannot train on: case %#', async (args, message) => {
    const net = model();
    const untouched = weights(net);
    await expect(fit(...([net, ...args] as unknown as Parameters<typeof fit>))).rejects.toThrow(message);
    expect(weights(net)).toEqual(untouched);
  });

  test('needs a seed', async () => {
    await expect(fit(model(), X, y, {} as never)).rejects.toThrow('fit: seed must be a number.');
  });
});
