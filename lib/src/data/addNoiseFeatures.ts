import { checkInteger, checkNonNegative, checkOptions } from '../check';
import { Matrix, type MatrixLike, matrix } from '../numpy/matrix';
import { pointsOf, type Randomness, toRandomState } from './dataset';

const fn = 'addNoiseFeatures';

/** The arguments of `addNoiseFeatures`. */
export interface NoiseFeaturesOptions {
  /** How many columns to add. */
  readonly nFeatures: number;
  /** Standard deviation of the new columns. Default 1. */
  readonly std?: number;
  readonly randomState: Randomness;
}

/**
 * Appends columns of Gaussian noise, which say nothing about the class: (n, features) → (n, features + nFeatures).
 *
 * @throws TypeError or RangeError for arguments of the wrong kind or value.
 * @example
 * const wide = addNoiseFeatures(X, { nFeatures: 20, randomState: 1 });
 */
export function addNoiseFeatures(X: MatrixLike, options: NoiseFeaturesOptions): Matrix {
  const points = matrix(X, { fn, name: 'X', meaning: 'points' });
  checkOptions(fn, options, ['nFeatures', 'std', 'randomState']);
  const { nFeatures, std = 1 } = options;
  checkInteger({ fn, name: 'nFeatures', meaning: 'columns to add' }, nFeatures, 0);
  checkNonNegative({ fn, name: 'std', meaning: 'standard deviation' }, std);
  const random = toRandomState(fn, options.randomState);
  const { rows, cols } = points;
  const wide = new Matrix(rows, cols + nFeatures, new Float64Array(rows * (cols + nFeatures)));
  return pointsOf(
    fn,
    wide.map((_, i, j) => (j < cols ? points.data[i * cols + j] : random.normal(0, std))),
  );
}
