import { describe, expect, it } from 'vitest';
import { adam, dense, fit, lambda, sequential, sgd, trainStep } from '../../lib/src/index.ts';
import { X, many, labels, network, OPTIONS } from './smallTraining.ts';

describe('fit under way', () => {
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

  it('does nothing when aborted beforehand, and nothing after an abort between epochs', async () => {
    const controller = new AbortController();
    const model = network();
    const untouched = model.getWeights();
    const weights: unknown[] = [];
    const watch = lambda({
      onEpochEnd() {
        controller.abort();
        weights.push(model.getWeights());
      },
    });
    const options = { ...OPTIONS, batchSize: 70, optimizer: adam(), epochs: 9 };
    await expect(
      fit(model, many, labels, { ...options, signal: AbortSignal.abort(new Error('early')) }),
    ).rejects.toThrow('early');
    expect(model.getWeights()).toEqual(untouched);
    const watched = { ...options, callbacks: [watch], signal: controller.signal };
    await expect(fit(model, many, labels, watched)).rejects.toThrow();
    expect([model.getWeights()]).toEqual(weights);
  });

  it('is the only one at its model: a second fit or step is refused until it ends', async () => {
    const model = network();
    const step = () => trainStep(model, many, labels, { loss: OPTIONS.loss, optimizer: sgd() });
    const callbacks = [lambda({ onEpochEnd: () => new Promise(resolve => setTimeout(resolve, 1)) })];
    const first = fit(model, many, labels, { ...OPTIONS, optimizer: adam(), callbacks });
    await expect(fit(model, many, labels, { ...OPTIONS, optimizer: adam() })).rejects.toThrow(
      'fit: the model is already being trained. Await the running fit() first.',
    );
    expect(step).toThrow('trainStep: the model is already being trained.');
    await first;
    expect(step).not.toThrow();
  });

  it('lets callbacks set weights and nobody else', async () => {
    const model = sequential([dense({ units: 300 }), dense({ units: 1 })], { inputDim: 2 });
    const weights = model.getWeights();
    const refused: unknown[] = [];
    const timer = setInterval(() => {
      try {
        model.setWeights(weights);
      } catch (error) {
        refused.push(error);
      }
    });
    const training = fit(model, many, labels, { loss: 'meanSquaredError', optimizer: sgd(), epochs: 2000 });
    await training.finally(() => clearInterval(timer));
    expect(refused.length).toBeGreaterThan(0);
    expect(String(refused[0])).toBe(
      'RangeError: setWeights: the model is being trained. Await the running fit() first, or set weights in a callback.',
    );
    expect(model.getWeights()).not.toEqual(weights);
    model.setWeights(weights);
    expect(model.getWeights()).toEqual(weights);
  });

  it('shows the masks of the last step also after an abort', async () => {
    const model = network();
    const rows = Array.from({ length: 200_000 }, () => [1, 1]);
    const signal = { aborted: false, reason: new Error('enough') };
    setImmediate(() => (signal.aborted = true));
    const options = { loss: 'meanSquaredError', optimizer: sgd(), batchSize: 1, signal } as const;
    await expect(fit(model, rows, new Float32Array(200_000), options)).rejects.toThrow('enough');
    expect(model.lastMasks.dropout_1.shape).toEqual([1, 8]);
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

  it('as a single step: a trainStep that would give infinite weights is not taken', () => {
    const model = sequential([dense({ units: 1 })], { inputDim: 2, seed: 1 });
    const before = model.getWeights();
    const options = { loss: 'meanSquaredError', optimizer: sgd({ learningRate: 1e38 }) } as const;
    expect(() => trainStep(model, X, [100, -100, 50, 1e4], options)).toThrow('trainStep: loss and weights');
    expect(model.getWeights()).toEqual(before);
  });
});
