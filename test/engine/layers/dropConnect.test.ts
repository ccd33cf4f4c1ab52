import { describe, expect, it } from 'vitest';
import { dense, dropConnect, fit, Matrix, sequential, sgd, trainStep } from '../../../lib/src/index.ts';
import { KERNEL, SIGMAS } from '../../tolerances.ts';
import { mean, RATES } from './ones.ts';

const ROWS = 200;
const [INPUTS, UNITS] = [6, 7];
const ONES = new Matrix(ROWS, INPUTS, new Float64Array(ROWS * INPUTS).fill(1));
const layer = (rate: number) =>
  sequential([dropConnect({ units: UNITS, rate, name: 'drop' })], { inputDim: INPUTS, seed: 1 });

describe('dropConnect', () => {
  it.each(RATES)('drops the share %f of the weights', rate => {
    const model = layer(rate);
    model.forward(ONES, { training: true });
    const { drop } = model.lastMasks;
    expect(drop.shape).toEqual([ROWS, INPUTS * UNITS]);
    const sigma = Math.sqrt((rate * (1 - rate)) / drop.data.length);
    expect(Math.abs(mean(drop) - (1 - rate))).toBeLessThan(SIGMAS * sigma);
  });

  it.each(RATES)('keeps the mean of the pre-activation at rate %f', rate => {
    const model = layer(rate);
    const output = model.forward(ONES, { training: true });
    const full = model.predict(ONES).row(0);
    const [kernel] = model.getWeights();
    full.forEach((expected, j) => {
      const average = output.column(j).reduce((sum, value) => sum + value, 0) / ROWS;
      const norm = Math.hypot(...kernel.column(j));
      const sigma = norm * Math.sqrt(rate / (1 - rate) / ROWS);
      expect(Math.abs(average - expected)).toBeLessThan(SIGMAS * sigma);
    });
  });

  it('outputs activation(input · (kernel ⊙ mask) / (1 − rate) + bias), a mask for every sample', () => {
    const options = { units: 2, rate: 0.5, biasInitializer: [1, -1], name: 'drop' };
    const kernel = [
      [1, 2],
      [3, 4],
    ];
    const model = sequential([dropConnect({ ...options, activation: 'relu', kernelInitializer: kernel })], {
      inputDim: 2,
    });
    const X = [
      [1, 10],
      [1, 10],
    ];
    const masks = {
      drop: [
        [1, 0, 0, 1],
        [0, 1, 0, 0],
      ],
    };
    expect(model.forward(X, { training: true, masks }).toArray()).toEqual([
      [2 * 1 + 1, 2 * 40 - 1],
      [1, 2 * 2 - 1],
    ]);
    const shared = {
      drop: [
        [0, 1],
        [1, 0],
      ],
    };
    expect(model.forward(X, { training: true, masks: shared }).toArray()).toEqual([
      [2 * 30 + 1, 2 * 2 - 1],
      [2 * 30 + 1, 2 * 2 - 1],
    ]);
    expect(model.predict(X).toArray()).toEqual([
      [32, 41],
      [32, 41],
    ]);
  });

  it('at rate 0 is a dense layer, trained alike', async () => {
    const X = Array.from({ length: 40 }, (_, i) => [Math.sin(i), Math.cos(3 * i)]);
    const y = X.map(([a, b]) => a * b);
    const head = dense({ units: 1 });
    const [a, b] = [
      dropConnect({ units: 5, rate: 0, activation: 'tanh' }),
      dense({ units: 5, activation: 'tanh' }),
    ].map(first => sequential([first, head], { inputDim: 2, seed: 3 }));
    for (const model of [a, b]) {
      await fit(model, X, y, { loss: 'meanSquaredError', optimizer: sgd({ learningRate: 0.1 }), epochs: 5 });
    }
    const [wa, wb] = [a, b].map(model => model.getWeights().flatMap(({ data }) => [...data]));
    wa.forEach((weight, i) => expect(Math.abs(weight - wb[i])).toBeLessThan(KERNEL));
  });

  it('leaves dropped weights where they are', () => {
    const model = layer(0.5);
    const [before] = model.getWeights();
    const mask = Array.from({ length: INPUTS }, (_, i) =>
      Array.from({ length: UNITS }, (_unit, j) => (i + j) % 2),
    );
    const y = new Matrix(ROWS, UNITS, new Float64Array(ROWS * UNITS).fill(3));
    const masks = { drop: mask };
    trainStep(model, ONES, y, { loss: 'meanSquaredError', optimizer: sgd(), masks });
    const [after] = model.getWeights();
    const moved = after.map((weight, i, j) => Number(weight !== before.at(i, j)));
    expect(moved.toArray()).toEqual(mask);
  });
});
