import { describe, expect, it } from 'vitest';
import { adam, type Callback, earlyStopping, fit, lambda, type Quantity, sgd } from '../../lib/src/index.ts';
import { many, labels, network, OPTIONS } from './smallTraining.ts';

describe('callbacks', () => {
  it('stops early and brings the best weights back', async () => {
    const model = network(0);
    const seen: [number, unknown][] = [];
    const watch = lambda({
      onEpochEnd: (_epoch, logs) => void seen.push([logs.val_loss as number, model.getWeights()]),
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
    const reset = lambda({ onEpochEnd: epoch => void (epoch === 0 && model.setWeights(zero)) });
    await fit(model, many, labels, { ...OPTIONS, optimizer: sgd(), epochs: 2, callbacks: [reset] });
    // Between zero kernels nothing but the last bias has a gradient.
    expect(model.getWeights().slice(0, 3)).toEqual(zero.slice(0, 3));
    expect(model.getWeights()[3]).not.toEqual(zero[3]);
  });
});

describe('earlyStopping', () => {
  const monitored = network(0);

  /** The epochs it lets pass while the monitored quantity takes these values. */
  function epochs(options: Parameters<typeof earlyStopping>[0] & { monitor: Quantity }, values: number[]) {
    const callback = earlyStopping(options);
    let stopped = false;
    const training = { model: monitored, stop: () => void (stopped = true) };
    void callback.onTrainBegin?.(training);
    const end = values.findIndex((value, epoch) => {
      void callback.onEpochEnd?.(epoch, { [options.monitor]: value }, training);
      return stopped;
    });
    return end + 1;
  }

  it('waits for a loss to fall and for an accuracy to rise, patience counted from the best epoch', () => {
    const values = [0.5, 0.4, 0.3, 0.4, 0.5, 0.6, 0.7];
    expect(epochs({ monitor: 'val_loss', patience: 2 }, values)).toBe(5);
    expect(epochs({ monitor: 'val_accuracy', patience: 2 }, values)).toBe(3);
    expect(epochs({ monitor: 'train_loss' }, values)).toBe(4);
    expect(epochs({ monitor: 'accuracy', patience: 5 }, values)).toBe(0);
  });

  it('does not take a change of minDelta or less for an improvement', () => {
    const values = [1, 0.875, 0.75, 0.5, 0.375];
    expect(epochs({ monitor: 'loss', patience: 2, minDelta: 0.25 }, values)).toBe(3);
    expect(epochs({ monitor: 'loss', patience: 2, minDelta: 0.125 }, values)).toBe(0);
  });

  it('brings the best weights back also when it did not have to stop, as Keras does', async () => {
    const model = network(0);
    const seen: [number, unknown][] = [];
    const watch = lambda({
      onEpochEnd: (_epoch, logs) => void seen.push([logs.loss as number, model.getWeights()]),
    });
    const keep = earlyStopping({ monitor: 'loss', patience: 30, restoreBestWeights: true });
    const options = { ...OPTIONS, optimizer: sgd({ learningRate: 20 }), epochs: 30 };
    await fit(model, many, labels, { ...options, callbacks: [watch, keep] });
    const best = seen.reduce((a, b) => (b[0] < a[0] ? b : a));
    expect(seen.indexOf(best)).toBeLessThan(29);
    expect(model.getWeights()).toEqual(best[1]);
  });

  it('keeps models that are trained at the same time apart', async () => {
    const train = async (seed: number, stop: Callback) => {
      const model = network(0, seed);
      const pause = lambda({ onEpochEnd: () => new Promise(resolve => setTimeout(resolve, 1)) });
      const options = { ...OPTIONS, optimizer: sgd({ learningRate: 20 }), epochs: 30 };
      const { history } = await fit(model, many, labels, { ...options, callbacks: [pause, stop] });
      return { history, weights: model.getWeights() };
    };
    const make = () => earlyStopping({ monitor: 'loss', patience: 8, restoreBestWeights: true });
    const alone = [await train(1, make()), await train(2, make())];
    const shared = make();
    expect(await Promise.all([train(1, shared), train(2, shared)])).toEqual(alone);
  });

  it('names what is measured when its quantity is not', async () => {
    const options = { ...OPTIONS, optimizer: sgd(), callbacks: [earlyStopping()] };
    await expect(fit(network(0), many, labels, options)).rejects.toThrow(
      'earlyStopping: monitor must be one of the quantities that this fit measures (loss, accuracy). Got "val_loss".',
    );
  });
});
