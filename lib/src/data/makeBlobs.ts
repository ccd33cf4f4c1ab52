import {
  type Argument,
  checkEach,
  checkFinite,
  checkInteger,
  checkLength,
  checkNumber,
  checkVector,
  violation,
} from '../check';
import { Matrix, type MatrixLike, matrix } from '../numpy/matrix';
import { type Options, readOptions, type Settings } from '../options';
import { type Dataset, pointCounts, pointsOf, randomness, shufflePoints } from './dataset';

const fn = 'makeBlobs';

const table = {
  /** Points in all, divided evenly, or the number of points of each class. Default 100. */
  nSamples: pointCounts as typeof pointCounts,
  /** Columns of X where `centers` does not say. Default 2. */
  nFeatures: { type: 'integer', min: 1, default: 2 },
  /** How many classes, at random places, or their centers, one per row. Default 3 classes. */
  centers: { read: checkedCenters as typeof checkedCenters, optional: true },
  /** Standard deviation of all classes, or of each. Default 1. */
  clusterStd: { read: checkedDeviations as typeof checkedDeviations, default: 1 },
  /** Where random centers lie. Default [-10, 10]. */
  centerBox: { read: checkedBox as typeof checkedBox, default: [-10, 10] },
  /** Whether the points come in random order; class by class otherwise. Default true. */
  shuffle: { type: 'boolean', default: true },
  /** Seed, or a stream of random numbers to continue. */
  randomState: randomness as typeof randomness,
} as const;

/** The arguments of `makeBlobs`; names, defaults and meaning are scikit-learn's. */
export type BlobsOptions = Options<typeof table>;

/**
 * Gaussian blobs, one per class: x = center_y + std_y · normal, as scikit-learn's `make_blobs` draws them.
 *
 * @returns the points, and the centers of shape (classes, features).
 * @example
 * const { X, y } = makeBlobs({ nSamples: 200, centers: [[0, 0], [0.5, 0.1]], clusterStd: 0.25, randomState: 1 });
 */
export function makeBlobs(options: BlobsOptions): Dataset & { readonly centers: Matrix } {
  const settings = readOptions(fn, table, options);
  const { clusterStd, shuffle, randomState: random } = settings;
  const centers = centersOf(settings);
  const counts = countsOf(settings.nSamples, centers.rows);
  const stds =
    typeof clusterStd === 'number' ? Array.from({ length: centers.rows }, () => clusterStd) : clusterStd;
  checkLength(deviation, stds, centers.rows);

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

/** Turns standard normals into points around a center. */
function place(points: Float64Array, center: readonly number[], std: number): void {
  for (let i = 0; i < points.length; i += center.length) {
    for (let j = 0; j < center.length; j++) points[i + j] = center[j] + std * points[i + j];
  }
}

function centersOf({
  nSamples,
  nFeatures,
  centerBox,
  randomState,
  ...given
}: Settings<typeof table>): Matrix {
  const { centers = typeof nSamples === 'number' ? 3 : nSamples.length } = given;
  if (typeof given.centers === 'number' && typeof nSamples !== 'number') {
    const argument = { fn, name: 'centers' };
    throw new RangeError(violation(argument, 'be points, or left out, where nSamples is a list', centers));
  }
  if (typeof centers !== 'number') return centers;
  return new Matrix(centers, nFeatures, randomState.uniform(...centerBox, centers * nFeatures));
}

function countsOf(nSamples: number | readonly number[], classes: number): readonly number[] {
  if (typeof nSamples === 'number')
    return Array.from({ length: classes }, (_, k) => Math.floor((nSamples + classes - 1 - k) / classes));
  checkLength({ fn, name: 'nSamples', meaning: pointCounts.meaning }, nSamples, classes);
  return nSamples;
}

function checkedCenters(centers: number | MatrixLike, argument: Argument): number | Matrix {
  if (typeof centers === 'number') {
    checkInteger(argument, centers, 1);
    return centers;
  }
  const given = matrix(centers, argument);
  if (given.rows * given.cols === 0) throw new RangeError(violation(argument, 'not be empty', centers));
  return given;
}

const deviation: Argument = { fn, name: 'clusterStd', meaning: 'standard deviation' };

function checkedDeviations(stds: number | readonly number[]): number | readonly number[] {
  if (typeof stds === 'number') checkNumber(deviation, stds, { min: 0 });
  else checkEach(deviation, stds, undefined, (at, std) => checkNumber(at, std, { min: 0 }));
  return stds;
}

function checkedBox(box: readonly [number, number]): readonly [number, number] {
  checkVector({ fn, name: 'centerBox', meaning: 'lowest and highest coordinate' }, box, 2);
  checkFinite({ fn, name: 'width of centerBox' }, box[1] - box[0]);
  return box;
}
