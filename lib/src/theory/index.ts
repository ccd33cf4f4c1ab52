export {
  crossEntropy,
  halfSquaredError,
  logit,
  relu,
  sigmoid,
  softplus,
  type PredictionOptions,
} from './functions';
export { allMasks, forEachMask, maskProbabilities, type Rate } from './masks';
export { expectation, variance } from './expectation';
export { crossEntropyPenalty, normalizedGeometricMean } from './geometricMean';
export { penaltyCoefficient, scalingFactors, type MeanScaling, type ScalingFactors } from './scaling';
export { type LinearUnit } from './unit';
export {
  dropoutLoss,
  dropoutOutput,
  dropoutOutputs,
  dropoutPenalty,
  ensembleLoss,
  ensembleOutput,
  expectedActivation,
  expectedDropoutLoss,
} from './linearUnit';
export {
  dropoutGradient,
  ensembleGradient,
  expectedDropoutGradient,
  penaltyGradient,
} from './linearUnitGradients';
export { effectiveNorm, effectiveWeights, ridgeWeights, type RegressionDropout } from './ridge';
export { descendOverMasks, type Descent, type DescentOptions } from './descendOverMasks';
export { logisticPenalty, logisticPenaltyApproximation } from './logisticUnit';
export { type DropoutNetwork, type NetworkActivation } from './dropoutNetwork';
export { dropoutNetwork, type ModelNetwork } from './networkOfModel';
export { subnetworks, thinnedOutput, weightScaledOutput, type Subnetworks } from './subnetworks';
export { bernoulliNoise, gaussianNoise, type Moments } from './noise';
export { droppedUnitsDistribution, idleProbability } from './counts';
export { adamDrift } from './adamDrift';
