import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dropoutOutputs,
  type DropoutNetwork,
  ensembleOutput,
  expectation,
  forEachMask,
  matrix,
  type NetworkActivation,
  normalizedGeometricMean,
  subnetworks,
  thinnedOutput,
  weightScaledOutput,
} from '../../lib/src/index.ts';
import fixture from '../fixtures/theory/theory.json' with { type: 'json' };
import { expectAllClose, expectClose } from '../expectClose.ts';
import { anyNetwork, anySample, anyUnit, normalNetwork, withLogits } from './support.ts';

/** The three means of the sub-networks of a network with sigmoid output, for one sample. */
function means(
  network: DropoutNetwork,
  x: number[][],
): Record<'arithmetic' | 'geometric' | 'scaled', number> {
  const { outputs, probabilities } = subnetworks(network, x);
  const logits = subnetworks(withLogits(network), x).outputs.column(0);
  return {
    arithmetic: expectation(outputs.column(0), probabilities),
    geometric: normalizedGeometricMean(logits, probabilities, { fromLogits: true }),
    scaled: weightScaledOutput(network, x)[0],
  };
}

/** The largest |geometric − scaled| of 20 networks 2-3-3-1. */
const largestGap = (activations: DropoutNetwork['activations'], rates: number[]): number =>
  Math.max(
    ...Array.from({ length: 20 }, (_, seed) => {
      const { geometric, scaled } = means(normalNetwork([2, 3, 3, 1], activations, rates, seed), [
        [0.3, -0.2],
      ]);
      return Math.abs(geometric - scaled);
    }),
  );

const oneHidden = anyNetwork([2, 6, 1], ['relu', 'sigmoid'], [0, 0.4]);

const regression = anyNetwork([2, 6, 1], ['tanh', 'linear'], [0, 0.4]);

describe('where weight scaling is exact', () => {
  test('sigmoid output, last hidden layer masked: it is the normalized geometric mean', () => {
    fc.assert(
      fc.property(oneHidden, anySample(2), (network, x) => {
        const { geometric, scaled } = means(network, x);
        expectClose(geometric, scaled);
      }),
    );
  });

  test('linear output, last hidden layer masked: it is the arithmetic mean', () => {
    fc.assert(
      fc.property(regression, anySample(2), (network, x) => {
        const { outputs, probabilities } = subnetworks(network, x);
        expectClose(expectation(outputs.column(0), probabilities), weightScaledOutput(network, x)[0]);
      }),
    );
  });

  test('two relu layers with only the last one masked: still the geometric mean', () => {
    fc.assert(
      fc.property(
        anyNetwork([2, 4, 5, 1], ['relu', 'relu', 'sigmoid'], [0, 0, 0.5]),
        anySample(2),
        (network, x) => {
          const { geometric, scaled } = means(network, x);
          expectClose(geometric, scaled);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('linear hidden layers may all be masked, and the inputs too', () => {
    fc.assert(
      fc.property(
        anyNetwork([2, 3, 2, 1], ['linear', 'linear', 'sigmoid'], [0.2, 0.4, 0.5]),
        anySample(2),
        (network, x) => {
          const { geometric, scaled } = means(network, x);
          expectClose(geometric, scaled);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('2-8-1 with sigmoid output, 256 masks: the geometric mean is exact, the arithmetic mean off by up to .1 and more', () => {
    const gaps = Array.from({ length: 40 }, (_, seed) => {
      const network = normalNetwork([2, 8, 1], ['relu', 'sigmoid'], [0, 0.5], seed);
      expect(subnetworks(network, [[1, -0.5]]).probabilities).toHaveLength(256);
      const { arithmetic, geometric, scaled } = means(network, [[1, -0.5]]);
      expectClose(geometric, scaled);
      return Math.abs(arithmetic - scaled);
    });
    expect(Math.max(...gaps)).toBeGreaterThan(0.1);
  });
});

describe('where weight scaling only approximates', () => {
  test('two relu layers masked', () => {
    expect(largestGap(['relu', 'relu', 'sigmoid'], [0, 0.5, 0.5])).toBeGreaterThan(0.01);
  });

  test('the inputs masked in front of a relu layer', () => {
    expect(largestGap(['relu', 'linear', 'sigmoid'], [0.5, 0, 0])).toBeGreaterThan(0.001);
  });

  test('the first of two relu layers masked', () => {
    expect(largestGap(['relu', 'relu', 'sigmoid'], [0, 0.5, 0])).toBeGreaterThan(0.01);
  });
});

test('inverted with kernels p w is scale-down with kernels w, sub-network by sub-network', () => {
  fc.assert(
    fc.property(
      anyNetwork([2, 4, 3, 1], ['relu', 'tanh', 'sigmoid'], [0.1, 0.4, 0.5]),
      anySample(2),
      (network, x) => {
        const down: DropoutNetwork = { ...network, scaling: 'scale-down' };
        const kernels = network.kernels.map((kernel, l) =>
          matrix(kernel).map(w => (1 - network.rates[l]) * w),
        );
        const up: DropoutNetwork = { ...network, kernels, scaling: 'inverted' };
        expectAllClose(subnetworks(up, x).outputs.data, subnetworks(down, x).outputs.data);
        expectAllClose(weightScaledOutput(up, x), weightScaledOutput(down, x));
      },
    ),
    { numRuns: 30 },
  );
});

test('a linear unit is a network of one linear layer with masked inputs', () => {
  fc.assert(
    fc.property(anyUnit, unit => {
      const network: DropoutNetwork = {
        kernels: [Array.from(unit.weights, w => [w])],
        biases: [[0]],
        activations: ['linear'],
        rates: [unit.rate],
        scaling: unit.scaling,
      };
      const x = [Array.from(unit.inputs)];
      expectAllClose(subnetworks(network, x).outputs.column(0), dropoutOutputs(unit));
      expectClose(weightScaledOutput(network, x)[0], ensembleOutput(unit));
    }),
  );
});

test('row k of subnetworks is thinnedOutput under mask k, layer by layer, for every sample', () => {
  const network = normalNetwork([2, 3, 2, 1], ['relu', 'tanh', 'linear'], [0, 0.3, 0.6], 5);
  const X = [
    [1, 2],
    [-1, 0.5],
  ];
  const { outputs, probabilities } = subnetworks(network, X);
  expect(outputs.shape).toEqual([32, 2]);
  forEachMask(5, [0.3, 0.3, 0.3, 0.6, 0.6], (mask, probability, k) => {
    expect(outputs.row(k)).toEqual(thinnedOutput(network, X, mask));
    expectClose(probabilities[k], probability);
  });
});

test.each(fixture.networks)("under a mask, $activations is what PyTorch's modules compute", network => {
  for (const scaling of ['inverted', 'scale-down'] as const) {
    const activations = network.activations as NetworkActivation[];
    const outputs = thinnedOutput({ ...network, activations, scaling }, network.X, network.mask);
    expectAllClose(outputs, network.outputs[scaling]);
  }
});

test('a thinned network is the network with the dropped units removed', () => {
  const network = normalNetwork([2, 3, 1], ['tanh', 'sigmoid'], [0, 0.5], 3);
  const [first, last] = network.kernels.map(kernel => matrix(kernel).toArray());
  const smaller: DropoutNetwork = {
    ...network,
    kernels: [first.map(([a, , c]) => [a, c]), [last[0], last[2]]],
    biases: [[network.biases[0][0], network.biases[0][2]], network.biases[1]],
    rates: [0, 0],
  };
  expectAllClose(thinnedOutput(network, [[1, -2]], [1, 0, 1]), weightScaledOutput(smaller, [[1, -2]]));
});
