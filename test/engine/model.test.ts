import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  adam,
  dense,
  dropout,
  fit,
  mask,
  Matrix,
  randomState,
  sequential,
  sequentialFromJSON,
  trainStep,
} from '../../lib/src/index.ts';
import { KERNEL, SIGMAS } from '../tolerances.ts';
import { distance } from './kernels/sideBySide.ts';

const random = randomState(8);
const X = new Matrix(300, 2, random.normal(0, 1, 600));
const y = Array.from({ length: 300 }, (_, i) => i % 2);

const build = (seed = 1) =>
  sequential(
    [
      dense({ units: 5, activation: 'relu', name: 'h1' }),
      dropout({ rate: 0.4 }),
      dense({ units: 3, activation: 'tanh' }),
      mask([1, 0, 1]),
      dense({ units: 1, activation: 'sigmoid' }),
    ],
    { inputDim: 2, seed },
  );

describe('sequential', () => {
  it('names layers as Keras does and keeps names that were given', () => {
    const names = ['h1', 'dropout_1', 'dense_1', 'mask_1', 'dense_2'];
    expect(build().layers.map(({ name }) => name)).toEqual(names);
  });

  it('draws weights from its seed alone: glorot-uniform kernels and zero biases', () => {
    expect(build(1).getWeights()).toEqual(build(1).getWeights());
    expect(build(2).getWeights()).not.toEqual(build(1).getWeights());
    const model = sequential([dense({ units: 200 })], { inputDim: 100, seed: 3 });
    const [kernel, bias] = model.getWeights();
    const limit = Math.sqrt(6 / 300);
    const variance = Array.from(kernel.data).reduce((sum, value) => sum + value ** 2, 0) / 20000;
    expect(Math.max(...kernel.data.map(Math.abs))).toBeLessThanOrEqual(limit);
    // The square of a uniform number in ±limit has mean limit²/3 and standard deviation limit² √(4/45).
    expect(Math.abs(variance - limit ** 2 / 3)).toBeLessThan(SIGMAS * limit ** 2 * Math.sqrt(4 / 45 / 20000));
    expect(bias.data.every(value => value === 0)).toBe(true);
  });

  it('draws heNormal with variance 2 / inputDim, cut off at two of its deviations before the correction', () => {
    const layer = dense({ units: 200, kernelInitializer: 'heNormal' });
    const [kernel] = sequential([layer], { inputDim: 100, seed: 3 }).getWeights();
    const variance = Array.from(kernel.data).reduce((sum, value) => sum + value ** 2, 0) / 20000;
    expect(Math.abs(variance / 0.02 - 1)).toBeLessThan(SIGMAS * Math.sqrt(2 / 20000));
    const most = Math.max(...kernel.data.map(Math.abs));
    expect(most).toBeLessThan((2 * Math.sqrt(0.02)) / 0.8796);
    expect(most).toBeGreaterThan(1.95 * Math.sqrt(0.02));
  });

  it('draws a bias as Keras does, whose fans of a row are its length: variance 1 / units and 2 / units', () => {
    for (const [biasInitializer, variance] of [
      ['glorotUniform', 1e-4] as const,
      ['heNormal', 2e-4] as const,
    ]) {
      const layer = dense({ units: 10000, kernelInitializer: 'zeros', biasInitializer });
      const [, { data }] = sequential([layer], { inputDim: 5, seed: 3 }).getWeights();
      const found = Array.from(data).reduce((sum, value) => sum + value ** 2, 0) / 10000;
      expect(Math.abs(found / variance - 1)).toBeLessThan(SIGMAS * Math.sqrt(2 / 10000));
    }
  });

  it('takes given values as first weights', () => {
    const kernelInitializer = [[0.1, -0.2]];
    const layer = dense({ units: 2, kernelInitializer, biasInitializer: [1, 2] });
    const model = sequential([layer], { inputDim: 1 });
    expect(model.predict([[10]]).toArray()).toEqual([[2, 0]]);
  });
});

