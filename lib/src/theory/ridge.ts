import { norm } from '../elementary/index';
import { checkVector, violation } from '../check';
import { type Matrix, matrix, type MatrixLike } from '../numpy/matrix';
import { type Options, readOptions } from '../options';
import { dot, leastSquares } from './leastSquares';
import { checkScaling, penaltyCoefficient } from './scaling';

/** The options that say how the inputs of a linear regression are dropped. */
export const regressionDropout = {
  /** Probability to drop an input, one mask per sample; in [0, 1). */
  rate: { type: 'number', min: 0, max: 1, meaning: 'probability to drop a unit' },
  /** 'scale-down' multiplies the weights by 1 − rate when predicting, 'inverted' divides kept inputs by it in training. */
  scaling: { choices: ['scale-down', 'inverted'] },
} as const;

/** How the inputs of a linear regression are dropped. */
export type RegressionDropout = Options<typeof regressionDropout>;

/**
 * Linear regression with dropout on its inputs, averaged over all masks, in closed form: it is ridge regression
 * with a strength of its own for every feature, Σ_n x_ni².
 *
 * E[½ ‖y − (M ∘ X) w‖²] = ½ ‖y − p X w‖² + ½ p (1 − p) Σ_i (Σ_n x_ni²) w_i²
 * (scale-down; inverted: X w without p, and (1 − p) / p), so that, with s the factor of kept inputs,
 * w = (s² p² XᵀX + s² p (1 − p) diag(XᵀX))⁻¹ s p Xᵀy
 *
 * With rate 0 it is least squares. No bias: center X and y first if they need one.
 *
 * @param X shape (samples, features)
 * @param y one target per sample
 * @returns one weight per feature, as trained (see `effectiveWeights` for those that predict)
 * @throws RangeError or TypeError when shapes differ, a value is invalid, or no single solution exists
 * @example
 * ridgeWeights([[1, 0], [0, 1]], [2, 4], { rate: 0.5, scaling: 'inverted' }); // [1, 2]
 * @see Srivastava et al., JMLR 15 (2014), section 9.1; Wager, Wang, Liang, NIPS 2013
 */
export function ridgeWeights(X: MatrixLike, y: ArrayLike<number>, dropout: RegressionDropout): number[] {
  const fn = 'ridgeWeights';
  const { columns, right } = regression(fn, X, y, readOptions(fn, regressionDropout, dropout));
  const weights = leastSquares(columns, right);
  if (weights) return weights;
  throw new RangeError(
    violation({ fn, name: 'X' }, 'have independent columns, or no column of zeros where rate is above 0', X),
  );
}

/**
 * The weights the unit predicts with: p w (scale-down), w (inverted). After training by either convention to the
 * optimum they are the same.
 *
 * @throws RangeError or TypeError when a weight is not a finite number, rate is not in [0, 1], or scaling is unknown
 */
export function effectiveWeights(weights: ArrayLike<number>, dropout: RegressionDropout): number[] {
  return effective('effectiveWeights', weights, dropout);
}

/**
 * The Euclidean norm of `effectiveWeights`: how much of the unit dropout leaves. For the ridge solution it falls
 * towards 0 as the rate grows.
 *
 * @throws as `effectiveWeights`
 * @example
 * effectiveNorm([3, 4], { rate: 0.5, scaling: 'scale-down' }); // 2.5
 */
export function effectiveNorm(weights: ArrayLike<number>, dropout: RegressionDropout): number {
  return norm(effective('effectiveNorm', weights, dropout));
}

/**
 * The problem whose solution `ridgeWeights` is, with X as checked: min ½ ‖A w − b‖², where A, by columns, is p s X above
 * the square roots of the penalties, and b is y above zeros.
 */
export function regression(
  fn: string,
  X: MatrixLike,
  y: ArrayLike<number>,
  { rate, scaling }: RegressionDropout,
): { inputs: Matrix; columns: number[][]; right: number[] } {
  const inputs = matrix(X, { fn, name: 'X', meaning: 'samples × features' });
  checkVector({ fn, name: 'y', meaning: 'one target per sample' }, y, inputs.rows);
  const { prediction } = checkScaling(fn, rate, scaling);
  if (prediction === 0) {
    throw new RangeError(
      violation({ fn, name: 'rate', meaning: 'probability to drop a unit' }, 'be below 1', rate),
    );
  }
  const features = Array.from({ length: inputs.cols }, (_, i) => inputs.column(i));
  const coefficient = penaltyCoefficient(rate, scaling);
  const columns = features.map((feature, i) => [
    ...feature.map(x => prediction * x),
    ...features.map((_, j) => (i === j ? Math.sqrt(coefficient * dot(feature, feature)) : 0)),
  ]);
  return { inputs, columns, right: [...Array.from(y), ...features.map(() => 0)] };
}

function effective(fn: string, weights: ArrayLike<number>, dropout: RegressionDropout): number[] {
  checkVector({ fn, name: 'weights' }, weights);
  const { rate, scaling } = readOptions(fn, regressionDropout, dropout);
  const { prediction } = checkScaling(fn, rate, scaling);
  return Array.from(weights, w => prediction * w);
}
