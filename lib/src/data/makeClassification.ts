import { Matrix } from '../numpy/matrix';
import type { RandomState } from '../numpy/random';
import { type Classification, classificationOf, type ClassificationOptions } from './classificationOptions';
import { type Dataset, pointsOf, takeRows } from './dataset';
import { hypercube } from './hypercube';

/** What a column of `makeClassification` is; `random` is noise that says nothing about the class. */
export type FeatureKind = 'informative' | 'redundant' | 'repeated' | 'random';

/**
 * Classes as Gaussian blobs with random covariance on the corners of a cube, among redundant, repeated and noise
 * columns, as scikit-learn's `make_classification` draws them (Guyon 2003).
 *
 * @returns the points, and for each column of X what kind of feature it is.
 * @example
 * const { X, y, features } = makeClassification({ nSamples: 200, nFeatures: 10, nInformative: 3, randomState: 1 });
 */
export function makeClassification(
  options: ClassificationOptions,
): Dataset & { readonly features: readonly FeatureKind[] } {
  const config = classificationOf(options);
  const { nSamples, nFeatures, nInformative, nRedundant, nRepeated, randomState: random } = config;
  const { X, y } = clusters(config, random);
  fillRedundant(X, config, random);
  fillRepeated(X, config, random);
  const used = nInformative + nRedundant + nRepeated;
  fill(X, used, nFeatures, () => random.standardNormal());
  flip(y, config, random);
  const moved = pointsOf('makeClassification', moveColumns(X, config, random));

  const kind = (column: number): FeatureKind => {
    if (column < nInformative) return 'informative';
    if (column < nInformative + nRedundant) return 'redundant';
    return column < used ? 'repeated' : 'random';
  };
  const columns = Array.from({ length: nFeatures }, (_, j) => j);
  if (!config.shuffle) return { X: moved, y, features: columns.map(kind) };
  const order = random.permutation(nSamples);
  random.shuffle(columns);
  const rows = takeRows(moved, order);
  return {
    X: rows.map((_, i, j) => rows.data[i * nFeatures + columns[j]]),
    y: order.map(i => y[i]),
    features: columns.map(kind),
  };
}

/** The informative columns: normals, given a random covariance and moved to a corner, cluster by cluster. */
function clusters(config: Classification, random: RandomState): Dataset {
  const { nSamples, nFeatures, nInformative, nClasses, nClustersPerClass, classSep, weights } = config;
  const nClusters = nClasses * nClustersPerClass;
  const counts = Array.from({ length: nClusters }, (_, k) =>
    Math.trunc((nSamples * weights[k % nClasses]) / nClustersPerClass),
  );
  const missing = nSamples - counts.reduce((sum, count) => sum + count, 0);
  for (let i = 0; i < missing; i++) counts[i % nClusters]++;

  let centroids = hypercube(nClusters, nInformative, random).map(bit => bit * 2 * classSep - classSep);
  if (!config.hypercube) {
    const perCluster = random.random(nClusters);
    const perDimension = random.random(nInformative);
    centroids = centroids.map((value, i, j) => value * perCluster[i] * perDimension[j]);
  }
  const X = new Matrix(nSamples, nFeatures, new Float64Array(nSamples * nFeatures));
  fill(X, 0, nInformative, () => random.standardNormal());
  const y = new Int32Array(nSamples);
  let start = 0;
  counts.forEach((count, k) => {
    const covariance = random.random(nInformative ** 2).map(value => 2 * value - 1);
    for (let i = start; i < start + count; i++) {
      const normals = X.row(i).slice(0, nInformative);
      for (let j = 0; j < nInformative; j++) {
        X.data[i * nFeatures + j] = combine(normals, covariance, j, nInformative) + centroids.at(k, j);
      }
    }
    y.fill(k % nClasses, start, start + count);
    start += count;
  });
  return { X, y };
}

function fillRedundant(X: Matrix, { nInformative, nRedundant }: Classification, random: RandomState): void {
  if (!nRedundant) return;
  const weights = random.random(nInformative * nRedundant).map(value => 2 * value - 1);
  fill(X, nInformative, nInformative + nRedundant, (i, j) =>
    combine(X.row(i).slice(0, nInformative), weights, j - nInformative, nRedundant),
  );
}

function fillRepeated(
  X: Matrix,
  { nInformative, nRedundant, nRepeated }: Classification,
  random: RandomState,
): void {
  const n = nInformative + nRedundant;
  const sources = random.random(nRepeated).map(value => Math.floor((n - 1) * value + 0.5));
  fill(X, n, n + nRepeated, (i, j) => X.at(i, sources[j - n]));
}

function flip(y: Int32Array, { flipY, nClasses }: Classification, random: RandomState): void {
  const chosen: number[] = [];
  random.random(y.length).forEach((value, i) => {
    if (value < flipY) chosen.push(i);
  });
  const labels = random.randint(0, nClasses, chosen.length);
  chosen.forEach((i, k) => (y[i] = labels[k]));
}

function moveColumns(X: Matrix, config: Classification, random: RandomState): Matrix {
  const { nFeatures, classSep } = config;
  const shift = config.shift ?? random.random(nFeatures).map(value => (2 * value - 1) * classSep);
  const scale = config.scale ?? random.random(nFeatures).map(value => 1 + 100 * value);
  return X.map((value, _, j) => (value + perColumn(shift, j)) * perColumn(scale, j));
}

function perColumn(values: number | ArrayLike<number>, j: number): number {
  return typeof values === 'number' ? values : values[j];
}

/** Column j of the row vector `values` times a matrix of `cols` columns. */
function combine(values: readonly number[], weights: Float64Array, j: number, cols: number): number {
  return values.reduce((sum, value, i) => sum + value * weights[i * cols + j], 0);
}

/** Sets columns first … last − 1, row by row. */
function fill(X: Matrix, first: number, last: number, rule: (i: number, j: number) => number): void {
  for (let i = 0; i < X.rows; i++) {
    for (let j = first; j < last; j++) X.data[i * X.cols + j] = rule(i, j);
  }
}
