import { checkEach, checkOptions, checkPositive, checkVector, violation } from '../check';
import { type Matrix, type MatrixLike, matrix } from '../matrix';

const fn = 'standardize';

/** Mean and standard deviation of each column. */
export interface Scaling {
  readonly mean: ArrayLike<number>;
  readonly scale: ArrayLike<number>;
}

/**
 * Centres every column and divides it by its standard deviation: (x − mean) / scale, as scikit-learn's
 * `StandardScaler` does (divisor n; a constant column is only centred).
 *
 * @param X shape (n, features).
 * @param scaling the means and scales to apply; those of `X` when left off. A test set takes its training set's.
 * @returns the scaled matrix with the means and scales used.
 * @throws TypeError or RangeError for arguments of the wrong kind or length.
 * @example
 * const { X, mean, scale } = standardize(XTrain);
 * const test = standardize(XTest, { mean, scale }).X;
 */
export function standardize(X: MatrixLike, scaling?: Scaling): Scaling & { readonly X: Matrix } {
  const points = matrix(X, { fn, name: 'X', meaning: 'points' });
  if (points.rows === 0) throw new RangeError(violation({ fn, name: 'X' }, 'have rows', points));
  if (scaling) {
    checkOptions(fn, scaling, ['X', 'mean', 'scale']);
    checkVector({ fn, name: 'mean', meaning: 'one per column' }, scaling.mean, points.cols);
    checkEach({ fn, name: 'scale', meaning: 'one per column' }, scaling.scale, points.cols, checkPositive);
  }
  const { mean, scale } = scaling ?? scalingOf(points);
  return { X: points.map((value, _, j) => (value - mean[j]) / scale[j]), mean, scale };
}

function scalingOf({ rows, cols, data }: Matrix): Scaling {
  const mean = new Float64Array(cols);
  const scale = new Float64Array(cols);
  data.forEach((value, k) => (mean[k % cols] += value / rows));
  data.forEach((value, k) => (scale[k % cols] += (value - mean[k % cols]) ** 2 / rows));
  scale.forEach((variance, j) => (scale[j] = isConstant(variance, mean[j], rows) ? 1 : Math.sqrt(variance)));
  return { mean, scale };
}

/** Whether a variance is no more than the rounding errors of computing it. */
function isConstant(variance: number, mean: number, n: number): boolean {
  return variance <= n * Number.EPSILON * variance + (n * mean * Number.EPSILON) ** 2;
}
