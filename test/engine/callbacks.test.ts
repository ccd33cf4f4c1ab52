import { describe, expect, it } from 'vitest';
import { adam, earlyStopping, fit, lambda, sgd } from '../../lib/src/index.ts';
import { many, labels, network, OPTIONS } from './smallTraining.ts';

describe('callbacks', () => {
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
});
