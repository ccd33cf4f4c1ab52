import { relu } from '../../lib/src/index.ts';

export const unit = { inputs: [1, 2, 3], weights: [2, 2, 2], rate: 0.4, scaling: 'inverted' } as const;
export const network = {
  kernels: [
    [
      [1, -1],
      [2, 0.5],
    ],
    [[1], [-2]],
  ],
  biases: [[0, 0.1], [0.2]],
  activations: ['relu', 'sigmoid'],
  rates: [0, 0.5],
  scaling: 'scale-down',
} as const;
const X = [
  [1, 0.5],
  [0.2, 1],
  [-1, 2],
];
const dropout = { rate: 0.5, scaling: 'inverted' } as const;

/** A valid call of every function of the room that checks its arguments. */
export const validCalls: Record<string, readonly unknown[]> = {
  forEachMask: [3, 0.5, () => undefined],
  maskProbabilities: [3, [0.1, 0.2, 0.3]],
  allMasks: [3],
  expectation: [
    [1, 2],
    [0.5, 0.5],
  ],
  variance: [
    [1, 2],
    [0.5, 0.5],
  ],
  normalizedGeometricMean: [[0.2, 0.4], [0.5, 0.5], { fromLogits: false }],
  crossEntropyPenalty: [[0.2, 0.4], [0.5, 0.5], { fromLogits: false }],
  scalingFactors: [0.5, 'inverted'],
  penaltyCoefficient: [0.5, 'scale-down'],
  dropoutOutput: [unit, [1, 0, 1]],
  dropoutOutputs: [unit],
  ensembleOutput: [unit],
  dropoutLoss: [unit, 1, [1, 0, 1]],
  expectedDropoutLoss: [unit, 1],
  ensembleLoss: [unit, 1],
  dropoutPenalty: [unit],
  expectedActivation: [unit, relu],
  dropoutGradient: [unit, 1, [1, 0, 1]],
  expectedDropoutGradient: [unit, 1],
  ensembleGradient: [unit, 1],
  penaltyGradient: [unit],
  ridgeWeights: [X, [1, 2, 3], dropout],
  effectiveWeights: [[1, 2], dropout],
  effectiveNorm: [[1, 2], dropout],
  descendOverMasks: [X, [1, 2, 3], { ...dropout, steps: 5, maskForward: true }],
  logisticPenalty: [unit],
  logisticPenaltyApproximation: [unit],
  subnetworks: [network, X],
  thinnedOutput: [network, X, [1, 0]],
  weightScaledOutput: [network, X],
  bernoulliNoise: [0.5, 'inverted'],
  gaussianNoise: [0.5],
  droppedUnitsDistribution: [4, 0.5],
  idleProbability: [0.5, 4],
  adamDrift: [3, 0.9, 0.999],
};
