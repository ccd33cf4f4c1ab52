import { describe, expect, test } from 'vitest';
import { kerasRun } from '../../lib/src/course/kerasRun.ts';
import {
  adam,
  dense,
  fit,
  lecture,
  makeBlobs,
  mask,
  sequential,
  trainTestSplit,
} from '../../lib/src/index.ts';

import { EXACT, KERAS_LOSSES, KERAS_TRAINED, SIGMAS } from '../tolerances.ts';

const furthest = (a: ArrayLike<number>, b: readonly number[]) =>
  Math.max(...b.map((value, k) => Math.abs(value - a[k]!)));

describe('Keras, recorded', () => {
  const { zeroOut, scaleUp, dropout } = kerasRun;

  test('listing 1: the engine reaches the same weights, and Keras the numbers of the slide', async () => {
    const { X, y, mask: kept, w1Before, w2Before, w1After, w2After } = lecture.zeroOut;
    const net = sequential(
      [
        dense({ units: 4, activation: 'sigmoid', kernelInitializer: w1Before }),
        mask(kept),
        dense({ units: 1, activation: 'sigmoid', kernelInitializer: w2Before }),
      ],
      { inputDim: 2 },
    );
    await fit(net, X, y, { loss: 'meanSquaredError', optimizer: adam(), epochs: 100 });
    const [w1, b1, w2, b2] = net.getWeights();
    expect(furthest(w1!.data, zeroOut.w1.flat())).toBeLessThan(KERAS_TRAINED);
    expect(furthest(b1!.data, zeroOut.b1)).toBeLessThan(KERAS_TRAINED);
    expect(furthest(w2!.data, zeroOut.w2.flat())).toBeLessThan(KERAS_TRAINED);
    expect(furthest(b2!.data, zeroOut.b2)).toBeLessThan(KERAS_TRAINED);
    expect(furthest(w1After.flat(), zeroOut.w1.flat())).toBeLessThan(KERAS_TRAINED);
    expect(furthest(w2After.flat(), zeroOut.w2.flat())).toBeLessThan(KERAS_TRAINED);
  });

  test('listing 1: the weights of the masked unit stay as they were', () => {
    for (const [i, row] of zeroOut.w1.entries())
      expect(row[2]).toBe(Math.fround(lecture.zeroOut.w1Before[i]![2]!));
    expect(zeroOut.w2[2]![0]).toBe(Math.fround(lecture.zeroOut.w2Before[2]![0]!));
    expect(zeroOut.b1[2]).toBe(0);
  });

  test('listing 2: what is kept is doubled in training, nothing changes in prediction', () => {
    for (const { h1, training, prediction } of scaleUp.runs) {
      expect(prediction).toEqual(h1);
      expect(training.every((value, j) => value === 0 || value === 2 * h1[j]!)).toBe(true);
    }
  });

  test('the layer multiplies by 0 and by 1/(1 − rate), drops with trainable = False, and has no weights', () => {
    for (const { rate, factors, zeros } of scaleUp.factors) {
      const kept = Math.fround(1 / (1 - rate));
      expect(factors).toEqual(rate ? [0, kept] : [1]);
      expect(Math.abs(zeros / 1000 - rate)).toBeLessThan(
        SIGMAS * Math.sqrt((rate * (1 - rate)) / 1000) + EXACT,
      );
    }
    expect(scaleUp).toMatchObject({ dropsWithTrainableFalse: true, weights: 0, rateOne: ['0.0'] });
  });

  test('a seed makes the sequence of masks repeat, not the mask', () => {
    expect(scaleUp.seedRepeatsTheMask).toBe(false);
  });

  test('listing 3: the engine has the same losses, epoch by epoch, on the same data', async () => {
    const centers = [
      [0, 0],
      [0.5, 0.1],
    ];
    const { X, y } = makeBlobs({ nSamples: 200, centers, clusterStd: 0.25, randomState: 0 });
    const { XTrain, XTest, yTrain, yTest } = trainTestSplit(X, y, { randomState: 0 });
    const start = (rows: number, columns: number, layer: number) =>
      Array.from({ length: rows }, (_, i) =>
        Array.from({ length: columns }, (__, j) =>
          Math.fround(Math.sqrt(6 / (rows + columns)) * Math.sin(1 + layer + 7 * (i * columns + j))),
        ),
      );
    const sizes = [2, 64, 64, 64, 64, 1];
    const layers = sizes.slice(1).map((units, k) =>
      dense({
        units,
        activation: k < 4 ? 'relu' : 'sigmoid',
        kernelInitializer: start(sizes[k]!, units, k),
      }),
    );
    const { history } = await fit(sequential(layers, { inputDim: 2 }), XTrain, yTrain, {
      loss: 'binaryCrossentropy',
      optimizer: adam({ learningRate: 0.01 }),
      epochs: 10,
      batchSize: 100,
      shuffle: false,
      validationData: [XTest, yTest],
    });
    expect(furthest(history.loss, dropout.loss)).toBeLessThan(KERAS_LOSSES);
    expect(furthest(history.val_loss!, dropout.valLoss)).toBeLessThan(KERAS_LOSSES);
  });
});
