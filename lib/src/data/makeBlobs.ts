import {
  checkBoolean,
  checkEach,
  checkFinite,
  checkInteger,
  checkLabels,
  checkNonNegative,
  checkOptions,
  checkVector,
  violation,
} from '../check';
import { Matrix, type MatrixLike, matrix } from '../numpy/matrix';
import type { RandomState } from '../numpy/random';
import { type Dataset, pointsOf, type Randomness, shufflePoints, toRandomState } from './dataset';

const fn = 'makeBlobs';

/** The arguments of `makeBlobs`; names, defaults and meaning are scikit-learn's. */
export interface BlobsOptions {
  /** Points in all, divided evenly, or the number of points of each class. Default 100. */
  readonly nSamples?: number | readonly number[];
  /** Columns of X where `centers` does not say. Default 2. */
  readonly nFeatures?: number;
  /** How many classes, at random places, or their centres, one per row. Default 3 classes. */
  readonly centers?: number | MatrixLike;
  /** Standard deviation of all classes, or of each. Default 1. */
  readonly clusterStd?: number | readonly number[];
  /** Where random centres lie. Default [-10, 10]. */
  readonly centerBox?: readonly [number, number];
  /** Whether the points come in random order; class by class otherwise. Default true. */
  readonly shuffle?: boolean;
  readonly randomState: Randomness;
}

/**
 * Gaussian blobs, one per class: x = centre_y + std_y · normal, as scikit-learn's `make_blobs` draws them.
 *
 * @returns the points, and the centres of shape (classes, features).
 * @throws TypeError or RangeError for an option of the wrong kind or value.
 * @example
 * const { X, y } = makeBlobs({ nSamples: 200, centers: [[0, 0], [0.5, 0.1]], clusterStd: 0.25, randomState: 1 });
 */
export function makeBlobs(options: BlobsOptions): Dataset & { readonly centers: Matrix } {
  checkOptions(fn, options, [
    'nSamples',
    'nFeatures',
    'centers',
    'clusterStd',
    'centerBox',
    'shuffle',
    'randomState',
  ]);
  const { nSamples = 100, clusterStd = 1, shuffle = true } = options;
  checkBoolean({ fn, name: 'shuffle' }, shuffle);
  const random = toRandomState(fn, options.randomState);
  const centers = centersOf(options, random);
  const counts = countsOf(nSamples, centers.rows);
  const stds =
    typeof clusterStd === 'number' ? Array.from({ length: centers.rows }, () => clusterStd) : clusterStd;
  checkEach({ fn, name: 'clusterStd', meaning: 'standard deviation' }, stds, centers.rows, checkNonNegative);

  const { cols } = centers;
  const n = counts.reduce((sum, count) => sum + count, 0);
  const X = random.standardNormal(n * cols);
  const y = new Int32Array(n);
  let first = 0;
  counts.forEach((count, k) => {
    y.fill(k, first, first + count);
    place(X.subarray(first * cols, (first + count) * cols), centers.row(k), stds[k]);
    first += count;
  });
  const points = { X: pointsOf(fn, new Matrix(n, cols, X)), y };
  if (shuffle) shufflePoints(points, random);
  return { ...points, centers };
}

/** Turns standard normals into points around a centre. */
function place(points: Float64Array, center: readonly number[], std: number): void {
  for (let i = 0; i < points.length; i += center.length) {
    for (let j = 0; j < center.length; j++) points[i + j] = center[j] + std * points[i + j];
  }
}

function centersOf(options: BlobsOptions, random: RandomState): Matrix {
  const { nSamples = 100, nFeatures = 2, centerBox = [-10, 10] } = options;
  const { centers = typeof nSamples === 'number' ? 3 : nSamples.length } = options;
  const argument = { fn, name: 'centers' };
  if (typeof centers !== 'number') {
    const given = matrix(centers, argument);
    if (given.rows * given.cols === 0) throw new RangeError(violation(argument, 'not be empty', centers));
    return given;
  }
  checkInteger(argument, centers, 1);
  checkInteger({ fn, name: 'nFeatures' }, nFeatures, 1);
  checkVector({ fn, name: 'centerBox', meaning: 'lowest and highest coordinate' }, centerBox, 2);
  checkFinite({ fn, name: 'width of centerBox' }, centerBox[1] - centerBox[0]);
  return new Matrix(centers, nFeatures, random.uniform(centerBox[0], centerBox[1], centers * nFeatures));
}

function countsOf(nSamples: number | readonly number[], classes: number): readonly number[] {
  const argument = { fn, name: 'nSamples', meaning: 'number of points' };
  if (typeof nSamples === 'number') {
    checkInteger(argument, nSamples, 1);
    return Array.from({ length: classes }, (_, k) => Math.floor((nSamples + classes - 1 - k) / classes));
  }
  checkLabels(argument, nSamples, classes);
  return nSamples;
}
