export { Matrix, matrix, zeros, type MatrixLike } from './matrix';
export { array2string, type Printable, type PrintOptions } from './array2string';
export { RandomState, randomState } from './random';

export {
  crossEntropy,
  halfSquaredError,
  logit,
  relu,
  sigmoid,
  softplus,
  squaredError,
} from './theory/functions';
export { allMasks, forEachMask, maskProbabilities, type Rate } from './theory/masks';
export { expectation, variance } from './theory/expectation';
export {
  crossEntropyPenalty,
  geometricMeans,
  normalisedGeometricMean,
  type GeometricMeans,
} from './theory/geometricMean';
export { penaltyCoefficient, scalingFactors, type MeanScaling, type ScalingFactors } from './theory/scaling';
export {
  dropoutLoss,
  dropoutOutput,
  dropoutOutputs,
  dropoutPenalty,
  ensembleLoss,
  ensembleOutput,
  expectedActivation,
  expectedDropoutLoss,
  type LinearUnit,
} from './theory/linearUnit';
export {
  dropoutGradient,
  ensembleGradient,
  expectedDropoutGradient,
  penaltyGradient,
} from './theory/linearUnitGradients';
export { effectiveNorm, effectiveWeights, ridgeWeights, type RegressionDropout } from './theory/ridge';
export { descendOverMasks, type Descent, type DescentOptions } from './theory/descendOverMasks';
export { logisticPenalty, logisticPenaltyApproximation } from './theory/logisticUnit';
export { type DropoutNetwork, type NetworkActivation } from './theory/dropoutNetwork';
export { subnetworks, thinnedOutput, weightScaledOutput, type Subnetworks } from './theory/subnetworks';
export { bernoulliNoise, gaussianNoise, type Moments } from './theory/noise';
export { droppedUnitsDistribution, idleProbability } from './theory/counts';
export { adamDrift } from './theory/adamDrift';
export { lecture, type Lecture } from './theory/lecture';

export { type Figure, type FigureOptions, type FigureTable, type Frame, type Trace } from './plot/figure';
export { plotPoints, type LabelledPoints, type PointsOptions } from './plot/plotPoints';
export { plotBoundary, type BoundaryOptions, type NamedModel, type Predict } from './plot/plotBoundary';
