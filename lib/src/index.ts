export { Matrix, matrix, zeros, type MatrixLike } from './matrix';
export { array2string, type Printable, type PrintOptions } from './array2string';
export { RandomState, randomState } from './random';

export { sequential } from './engine/sequential';
export { type Sequential } from './engine/model';
export { type Layer, type PlacedLayer } from './engine/architecture';
export { dense, type DenseLayer, type DenseOptions } from './engine/layers/dense';
export {
  dropout,
  type DropoutLayer,
  type DropoutNoise,
  type DropoutOptions,
  type DropoutScaling,
} from './engine/layers/dropout';
export { mask, type MaskLayer } from './engine/layers/mask';
export { type TargetsLike } from './engine/batch';
export { type Masks } from './engine/layers/givenMask';
export { type Activation } from './engine/activations';
export { type Initializer } from './engine/initializers';
export { l2, type Regularizer } from './engine/regularizers';
export { maxNorm, type Constraint } from './engine/constraints';
export { type Loss } from './engine/losses';
export { adam, sgd, type Adam, type Optimizer, type Sgd } from './engine/optimizers';
export { type LayerGradients, type PassOptions } from './engine/passes';
export { type Evaluation } from './engine/evaluate';
export { trainStep, type TrainStepOptions } from './engine/trainStep';
export { fit, type History } from './engine/fit';
export { type FitOptions } from './engine/fitOptions';
export { type StopSignal } from './engine/stopSignal';
export {
  earlyStopping,
  lambda,
  type Callback,
  type Logs,
  type Quantity,
  type Training,
} from './engine/callbacks';
export { sequentialFromJSON } from './engine/sequentialFromJSON';
export { type ModelJson } from './engine/json';
export { runExperiment, type Experiment, type Run, type TrainingRecipe } from './engine/experiment';
export { lectureExperiment, type LectureChanges } from './engine/lectureExperiment';
export { experimentData, type BlobsRecipe, type ExperimentData, type Points } from './engine/experimentData';
export { type SweepPlan, type SweepProgress, type SweepRuns } from './engine/sweep';
export { sweep } from './node/sweep';

export { type Dataset, type Randomness } from './data/dataset';
export { makeBlobs, type BlobsOptions } from './data/makeBlobs';
export { makeMoons } from './data/makeMoons';
export { makeCircles, type CirclesOptions } from './data/makeCircles';
export { type CurvesOptions } from './data/twoCurves';
export { makeClassification, type FeatureKind } from './data/makeClassification';
export { type ClassificationOptions } from './data/classificationOptions';
export { trainTestSplit, type Split, type SplitOptions, type Targets } from './data/trainTestSplit';
export { flipLabels, type FlipOptions } from './data/flipLabels';
export { addNoiseFeatures, type NoiseFeaturesOptions } from './data/addNoiseFeatures';
export { standardize, type Scaling } from './data/standardize';
export { bayesAccuracy, type Blobs } from './data/bayesAccuracy';

export {
  crossEntropy,
  halfSquaredError,
  logit,
  relu,
  sigmoid,
  softplus,
  squaredError,
  type PredictionOptions,
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
export { type LinearUnit } from './theory/unit';
export {
  dropoutLoss,
  dropoutOutput,
  dropoutOutputs,
  dropoutPenalty,
  ensembleLoss,
  ensembleOutput,
  expectedActivation,
  expectedDropoutLoss,
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

export { mean } from './stats/mean';
export { sd } from './stats/sd';
export { median, quantile } from './stats/quantile';
export { type Interval, type IntervalOptions } from './stats/confidence';
export { meanInterval, type MeanInterval } from './stats/meanInterval';
export { pairedDifference, type PairedDifference } from './stats/pairedDifference';
export { binomialInterval, type BinomialInterval } from './stats/binomialInterval';
export { winRate, type WinRate } from './stats/winRate';
export { histogram, type Histogram, type HistogramOptions } from './stats/histogram';
export { type Values } from './stats/values';

export { type Figure, type FigureOptions, type FigureTable, type Frame, type Trace } from './plot/figure';
export { plotPoints, type LabelledPoints, type PointsOptions } from './plot/plotPoints';
export { plotBoundary, type BoundaryOptions, type NamedModel, type Predict } from './plot/plotBoundary';
export {
  plotLossCurves,
  type Curve,
  type LossCurvesOptions,
  type LossHistory,
  type LossRun,
} from './plot/plotLossCurves';
export { plotSweep, type SweepOptions, type SweepSeries } from './plot/plotSweep';
export { plotBars, type Bar, type BarsOptions } from './plot/plotBars';
export { plotHistogram, type Distribution, type PlotHistogramOptions } from './plot/plotHistogram';
export { plotMask, type MaskOptions } from './plot/plotMask';
export { plotGradientFlow, type GradientFlowOptions, type LayerGradient } from './plot/plotGradientFlow';
export { plotConvergence, type ConvergenceOptions, type Draws } from './plot/plotConvergence';
export { sideBySide } from './plot/sideBySide';
export { type PlotValues } from './plot/arguments';
export { type Arm } from './plot/theme';
export { plotNetwork, type NetworkOptions } from './plot/plotNetwork';
export { type NetworkState } from './plot/networkState';
