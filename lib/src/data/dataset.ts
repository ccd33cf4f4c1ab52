import { type Argument, checkInteger, checkLabels, checkSeed, violation } from '../check';
import { Matrix, matrix } from '../numpy/matrix';
import { RandomState, randomState } from '../numpy/random';

/** Points and their classes: `X` of shape (n, features) in float64, `y` the n labels 0, 1, … */
export interface Dataset {
  readonly X: Matrix;
  readonly y: Int32Array;
}

/** Where a function takes its random numbers from: a seed, or a stream, which it then advances. */
export type Randomness = number | RandomState;

/** An entry of a table of options: how many points. */
export const pointCounts = {
  meaning: 'number of points',
  default: 100,
  read: (counts: number | readonly number[], argument: Argument): number | readonly number[] => {
    if (typeof counts === 'number') checkInteger(argument, counts, 1);
    else checkLabels(argument, counts);
    if (Array.isArray(counts) && !counts.length)
      throw new RangeError(violation(argument, 'not be empty', counts));
    return counts;
  },
} as const;

/** An entry of a table of options: where the random numbers come from. */
export const randomness = {
  meaning: 'seed or RandomState',
  read: (source: Randomness, argument: Argument): RandomState => toRandomState(source, argument),
} as const;

/** A stream for a seed; a stream passes through as it is. There is no default: every result has its seed. */
export function toRandomState(source: Randomness | undefined, argument: Argument): RandomState {
  if (source instanceof RandomState) return source;
  if (typeof source !== 'number') {
    throw new TypeError(violation(argument, 'be given, as in { randomState: 42 }', source));
  }
  checkSeed(argument, source);
  return randomState(source);
}

/** The points, or a RangeError where the numbers they were made from are too large together. */
export function pointsOf(fn: string, X: Matrix): Matrix {
  return matrix(X, { fn, name: 'X', meaning: 'in float64' });
}

/** The rows of a matrix named by `indices`, in that order; the number type is kept. */
export function takeRows(X: Matrix, indices: ArrayLike<number>): Matrix {
  const { cols, data } = X;
  const size = indices.length * cols;
  const taken = data.BYTES_PER_ELEMENT === 4 ? new Float32Array(size) : new Float64Array(size);
  for (let i = 0; i < indices.length; i++) {
    const from = indices[i] * cols;
    for (let j = 0; j < cols; j++) taken[i * cols + j] = data[from + j];
  }
  return new Matrix(indices.length, cols, taken);
}

/** Brings the points, with their labels, into random order, in place. */
export function shufflePoints({ X, y }: Dataset, random: RandomState): void {
  const { cols, data } = X;
  random.shuffleBy(y.length, (i, j) => {
    for (let a = i * cols, b = j * cols; a < (i + 1) * cols; a++, b++) {
      const value = data[a];
      data[a] = data[b];
      data[b] = value;
    }
    const label = y[i];
    y[i] = y[j];
    y[j] = label;
  });
}