describe('what a model shows', () => {
  it('activations end in what predict gives, for any number of rows', () => {
    const model = build();
    const { h1, dense_2: last } = model.activations(X);
    expect(last).toEqual(model.predict(X));
    expect(model.forward(X)).toEqual(model.predict(X));
    const [kernel] = model.getWeights('h1');
    const product = X.data[0] * kernel.at(0, 0) + X.data[1] * kernel.at(1, 0);
    expect(distance([h1.at(0, 0)], [Math.max(0, product)])).toBeLessThan(KERNEL);
  });

  it('prediction of a row does not depend on the rows around it', () => {
    const model = build();
    const all = model.predict(X);
    for (const i of [0, 1, 127, 128, 299]) expect(model.predict([X.row(i)]).row(0)).toEqual(all.row(i));
  });

  it('predictSamples repeats with its seed, and its mean tends to the mean over masks', () => {
    const model = sequential([dropout({ rate: 0.3 })], { inputDim: 1, seed: 1 });
    const samples = model.predictSamples([[2]], { samples: 4000, seed: 1 });
    expect(model.predictSamples([[2]], { samples: 4000, seed: 1 })).toEqual(samples);
    expect(model.predictSamples([[2]], { samples: 4000, seed: 2 })).not.toEqual(samples);
    const mean = samples.reduce((sum, sample) => sum + sample.at(0, 0), 0) / 4000;
    expect(Math.abs(mean - 2)).toBeLessThan(SIGMAS * 2 * Math.sqrt(0.3 / 0.7 / 4000));
  });

  it('what it hands out are copies', () => {
    const model = build();
    const before = model.predict(X);
    for (const { data } of model.getWeights()) data.fill(9);
    model.activations(X).h1.data.fill(9);
    expect(model.predict(X)).toEqual(before);
    model.forward(X, { training: true });
    model.lastMasks.dropout_1.data.fill(9);
    expect(new Set(model.lastMasks.dropout_1.data)).toEqual(new Set([0, 1]));
  });

  it('setWeights takes what getWeights gives, whole or by layer', () => {
    const [a, b] = [build(1), build(2)];
    b.setWeights(a.getWeights());
    expect(b.predict(X)).toEqual(a.predict(X));
    b.setWeights(
      [
        [[1, 2, 3, 4, 5], Array(5).fill(0)],
        [1, 1, 1, 1, 1],
      ],
      'h1',
    );
    expect(b.getWeights('h1')[1].toArray()).toEqual([[1, 1, 1, 1, 1]]);
    expect(b.getWeights().slice(2)).toEqual(a.getWeights().slice(2));
  });
});

describe('summary', () => {
  const file = new URL('../fixtures/summary/summary.json', import.meta.url);
  const { models } = JSON.parse(readFileSync(file, 'utf8'));

  it('is the text that Keras prints', () => {
    const small = [
      dense({ units: 4, name: 'h1' }),
      dropout({ rate: 0.5, name: 'h2' }),
      dense({ units: 1, name: 'y' }),
    ];
    expect(sequential(small, { inputDim: 2 }).summary()).toBe(models.small);
    const hidden = () => [dense({ units: 64, activation: 'relu' }), dropout({ rate: 0.5 })];
    const section10 = [...hidden(), ...hidden(), ...hidden(), ...hidden(), dense({ units: 1 })];
    expect(sequential(section10, { inputDim: 2 }).summary()).toBe(models.section10);
    const large = [dense({ units: 1000 }), dense({ units: 1000 })];
    expect(sequential(large, { inputDim: 784 }).summary()).toBe(models.large);
  });
});

describe('toJSON and sequentialFromJSON', () => {
  it('are an exact round trip of weights and settings, negative zeros and subnormal numbers included', async () => {
    const model = build(5);
    await fit(model, X, y, { loss: 'binaryCrossentropy', optimizer: adam(), epochs: 2 });
    const weights = model.getWeights();
    weights[0].data.set([-0, 1e-45, 3.4028234663852886e38]);
    model.setWeights(weights);
    const text = JSON.stringify(model);
    const copy = sequentialFromJSON(JSON.parse(text));
    expect(copy.getWeights()).toEqual(weights);
    expect(Object.is(copy.getWeights()[0].data[0], -0)).toBe(true);
    expect(JSON.stringify(copy)).toBe(text);
    expect(copy.layers).toEqual(
      model.layers.map(placed => ({ ...placed, layer: { ...placed.layer, name: placed.name } })),
    );
  });

  it('keep first weights, whether given as rows, as a matrix or as a typed array', () => {
    const kernel = new Matrix(1, 2, Float32Array.of(0.1, -0.2));
    const layer = dense({
      units: 2,
      kernelInitializer: kernel,
      biasInitializer: Float32Array.of(0.3, 1e-45),
    });
    const model = sequential([layer], { inputDim: 1 });
    const text = JSON.stringify(model);
    expect(JSON.stringify(sequentialFromJSON(JSON.parse(text)))).toBe(text);
    kernel.data.fill(9);
    expect(JSON.stringify(sequential([layer], { inputDim: 1 }))).toBe(text);
  });

  it('keep what the next training step does', () => {
    const [model, copy] = [build(), sequentialFromJSON(build().toJSON())];
    const step = (subject: typeof model) =>
      trainStep(subject, X, y, { loss: 'binaryCrossentropy', optimizer: adam() });
    expect(step(copy)).toBe(step(model));
    expect(copy.getWeights()).toEqual(model.getWeights());
  });
});
