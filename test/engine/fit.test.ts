import { describe, expect, it } from 'vitest';
import {
  adam,
  dense,
  fit,
  l2,
  lambda,
  mask,
  maxNorm,
  sequential,
  sgd,
  trainStep,
} from '../../lib/src/index.ts';
import { KERNEL } from '../tolerances.ts';
import { X, y, many, labels, network, OPTIONS } from './smallTraining.ts';

describe('fit', () => {
  it('learns XOR', async () => {
    const layers = [dense({ units: 8, activation: 'tanh' }), dense({ units: 1, activation: 'sigmoid' })];
    const model = sequential(layers, { inputDim: 2, seed: 1 });
    const { history } = await fit(model, X, y, {
      loss: 'binaryCrossentropy',
      optimizer: adam({ learningRate: 0.05 }),
      epochs: 300,
      batchSize: 4,
    });
    expect(history.loss.at(-1)).toBeLessThan(0.02);
    expect(history.accuracy.at(-1)).toBe(1);
    expect(model.predict(X).column(0).map(Math.round)).toEqual(y);
  });

  it('learns classes with softmax, given as numbers or as rows alike', async () => {
    const classes = many.map(([a, b]) => (a > 0 ? (b > 0 ? 0 : 1) : 2));
    const rows = classes.map(k => [0, 1, 2].map(j => Number(j === k)));
    const fits = (['sparseCategoricalCrossentropy', 'categoricalCrossentropy'] as const).map((loss, i) => {
      const layers = [dense({ units: 16, activation: 'relu' }), dense({ units: 3, activation: 'softmax' })];
      const model = sequential(layers, { inputDim: 2, seed: 1 });
      const optimizer = adam({ learningRate: 0.05 });
      return fit(model, many, i ? rows : classes, { loss, optimizer, epochs: 60 });
    });
    const [sparse, full] = await Promise.all(fits);
    expect(sparse.history.accuracy.at(-1)).toBeGreaterThan(0.95);
    expect(full).toEqual(sparse);
  });

  it('measures training rows with masks off on request, and validation as evaluate does', async () => {
    const model = network(0.5);
    const { history } = await fit(model, many, labels, {
      ...OPTIONS,
      optimizer: adam(),
      epochs: 3,
      validationData: [X, y],
      evaluateTraining: true,
    });
    const { loss, accuracy } = model.evaluate(X, y, { loss: 'binaryCrossentropy' });
    expect(history.val_loss.at(-1)).toBe(loss);
    expect(history.val_accuracy.at(-1)).toBe(accuracy);
    const training = model.evaluate(many, labels, { loss: 'binaryCrossentropy' });
    expect(history.train_loss.at(-1)).toBe(training.loss);
    expect(history.train_accuracy.at(-1)).toBe(training.accuracy);
    expect(history.loss.at(-1)).not.toBe(training.loss);
  });

  it('is one trainStep after the other, masks and all, and reports their mean, weighted by rows', async () => {
    const [model, copy] = [network(0.5), network(0.5)];
    const { history } = await fit(model, many, labels, { ...OPTIONS, shuffle: false, optimizer: sgd() });
    const optimizer = sgd();
    let sum = 0;
    for (let from = 0; from < 70; from += 16) {
      const [rows, targets] = [many.slice(from, from + 16), labels.slice(from, from + 16)];
      sum += trainStep(copy, rows, targets, { loss: 'binaryCrossentropy', optimizer, seed: 7 }) * rows.length;
    }
    expect(history.loss).toEqual([sum / 70]);
    expect(copy.getWeights()).toEqual(model.getWeights());
    expect(copy.lastMasks.dropout_1).toEqual(model.lastMasks.dropout_1);
  });

  it('counts penalties in, in training as in evaluation: λ Σ w²', async () => {
    const [free, penalized] = [0, 0.1].map(factor =>
      sequential([dense({ units: 1, activation: 'sigmoid', kernelRegularizer: l2(factor) })], {
        inputDim: 2,
        seed: 1,
      }),
    );
    const penalty =
      0.1 *
      free
        .getWeights()[0]
        .column(0)
        .reduce((sum, w) => sum + w * w, 0);
    expect(penalty).toBeGreaterThan(0.01);
    const [loss, more] = [free, penalized].map(
      model => model.evaluate(many, labels, { loss: OPTIONS.loss }).loss,
    );
    expect(Math.abs(more - loss - penalty)).toBeLessThan(KERNEL);
    const options = { ...OPTIONS, batchSize: 70, optimizer: sgd() };
    const fits = await Promise.all([free, penalized].map(model => fit(model, many, labels, options)));
    const [first, second] = fits.map(({ history }) => history.loss[0]);
    expect(Math.abs(second - first - penalty)).toBeLessThan(KERNEL);
  });

  it('draws new masks at every step', async () => {
    const model = network(0.5);
    const seen: unknown[] = [];
    const watch = lambda({ onEpochEnd: () => void seen.push(model.lastMasks.dropout_1) });
    const options = { ...OPTIONS, batchSize: 70, optimizer: adam(), epochs: 20, callbacks: [watch] };
    await fit(model, many, labels, options);
    seen.forEach((drawn, i) => seen.slice(0, i).forEach(earlier => expect(drawn).not.toEqual(earlier)));
    expect(seen.length).toBe(20);
  });

  it('keeps the norm of incoming weights within maxNorm', async () => {
    const layers = [
      dense({ units: 8, activation: 'relu', kernelConstraint: maxNorm(0.5) }),
      dense({ units: 1, activation: 'sigmoid' }),
    ];
    const model = sequential(layers, { inputDim: 2, seed: 1 });
    await fit(model, many, labels, { ...OPTIONS, optimizer: adam({ learningRate: 0.1 }), epochs: 10 });
    const norms = Array.from({ length: 8 }, (_, j) => Math.hypot(...model.getWeights()[0].column(j)));
    expect(Math.max(...norms)).toBeLessThanOrEqual(0.5 + KERNEL);
    expect(Math.max(...norms)).toBeGreaterThan(0.499);
  });
});

describe('a fixed mask', () => {
  it('freezes the third column of w1, its bias and the third row of w2 to the bit; all else moves', async () => {
    const layers = [
      dense({ units: 4, activation: 'sigmoid' }),
      mask([1, 1, 0, 1]),
      dense({ units: 1, activation: 'sigmoid' }),
    ];
    const model = sequential(layers, { inputDim: 2, seed: 1 });
    const before = model.getWeights();
    await fit(model, X, y, { loss: 'meanSquaredError', optimizer: adam(), epochs: 100 });
    const after = model.getWeights();
    const moved = before.map(({ data }, i) => Array.from(data, (value, k) => value !== after[i].data[k]));
    expect(moved[0]).toEqual([true, true, false, true, true, true, false, true]);
    expect(moved[1]).toEqual([true, true, false, true]);
    expect(moved[2]).toEqual([true, true, false, true]);
    expect(moved[3]).toEqual([true]);
  });
});
