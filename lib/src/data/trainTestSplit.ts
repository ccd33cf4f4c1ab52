import { type Argument, checkInteger, checkNumber, checkVector, violation } from '../check';
import { count } from '../count';
import { isMatrix, type Matrix, type MatrixLike, matrix } from '../numpy/matrix';
import type { RandomState } from '../numpy/random';
import { type Options, readOptions } from '../options';
import { type Randomness, takeRows, toRandomState } from './dataset';
import { stratifiedSplit } from './stratifiedSplit';

const fn = 'trainTestSplit';

/** What targets may be: one number per point, or one row of numbers per point. A split keeps the type. */
export type Targets = Int32Array | Float32Array | Float64Array | readonly number[] | MatrixLike;

const part = {
  type: 'number',
  above: 0,
  meaning: 'a fraction in (0, 1) or a number of points',
  optional: true,
} as const;

const table = {
  /** Part of the points to test on, in (0, 1), or how many of them. Default: what training leaves, or 0.25. */
  testSize: part as typeof part,
  /** Part of the points to train on, in (0, 1), or how many of them. Default: what the test leaves. */
  trainSize: part as typeof part,
  /** Whether points are drawn at random; the last ones are for the test otherwise. Default true. */
  shuffle: { type: 'boolean', default: true },
  /** Labels whose class shares both parts keep, usually y. Default: none. */
  stratify: { type: 'vector', optional: true },
  /** Seed, or a stream of random numbers to continue; needed unless `shuffle` is false. */
  randomState: {
    read: (source: Randomness, argument: Argument): RandomState => toRandomState(source, argument),
    meaning: 'seed or RandomState',
    optional: true,
  },
} as const;

/** The arguments of `trainTestSplit`; names, defaults and meaning are scikit-learn's. */
export type SplitOptions = Options<typeof table>;

/** Points and targets, split in two. */
export interface Split<Y> {
  readonly XTrain: Matrix;
  readonly XTest: Matrix;
  readonly yTrain: Y;
  readonly yTest: Y;
}

/**
 * Splits points and targets into a training set and a test set, as scikit-learn's `train_test_split` does.
 *
 * @param X shape (n, features); @param y n targets: numbers, or rows of several.
 * @throws TypeError or RangeError for arguments of the wrong kind or value, or when a part would be empty.
 * @example
 * const { XTrain, XTest, yTrain, yTest } = trainTestSplit(X, y, { testSize: 0.25, randomState: 1 });
 */
export function trainTestSplit<Y extends Targets>(X: MatrixLike, y: Y, options: SplitOptions): Split<Y> {
  const points = matrix(X, { fn, name: 'X', meaning: 'points' });
  const n = points.rows;
  checkTargets(y, n);
  const { shuffle, stratify, randomState, ...given } = readOptions(fn, table, options);
  const [nTrain, nTest] = sizes(n, given);
  const [train, test] = (() => {
    if (!shuffle) {
      if (stratify !== undefined)
        throw new RangeError(violation({ fn, name: 'shuffle' }, 'be true with stratify', shuffle));
      const order = Int32Array.from({ length: n }, (_, i) => i);
      return [order.subarray(0, nTrain), order.subarray(nTrain, nTrain + nTest)];
    }
    const random = toRandomState(randomState, { fn, name: 'randomState', meaning: 'seed or RandomState' });
    if (stratify !== undefined) return stratifiedSplit(stratify, n, nTrain, nTest, random);
    const order = random.permutation(n);
    return [order.subarray(nTest, nTest + nTrain), order.subarray(0, nTest)];
  })();
  return {
    XTrain: takeRows(points, train),
    XTest: takeRows(points, test),
    yTrain: take(y, train),
    yTest: take(y, test),
  };
}

/** scikit-learn's rounding: the test set up, the training set down. */
function sizes(
  n: number,
  { testSize, trainSize }: Pick<SplitOptions, 'testSize' | 'trainSize'>,
): [number, number] {
  const rowsOf = (
    name: string,
    size: number | undefined,
    round: (value: number) => number,
  ): number | undefined => {
    if (size === undefined) return undefined;
    if (size < 1) return round(size * n);
    checkInteger({ fn, name, meaning: table.testSize.meaning }, size, 1, n - 1);
    return size;
  };
  if (testSize !== undefined && trainSize !== undefined && testSize < 1 && trainSize < 1) {
    checkNumber({ fn, name: 'trainSize + testSize', meaning: 'fractions' }, testSize + trainSize, { max: 1 });
  }
  const test = rowsOf('testSize', testSize, Math.ceil);
  const train = rowsOf('trainSize', trainSize, Math.floor);
  const nTest = test ?? (train === undefined ? Math.ceil(0.25 * n) : n - train);
  const nTrain = train ?? n - nTest;
  checkInteger({ fn, name: 'training set', meaning: `number of the ${n} points` }, nTrain, 1);
  checkInteger({ fn, name: 'trainSize + testSize', meaning: 'number of points' }, nTrain + nTest, 2, n);
  return [nTrain, nTest];
}

function checkTargets(y: Targets, n: number): void {
  const argument = { fn, name: 'y', meaning: 'one target per row of X' };
  if (!isMatrix(y) && !(Array.isArray(y) && typeof y[0] === 'object')) return checkVector(argument, y, n);
  const { rows } = matrix(y as MatrixLike, argument);
  if (rows !== n) throw new RangeError(violation(argument, `have ${count(n, 'row')}`, y));
}

function take<Y extends Targets>(values: Y, indices: ArrayLike<number>): Y {
  if (isMatrix(values)) return takeRows(matrix(values), indices) as Y & Matrix;
  const taken = values.slice(0, indices.length) as unknown[];
  for (let i = 0; i < indices.length; i++) taken[i] = values[indices[i]];
  return taken as Y & unknown[];
}
