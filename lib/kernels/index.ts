export { product } from './product';
export { columnSums, gather, transpose } from './rows';
export {
  reluGradient,
  sigmoid,
  sigmoidGradient,
  softmax,
  softmaxGradient,
  tanh,
  tanhGradient,
} from './activations';
export { bernoulli, gaussian, multiply } from './noise';
export {
  binaryCrossentropy,
  binaryMatches,
  categoricalCrossentropy,
  categoricalMatches,
  meanSquaredError,
} from './losses';
export { adam, allFinite, l2, maxNorm, momentum, sgd } from './updates';
export { heapStart } from './heap';
