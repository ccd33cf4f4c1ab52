import { mean as meanOf, variance } from 'simple-statistics';
import { checkEach, checkFinite, checkNumber, checkOptions, checkVector, violation } from '../check';
import { type Matrix, type MatrixLike, matrix } from '../numpy/matrix';
import { pointsOf } from './dataset';

const fn = 'standardize';

/** Mean and standard deviation of each column. */
export interface Scaling {
  readonly mean: ArrayLike<number>;
  readonly scale: ArrayLike<number>;
}

/**
 * Centers every column and divides it by its standard deviation: (x − mean) / scale, as scikit-learn's
 * `StandardScaler` does (divisor n; a constant column is only centered).
 *
 * @param X shape (n, features).
 * @param scaling the means and scales to apply; those of `X` when left off. A test set takes its training set's.
 * @returns the scaled matrix with the means and scales used.
 * @throws TypeError or RangeError for arguments of the wrong kind or length.
 * @example
 * const train = standardize(XTrain);
 * const test = standardize(XTest, train); // train.X and test.X, both with the training set's mean and scale
 */
export function standardize(X: MatrixLike, scaling?: Scaling): Scaling & { readonly X: Matrix } {
  const points = matrix(X, { fn, name: 'X', meaning: 'points' });
  if (points.rows === 0) throw new RangeError(violation({ fn, name: 'X' }, 'have rows', points));
  if (scaling !== undefined) {
    checkOptions(fn, scaling, ['X', 'mean', 'scale']);
    checkVector({ fn, name: 'mean', meaning: 'one per column' }, scaling.mean, points.cols);
    checkEach({ fn, name: 'scale', meaning: 'one per column' }, scaling.scale, points.cols, (at, one) =>
      checkNumber(at, one, { above: 0 }),
    );
  }
  const { mean, scale } = scaling ?? scalingOf(points);
  const scaled = points.map((value, _, j) => (value - mean[j]) / scale[j]);
  return { X: pointsOf(fn, scaled), mean, scale };
}

function scalingOf(points: Matrix): Scaling {
  const columns = Array.from({ length: points.cols }, (_, j) => points.column(j));
  const means = columns.map(meanOf);
  const scale = columns.map((column, j) => {
    const spread = variance(column);
    checkFinite({ fn, name: `variance of column ${j}`, meaning: 'in float64' }, spread);
    return isConstant(spread, means[j], column.length) ? 1 : Math.sqrt(spread);
  });
  return { mean: means, scale };
}

/** Whether a variance is no more than the rounding errors of computing it. */
function isConstant(spread: number, center: number, n: number): boolean {
  return spread <= n * Number.EPSILON * spread + (n * center * Number.EPSILON) ** 2;
}
