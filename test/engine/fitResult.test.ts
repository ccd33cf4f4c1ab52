import { describe, expect, it } from 'vitest';
import { adam, fit, lambda, sgd, type FitOptions, type Optimizer } from '../../lib/src/index.ts';
import { many, labels, network, OPTIONS } from './smallTraining.ts';

describe('the result of fit', () => {
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
    expect(once.lastMasks.dropout_1.shape).toEqual([70 % OPTIONS.batchSize, 8]);
  });

  it('keeps models with one optimizer apart, and counts the epochs of a model whatever the optimizer', async () => {
    const optimizer = adam();
    const [a, b] = [network(), network()];
    const first = await fit(a, many, labels, { ...OPTIONS, optimizer, epochs: 2 });
    expect(await fit(b, many, labels, { ...OPTIONS, optimizer, epochs: 2 })).toEqual(first);
    expect((await fit(a, many, labels, { ...OPTIONS, optimizer: adam(), epochs: 1 })).epoch).toEqual([2]);
  });

  it('has new masks and a new order of batches in every epoch, with a new optimizer object in each', async () => {
    const model = network();
    const masks = new Set<string>();
    for (let epoch = 0; epoch < 5; epoch++) {
      await fit(model, many, labels, { ...OPTIONS, optimizer: sgd({ learningRate: 0.1 / (epoch + 1) }) });
      masks.add(String(model.lastMasks.dropout_1.data));
    }
    expect(masks.size).toBe(5);
  });

  it('does not depend on the optimizer object where it has no memory', async () => {
    const [one, many5] = [network(), network()];
    await fit(one, many, labels, { ...OPTIONS, optimizer: sgd(), epochs: 5 });
    for (let epoch = 0; epoch < 5; epoch++) {
      await fit(many5, many, labels, { ...OPTIONS, optimizer: sgd() });
    }
    expect(many5.getWeights()).toEqual(one.getWeights());
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
});
