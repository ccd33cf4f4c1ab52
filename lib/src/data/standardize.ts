import { mean as meanOf, variance } from 'simple-statistics';
import { type Argument, checkEach, checkFinite, checkLength, checkNumber, violation } from '../check';
import { type Matrix, type MatrixLike, matrix } from '../numpy/matrix';
import { type Options, readOptions } from '../options';
import { pointsOf } from './dataset';

const fn = 'standardize';

const table = {
  /** The mean of each column. */
  mean: { type: 'vector', meaning: 'one per column' },
  /** The standard deviation of each column. */
  scale: {
    read(scale: ArrayLike<number>, argument: Argument): ArrayLike<number> {
      checkEach(argument, scale, undefined, (at, one) => checkNumber(at, one, { above: 0 }));
      return scale;
    },
    meaning: 'one per column',
  },
  /** What an earlier call scaled: a result can be handed on as it is. */
  X: { read: (X: unknown): unknown => X, optional: true },
} as const;

/** Mean and standard deviation of each column. */
export type Scaling = Options<typeof table>;

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
  if (points.rows === 0) throw new RangeError(violation({ fn, name: 'X' }, 'have rows', X));
  const { mean, scale } = scaling === undefined ? scalingOf(points) : readOptions(fn, table, scaling);
  checkLength({ fn, name: 'mean', meaning: table.mean.meaning }, mean, points.cols);
  checkLength({ fn, name: 'scale', meaning: table.scale.meaning }, scale, points.cols);
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
