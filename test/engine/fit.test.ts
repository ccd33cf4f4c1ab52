import { describe, expect, it } from 'vitest';
import {
  adam,
  dense,
  dropout,
  earlyStopping,
  fit,
  type FitOptions,
  lambda,
  type Layer,
  mask,
  maxNorm,
  type Optimizer,
  randomState,
  sequential,
  sgd,
  trainStep,
} from '../../lib/src/index.ts';

const X = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];
const y = [0, 1, 1, 0];

const random = randomState(5);
const many = Array.from({ length: 70 }, () => [...random.normal(0, 1, 2)]);
const labels = many.map(([a, b]) => Number(a + b > 0));

function network(rate = 0.3, seed = 3) {
  const layers: Layer[] = [
    dense({ units: 8, activation: 'relu' }),
    dropout({ rate }),
    dense({ units: 1, activation: 'sigmoid' }),
  ];
  return sequential(layers, { inputDim: 2, seed });
}

const OPTIONS = { loss: 'binaryCrossentropy', batchSize: 16, seed: 7 } as const;

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

  it.each<[string, () => Optimizer]>([
    ['sgd', () => sgd()],
    ['momentum', () => sgd({ momentum: 0.9 })],
    ['adam', () => adam()],
  ])('takes up where it stopped: two fits with one %s equal one long fit', async (_name, make) => {
    const [once, twice] = [network(), network()];
    const whole = await fit(once, many, labels, { ...OPTIONS, optimizer: make(), epochs: 10 });
    const optimizer = make();
    const first = await fit(twice, many, labels, { ...OPTIONS, optimizer, epochs: 4 });
    const second = await fit(twice, many, labels, { ...OPTIONS, optimizer, epochs: 6 });
    expect([...first.history.loss, ...second.history.loss]).toEqual(whole.history.loss);
    expect([...first.epoch, ...second.epoch]).toEqual(whole.epoch);
    expect(twice.getWeights()).toEqual(once.getWeights());
    expect(twice.lastMasks).toEqual(once.lastMasks);
  });

  it('starts afresh with a new optimiser object, and keeps models with one optimiser apart', async () => {
    const optimizer = adam();
    const [a, b] = [network(), network()];
    const first = await fit(a, many, labels, { ...OPTIONS, optimizer, epochs: 2 });
    expect(await fit(b, many, labels, { ...OPTIONS, optimizer, epochs: 2 })).toEqual(first);
    expect((await fit(a, many, labels, { ...OPTIONS, optimizer: adam(), epochs: 1 })).epoch).toEqual([0]);
  });

  it('depends on its seed and on nothing else', async () => {
    const run = (seed: number) =>
      fit(network(), many, labels, { ...OPTIONS, seed, optimizer: adam(), epochs: 3 });
    const [a, b, c] = await Promise.all([run(1), run(1), run(2)]);
    expect(b).toEqual(a);
    expect(c).not.toEqual(a);
  });

  it('gives the same result however often it yields, and with other fits in between', async () => {
    const run = (options: Partial<FitOptions> = {}) =>
      fit(network(), many, labels, { ...OPTIONS, optimizer: adam(), epochs: 5, ...options });
    const undisturbed = await run();
    const pause = lambda({ onEpochEnd: () => new Promise(resolve => setTimeout(resolve, 1)) });
    const crowd = await Promise.all(Array.from({ length: 4 }, () => run({ callbacks: [pause] })));
    for (const history of crowd) expect(history).toEqual(undisturbed);
  });

  it('lets timers have their turn at least every 250 ms', async () => {
    const model = sequential([dense({ units: 400, activation: 'relu' }), dense({ units: 400 })], {
      inputDim: 2,
    });
    const rows = Array.from({ length: 400 }, (_, i) => [i / 400, 1]);
    const targets = rows.map(() => Array<number>(400).fill(0));
    let last = performance.now();
    let longest = 0;
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    await fit(model, rows, targets, { loss: 'meanSquaredError', optimizer: sgd(), epochs: 20 });
    clearInterval(timer);
    expect(longest).toBeGreaterThan(0);
    expect(longest).toBeLessThan(250);
  });

  it('stops at an abort within an epoch and leaves the model as after the last complete one', async () => {
    const controller = new AbortController();
    const model = network();
    const weights: unknown[] = [];
    const watch = lambda({
      onEpochEnd(epoch) {
        if (epoch === 2) controller.abort(new Error('enough'));
        weights.push(model.getWeights());
      },
    });
    const options = {
      ...OPTIONS,
      optimizer: adam(),
      epochs: 9,
      callbacks: [watch],
      signal: controller.signal,
    };
    await expect(fit(model, many, labels, options)).rejects.toThrow('enough');
    expect(weights.length).toBe(3);
    expect(model.getWeights()).toEqual(weights[2]);
  });

  it('names epoch and value when it diverges, and keeps the weights of the epoch before', async () => {
    const model = sequential([dense({ units: 4 }), dense({ units: 1 })], { inputDim: 2, seed: 1 });
    const targets = [100, -100, 50, 1e4];
    const options = { loss: 'meanSquaredError', optimizer: sgd({ learningRate: 10 }), epochs: 200 } as const;
    await expect(fit(model, X, targets, options)).rejects.toThrow(
      /^fit: the (loss|weights) must stay finite\. Got (Infinity|NaN) in epoch \d+/,
    );
    expect(model.getWeights().every(({ data }) => data.every(Number.isFinite))).toBe(true);
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
    expect(history.valLoss.at(-1)).toBe(loss);
    expect(history.valAccuracy.at(-1)).toBe(accuracy);
    const training = model.evaluate(many, labels, { loss: 'binaryCrossentropy' });
    expect(history.trainLossEvaluated.at(-1)).toBe(training.loss);
    expect(history.trainAccuracyEvaluated.at(-1)).toBe(training.accuracy);
    expect(history.loss.at(-1)).not.toBe(training.loss);
  });

  it('reports the mean of the batches, weighted by their rows', async () => {
    const [model, copy] = [network(0), network(0)];
    const { history } = await fit(model, many, labels, { ...OPTIONS, shuffle: false, optimizer: sgd() });
    const optimizer = sgd();
    let sum = 0;
    for (let from = 0; from < 70; from += 16) {
      const [rows, targets] = [many.slice(from, from + 16), labels.slice(from, from + 16)];
      sum += trainStep(copy, rows, targets, { loss: 'binaryCrossentropy', optimizer, seed: 7 }) * rows.length;
    }
    expect(history.loss).toEqual([sum / 70]);
    expect(copy.getWeights()).toEqual(model.getWeights());
  });

  it('stops early and brings the best weights back', async () => {
    const model = network(0);
    const seen: [number, unknown][] = [];
    const watch = lambda({
      onEpochEnd: (_epoch, logs) => void seen.push([logs.valLoss as number, model.getWeights()]),
    });
    const stop = earlyStopping({ patience: 3, restoreBestWeights: true });
    const flipped = labels.map((label, i) => (i % 3 ? label : 1 - label));
    const { history } = await fit(model, many, flipped, {
      ...OPTIONS,
      optimizer: adam({ learningRate: 0.1 }),
      epochs: 200,
      validationData: [many.slice(0, 20), labels.slice(0, 20)],
      callbacks: [watch, stop],
    });
    const best = seen.reduce((a, b) => (b[0] < a[0] ? b : a));
    expect(history.loss.length).toBe(seen.indexOf(best) + 4);
    expect(model.getWeights()).toEqual(best[1]);
  });

  it('trains on with weights that a callback has set', async () => {
    const model = network(0);
    const zero = model.getWeights().map(weights => weights.map(() => 0));
    const reset = lambda({ onEpochEnd: () => model.setWeights(zero) });
    await fit(model, many, labels, { ...OPTIONS, optimizer: sgd(), epochs: 2, callbacks: [reset] });
    expect(model.getWeights()).toEqual(zero);
  });

  it('keeps the norm of incoming weights within maxNorm', async () => {
    const layers = [
      dense({ units: 8, activation: 'relu', kernelConstraint: maxNorm(0.5) }),
      dense({ units: 1, activation: 'sigmoid' }),
    ];
    const model = sequential(layers, { inputDim: 2, seed: 1 });
    await fit(model, many, labels, { ...OPTIONS, optimizer: adam({ learningRate: 0.1 }), epochs: 10 });
    const norms = Array.from({ length: 8 }, (_, j) => Math.hypot(...model.getWeights()[0].column(j)));
    expect(Math.max(...norms)).toBeLessThanOrEqual(0.5000001);
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
