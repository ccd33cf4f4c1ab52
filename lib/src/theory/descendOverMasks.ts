import { norm } from '../elementary/index';
import { checkInteger } from '../check';
import { type Matrix, type MatrixLike } from '../numpy/matrix';
import { type Options, readOptions } from '../options';
import { dot } from './leastSquares';
import { allMasks, maskProbabilities } from './masks';
import { regression, regressionDropout, type RegressionDropout } from './ridge';
import { checkScaling } from './scaling';

const table = {
  /** At most so many steps; default 10000. */
  steps: { type: 'integer', min: 0, default: 10_000 },
  /** false: masks multiply the gradient only and the forward pass is clean; default true. */
  maskForward: { type: 'boolean', default: true },
} as const;

/** Options of `descendOverMasks`. */
export type DescentOptions = RegressionDropout & Options<typeof table>;

/** Where the descent ended. */
export interface Descent {
  readonly weights: number[];
  /** Steps taken until rounding kept the gradient from shrinking further, or `steps`. */
  readonly steps: number;
}

/**
 * Gradient descent for linear regression on the dropout loss averaged over *all* 2^n masks in every step (no sampling).
 *
 * w ← w − α Σ_masks P(mask) ∂/∂w ½ ‖y − s (mask ∘ X) w‖²,  1 / α the largest absolute row sum of the Hessian
 *
 * It ends in the ridge solution, `ridgeWeights`. With `maskForward: false` the error is that of the full unit and the
 * mask multiplies the gradient alone: it ends in ordinary least squares, so weights that are not updated are by
 * themselves no regularizer.
 *
 * @param X shape (samples, features), at most 12 features
 * @param y one target per sample
 * @example
 * descendOverMasks([[1, 0], [0, 1]], [2, 4], { rate: 0.5, scaling: 'inverted' }).weights; // [1, 2]
 * @see Srivastava et al., JMLR 15 (2014), section 9.1
 */
export function descendOverMasks(X: MatrixLike, y: ArrayLike<number>, options: DescentOptions): Descent {
  const fn = 'descendOverMasks';
  const settings = readOptions(fn, { ...regressionDropout, ...table }, options);
  const { inputs, columns } = regression(fn, X, y, settings);
  const { rate, scaling, steps, maskForward } = settings;
  checkInteger({ fn, name: 'X.cols', meaning: 'number of features' }, inputs.cols, 1, 12);
  const { training, prediction } = checkScaling(fn, rate, scaling);
  const clean = regression(fn, X, y, { rate: 0, scaling }).columns;
  const learningRate = maskForward ? 1 / rowSum(columns) : 1 / (prediction * rowSum(clean));
  const masks = allMasks(inputs.cols).map(kept => kept * training);
  const probabilities = maskProbabilities(inputs.cols, rate);
  const weights = new Float64Array(inputs.cols);
  let smallest = Infinity;
  for (let step = 0; step < steps; step++) {
    const gradient = new Float64Array(inputs.cols);
    for (let k = 0; k < masks.rows; k++) {
      const mask = masks.data.subarray(k * masks.cols, (k + 1) * masks.cols);
      addGradient(gradient, probabilities[k], { inputs, y, weights, mask, maskForward });
    }
    const size = norm(gradient);
    if (size === 0 || size >= smallest) return { weights: Array.from(weights), steps: step };
    smallest = size;
    gradient.forEach((g, i) => (weights[i] -= learningRate * g));
  }
  return { weights: Array.from(weights), steps };
}

/**
 * The largest absolute row sum of the Hessian AᵀA, A by columns, which no eigenvalue exceeds: with its inverse as rate,
 * descent converges.
 */
function rowSum(columns: readonly (readonly number[])[]): number {
  return Math.max(...columns.map(a => columns.reduce((sum, b) => sum + Math.abs(dot(a, b)), 0)));
}

interface Pass {
  readonly inputs: Matrix;
  readonly y: ArrayLike<number>;
  readonly weights: Float64Array;
  readonly mask: Float32Array | Float64Array;
  readonly maskForward: boolean;
}

/** Adds `probability` times the gradient under one (scaled) mask. */
function addGradient(gradient: Float64Array, probability: number, pass: Pass): void {
  const { inputs, y, weights, mask, maskForward } = pass;
  const { data, cols } = inputs;
  for (let n = 0; n < inputs.rows; n++) {
    let error = -y[n];
    for (let i = 0; i < cols; i++) error += (maskForward ? mask[i] : 1) * weights[i] * data[n * cols + i];
    for (let i = 0; i < cols; i++) gradient[i] += probability * error * mask[i] * data[n * cols + i];
  }
}
