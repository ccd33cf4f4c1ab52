import { Matrix, type MatrixLike, matrix } from '../numpy/matrix';
import { type Options, readOptions } from '../options';
import { pointsOf, randomness } from './dataset';

const fn = 'addNoiseFeatures';

const table = {
  /** How many columns to add. */
  nFeatures: { type: 'integer', min: 0, meaning: 'columns to add' },
  /** Standard deviation of the new columns. Default 1. */
  std: { type: 'number', min: 0, meaning: 'standard deviation', default: 1 },
  /** Seed, or a stream of random numbers to go on with. */
  randomState: randomness as typeof randomness,
} as const;

/** The arguments of `addNoiseFeatures`. */
export type NoiseFeaturesOptions = Options<typeof table>;

/**
 * Appends columns of Gaussian noise, which say nothing about the class: (n, features) → (n, features + nFeatures).
 *
 * @throws TypeError or RangeError for arguments of the wrong kind or value.
 * @example
 * const wide = addNoiseFeatures(X, { nFeatures: 20, randomState: 1 });
 */
export function addNoiseFeatures(X: MatrixLike, options: NoiseFeaturesOptions): Matrix {
  const points = matrix(X, { fn, name: 'X', meaning: 'points' });
  const { nFeatures, std, randomState: random } = readOptions(fn, table, options);
  const { rows, cols } = points;
  const wide = new Matrix(rows, cols + nFeatures, new Float64Array(rows * (cols + nFeatures)));
  return pointsOf(
    fn,
    wide.map((_, i, j) => (j < cols ? points.data[i * cols + j] : random.normal(0, std))),
  );
}
