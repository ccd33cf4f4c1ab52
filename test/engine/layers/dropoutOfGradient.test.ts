import { describe, expect, it } from 'vitest';
import { dense, dropout, type DropoutOptions, sequential } from '../../../lib/src/index.ts';

describe('dropout of the gradient alone (maskForward: false)', () => {
  const stack = (options: Partial<DropoutOptions>) =>
    sequential(
      [
        dense({ units: 4, activation: 'tanh' }),
        dropout({ rate: 0.5, name: 'drop', ...options }),
        dense({ units: 1 }),
      ],
      { inputDim: 2, seed: 1 },
    );
  const X = [
    [1, -1],
    [0.5, 2],
  ];
  const pass = { training: true, masks: { drop: [1, 0, 1, 0] } };

  it('lets every unit through, unscaled', () => {
    const model = stack({ maskForward: false });
    expect(model.forward(X, pass)).toEqual(model.forward(X));
    expect(model.forward(X, pass)).not.toEqual(stack({}).forward(X, pass));
  });

  it('gives the dropped units no gradient and doubles that of the others', () => {
    const gradient = (options: object) =>
      stack({ maskForward: false }).gradients(X, [1, 0], { loss: 'meanSquaredError', ...options }).dense_1
        .kernel!;
    const factors = [2, 0, 2, 0];
    expect(gradient(pass).toArray()).toEqual(
      gradient({})
        .map((g, _i, unit) => g * factors[unit])
        .toArray()
        .map(row => row.map(g => g + 0)),
    );
  });

  it('is refused with scale-down, whose prediction would scale what training did not', () => {
    expect(() => dropout({ rate: 0.5, scaling: 'scale-down', maskForward: false })).toThrow(
      /scaling \(with maskForward false\) must be 'inverted' or 'none'\. Got "scale-down"/,
    );
    expect(() => dropout({ rate: 0.5, maskForward: 0 as unknown as boolean })).toThrow(TypeError);
  });
});
