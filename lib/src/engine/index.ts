export { sequential, type SequentialOptions } from './sequential';
export { type ModelJson, type Sequential } from './model';
export { type Layer, type PlacedLayer } from './layers/kinds';
export { dense, type DenseLayer, type DenseOptions } from './layers/dense';
export { dropout, type DropoutLayer, type DropoutOptions, type DropoutScaling } from './layers/dropout';
export { mask, type MaskLayer } from './layers/mask';
export {
  spatialDropout,
  type SpatialDropoutLayer,
  type SpatialDropoutOptions,
} from './layers/spatialDropout';
export { dropConnect, type DropConnectLayer, type DropConnectOptions } from './layers/dropConnect';
export {
  gaussianDropout,
  type GaussianDropoutLayer,
  type GaussianDropoutOptions,
} from './layers/gaussianDropout';
export {
  gradientDropout,
  type GradientDropoutLayer,
  type GradientDropoutOptions,
} from './layers/gradientDropout';
export { type TargetsLike } from './batch';
export { type Masks } from './masks';
export { type Activation } from './activations';
export { type Initializer } from './initializers';
export { l2, type Regularizer } from './regularizers';
export { maxNorm, type Constraint } from './constraints';
export { type Loss } from './losses/kinds';
export { adam, type Adam, type AdamOptions } from './optimizers/adam';
export { sgd, type Sgd, type SgdOptions } from './optimizers/sgd';
export { type Optimizer } from './optimizers/kinds';
export {
  cosineDecay,
  exponentialDecay,
  piecewiseConstantDecay,
  type CosineDecay,
  type ExponentialDecay,
  type PiecewiseConstantDecay,
  type Schedule,
} from './schedules';
export { type LayerGradients, type PassOptions } from './passes';
export { type Evaluation, type SamplesOptions } from './evaluate';
export { trainStep, type TrainStepOptions } from './trainStep';
export { fit, type History } from './fit';
export { type FitOptions } from './fitOptions';
export { type StopSignal } from '../platform';
export {
  earlyStopping,
  lambda,
  type Callback,
  type EarlyStoppingOptions,
  type Logs,
  type Quantity,
  type TrainedModel,
  type Training,
} from './callbacks';
export { sequentialFromJSON } from './sequentialFromJSON';
