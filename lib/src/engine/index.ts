export { sequential } from './sequential';
export { type Sequential } from './model';
export { type Layer, type PlacedLayer } from './architecture';
export { dense, type DenseLayer, type DenseOptions } from './layers/dense';
export {
  dropout,
  type DropoutLayer,
  type DropoutNoise,
  type DropoutOptions,
  type DropoutScaling,
} from './layers/dropout';
export { mask, type MaskLayer } from './layers/mask';
export { type TargetsLike } from './batch';
export { type Masks } from './layers/givenMask';
export { type Activation } from './activations';
export { type Initializer } from './initializers';
export { l2, type Regularizer } from './regularizers';
export { maxNorm, type Constraint } from './constraints';
export { type Loss } from './losses';
export { adam, sgd, type Adam, type Optimizer, type Sgd } from './optimizers';
export { type LayerGradients, type PassOptions } from './passes';
export { type Evaluation } from './evaluate';
export { trainStep, type TrainStepOptions } from './trainStep';
export { fit, type History } from './fit';
export { type FitOptions } from './fitOptions';
export { type StopSignal } from '../platform';
export { earlyStopping, lambda, type Callback, type Logs, type Quantity, type Training } from './callbacks';
export { sequentialFromJSON } from './sequentialFromJSON';
export { type ModelJson } from './json';
