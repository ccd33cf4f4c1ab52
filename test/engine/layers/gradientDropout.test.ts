import { describe, expect, it } from 'vitest';
import { dense, dropout, gradientDropout, type Layer, sequential } from '../../../lib/src/index.ts';

describe('gradientDropout', () => {
  const stack = (noise: Layer = gradientDropout({ rate: 0.5, name: 'drop' })) =>
    sequential([dense({ units: 4, activation: 'tanh' }), noise, dense({ units: 1 })], {
      inputDim: 2,
      seed: 1,
    });
  const X = [
    [1, -1],
    [0.5, 2],
  ];
  const pass = { training: true, masks: { drop: [1, 0, 1, 0] } };

  it('lets every unit through, unscaled', () => {
    expect(stack().forward(X, pass)).toEqual(stack().forward(X));
    const usual = stack(dropout({ rate: 0.5, name: 'drop' }));
    expect(stack().forward(X, pass)).not.toEqual(usual.forward(X, pass));
  });

  it('gives the dropped units no gradient and doubles that of the others', () => {
    const gradient = (options: object) =>
      stack().gradients(X, [1, 0], { loss: 'meanSquaredError', ...options }).dense_1.kernel!;
    const factors = [2, 0, 2, 0];
    expect(gradient(pass).toArray()).toEqual(
      gradient({})
        .map((g, _i, unit) => g * factors[unit])
        .toArray()
        .map(row => row.map(g => g + 0)),
    );
  });
});
