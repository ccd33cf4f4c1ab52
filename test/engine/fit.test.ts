import { describe, expect, it } from 'vitest';
import { adam, dense, dropout, fit, sequential } from '../../lib/src/index.ts';

const X = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];
const y = [0, 1, 1, 0];

describe('fit', () => {
  it('learns XOR', async () => {
    const model = sequential(
      [dense({ units: 8, activation: 'tanh' }), dense({ units: 1, activation: 'sigmoid' })],
      { inputDim: 2, seed: 1 },
    );
    const optimizer = adam({ learningRate: 0.05 });
    const { history } = await fit(model, X, y, {
      loss: 'binaryCrossentropy',
      optimizer,
      epochs: 300,
      batchSize: 4,
    });
    expect(history.loss.at(-1)).toBeLessThan(0.02);
    expect(model.predict(X).column(0).map(Math.round)).toEqual(y);
  });

  it('takes up where it stopped: two fits with one optimiser equal one long fit', async () => {
    const build = () =>
      sequential(
        [
          dense({ units: 8, activation: 'relu' }),
          dropout({ rate: 0.3 }),
          dense({ units: 1, activation: 'sigmoid' }),
        ],
        { inputDim: 2, seed: 3 },
      );
    const [once, twice] = [build(), build()];
    const options = { loss: 'binaryCrossentropy', batchSize: 3, seed: 7 } as const;
    const whole = await fit(once, X, y, { ...options, optimizer: adam(), epochs: 10 });
    const optimizer = adam();
    const first = await fit(twice, X, y, { ...options, optimizer, epochs: 4 });
    const second = await fit(twice, X, y, { ...options, optimizer, epochs: 6 });
    expect([...first.history.loss, ...second.history.loss]).toEqual(whole.history.loss);
    expect(second.epoch).toEqual([4, 5, 6, 7, 8, 9]);
    expect(twice.getWeights()).toEqual(once.getWeights());
  });
});
