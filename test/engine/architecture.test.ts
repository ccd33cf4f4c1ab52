import { describe, expect, it } from 'vitest';
import { dense, dropout, type Layer, mask, type Sequential, sequential } from '../../lib/src/index.ts';

const build = (layer: object): Sequential => sequential([layer as Layer], { inputDim: 2, seed: 1 });
const X = [
  [1, 2],
  [-3, 4],
];

describe('a layer made by hand', () => {
  it.each<[string, object, Layer]>([
    ['dense', { kind: 'dense', units: 3 }, dense({ units: 3 })],
    [
      'dense with first weights',
      { kind: 'dense', units: 1, kernelInitializer: [[1], [-1]], biasInitializer: [5] },
      dense({ units: 1, kernelInitializer: [[1], [-1]], biasInitializer: [5] }),
    ],
    ['dropout', { kind: 'dropout', rate: 0.75 }, dropout({ rate: 0.75 })],
    ['mask', { kind: 'mask', values: Float32Array.of(0, 1) }, mask([0, 1])],
  ])('is the one that %s builds, its defaults filled in', (_kind, byHand, built) => {
    const [model, expected] = [byHand, built].map(build);
    expect(model.layers).toEqual(expected.layers);
    const pass = { training: true, seed: 2 };
    expect(model.forward(X, pass)).toEqual(expected.forward(X, pass));
  });

  it.each<[string, object, (layer: never) => void]>([
    ['rate', { kind: 'dropout', rate: 0.5 }, (layer: { rate: number }) => (layer.rate = 7)],
    ['values', { kind: 'mask', values: [1, 1] }, ({ values }: { values: number[] }) => void (values[0] = 0)],
    [
      'kernelRegularizer',
      { kind: 'dense', units: 1, kernelRegularizer: { l2: 1 } },
      ({ kernelRegularizer: penalty }: { kernelRegularizer: { l2: number } }) => (penalty.l2 = 7),
    ],
    [
      'kernelConstraint',
      { kind: 'dense', units: 1, kernelConstraint: { maxNorm: 1 } },
      ({ kernelConstraint: bound }: { kernelConstraint: { maxNorm: number } }) => (bound.maxNorm = 7),
    ],
  ])('has the %s it had when the model was built', (_option, byHand, change) => {
    const model = build(byHand);
    const before = JSON.stringify(model);
    change(byHand as never);
    expect(JSON.stringify(model)).toBe(before);
  });

  it('is refused where the list has a gap', () => {
    const layers = [dense({ units: 1 })];
    layers[2] = dense({ units: 1 });
    expect(() => sequential(layers, { inputDim: 2 })).toThrow(
      /^sequential: layers must come from dense\(…\), .*dropout\(…\).*\. Got undefined\.$/,
    );
  });
});
