import { describe, expect, test } from 'vitest';
import {
  dense,
  dropConnect,
  dropout,
  dropoutNetwork,
  expectation,
  type Layer,
  mask,
  sequential,
  subnetworks,
  thinnedOutput,
  weightScaledOutput,
} from '../../lib/src/index.ts';
import { expectAllClose } from '../expectClose.ts';
import { KERNEL } from '../tolerances.ts';

const X = [
  [0.5, -1],
  [2, 0.25],
];

const model = (layers: readonly Layer[]) => sequential(layers, { inputDim: 2, seed: 3 });
const small = (scaling: 'inverted' | 'scale-down') =>
  model([
    dropout({ rate: 0.2, scaling, name: 'first' }),
    dense({ units: 3, activation: 'tanh', biasInitializer: [0.1, -0.2, 0.3] }),
    dropout({ rate: 0.5, scaling, name: 'second' }),
    dense({ units: 1, activation: 'sigmoid' }),
  ]);

describe('a model in the place of a network', () => {
  test.each(['inverted', 'scale-down'] as const)(
    '%s: each thinned network is what the engine computes with its mask',
    scaling => {
      const built = small(scaling);
      for (const kept of [
        [1, 1, 1, 1, 1],
        [1, 0, 0, 1, 1],
        [0, 0, 1, 0, 1],
      ]) {
        const masks = { first: [kept.slice(0, 2)], second: [kept.slice(2)] };
        const engine = X.map(x => built.forward([x], { training: true, masks }).at(0, 0));
        expectAllClose(thinnedOutput(built, X, kept), engine, KERNEL);
      }
      expectAllClose(weightScaledOutput(built, X), built.predict(X).column(0), KERNEL);
    },
  );

  test('DropConnect: each thinned network is what the engine computes with the mask of its weights', () => {
    const built = model([
      dropConnect({
        units: 2,
        rate: 0.25,
        activation: 'tanh',
        biasInitializer: [0.1, -0.2],
        name: 'connect',
      }),
      dropout({ rate: 0.5, name: 'drop' }),
      dense({ units: 1 }),
    ]);
    const { outputs, probabilities } = subnetworks(built, X);
    expect(probabilities).toHaveLength(2 ** 6);
    for (const k of [0, 5, 23, 38, 63]) {
      const kept = [0, 1, 2, 3, 4, 5].map(bit => (k >> bit) & 1);
      const masks = { connect: [kept.slice(0, 4)], drop: [kept.slice(4)] };
      const engine = X.map(x => built.forward([x], { training: true, masks }).at(0, 0));
      expectAllClose(outputs.row(k), engine, KERNEL);
      expectAllClose(thinnedOutput(built, X, kept), engine, KERNEL);
    }
    expectAllClose(weightScaledOutput(built, X), built.predict(X).column(0), KERNEL);
  });

  test('DropConnect before a linear output: the mean of all members is the network with all weights', () => {
    const built = model([dropConnect({ units: 1, rate: 0.3 })]);
    const { outputs, probabilities } = subnetworks(built, X);
    const means = X.map((_, n) => expectation(outputs.column(n), probabilities));
    expectAllClose(means, weightScaledOutput(built, X));
  });

  test('is the network that dropoutNetwork makes of it', () => {
    const built = small('inverted');
    const network = dropoutNetwork(built);
    expect(network.rates).toEqual([0.2, 0.5]);
    expect(network.activations).toEqual(['tanh', 'sigmoid']);
    expect(subnetworks(built, X)).toEqual(subnetworks(network, X));
  });

  test.each([[undefined], [null], [3], ['model'], [{}], [[]]])('dropoutNetwork refuses %j', junk => {
    expect(() => dropoutNetwork(junk as never)).toThrow(
      /^dropoutNetwork: model must be what sequential built\. Got /,
    );
  });

  test.each<[string, Layer[], string]>([
    [
      'a fixed mask',
      [mask([1, 0]), dense({ units: 1 })],
      'layer mask_1 must be dense, dropConnect or dropout. Got "mask".',
    ],
    [
      'a softmax',
      [dense({ units: 1, activation: 'softmax' })],
      'layer dense_1 must have one of the activations',
    ],
    [
      'two scalings',
      [
        dropout({ rate: 0.5 }),
        dense({ units: 2 }),
        dropout({ rate: 0.5, scaling: 'scale-down' }),
        dense({ units: 1 }),
      ],
      `layer dropout_2 must have the scaling 'inverted'. Got "scale-down".`,
    ],
    ['no scaling', [dropout({ rate: 0.5, scaling: 'none' }), dense({ units: 1 })], 'must have the scaling'],
    [
      'masks that samples share',
      [dropout({ rate: 0.5, noiseShape: [1, null] }), dense({ units: 1 })],
      'must draw a mask for every sample',
    ],
    [
      'two dropout layers in a row',
      [dropout({ rate: 0.5 }), dropout({ rate: 0.5 }), dense({ units: 1 })],
      'must follow a dense layer or the inputs',
    ],
    [
      'dropout at the end',
      [dense({ units: 1 }), dropout({ rate: 0.5 })],
      'must be followed by a dense layer',
    ],
  ])('refuses %s, which cannot be enumerated', (_, layers, message) => {
    expect(() => subnetworks(model(layers), X)).toThrow(message);
  });
});
