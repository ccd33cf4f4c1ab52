import { flipLabels } from '../data/flipLabels';
import { makeBlobs } from '../data/makeBlobs';
import { takeRows } from '../data/dataset';
import { trainTestSplit } from '../data/trainTestSplit';
import { checkBoolean, checkInteger, checkInterval, checkOptions } from '../check';
import type { Matrix } from '../numpy/matrix';
import { randomState } from '../numpy/random';

const fn = 'experiment';

/** Gaussian blobs, and how many points of them are drawn for what. */
export interface BlobsRecipe {
  /** Where the classes lie, one per row. */
  readonly centers: readonly (readonly number[])[];
  /** Standard deviation of every class. */
  readonly clusterStd: number;
  /** Points to train on. */
  readonly nTrain: number;
  /** Points held out for validation, by `trainTestSplit`. */
  readonly nTest: number;
  /** Fresh points of the same distribution, which the true accuracy is measured on. */
  readonly nFresh: number;
  /** Fraction of the training labels that are wrong, in [0, 1]. Test and fresh labels are clean. */
  readonly labelNoise: number;
  /** Whether the training points are drawn once more from themselves, with replacement, as bagging does. */
  readonly bootstrap: boolean;
}

/** Points of shape (n, features) and their n labels. */
export interface Points {
  readonly X: Matrix;
  readonly y: Int32Array;
}

/** What one seed draws. */
export interface ExperimentData {
  readonly train: Points;
  readonly test: Points;
  readonly fresh: Points;
}

const KEYS: readonly (keyof BlobsRecipe)[] = [
  'centers',
  'clusterStd',
  'nTrain',
  'nTest',
  'nFresh',
  'labelNoise',
  'bootstrap',
];

/**
 * The points of one seed: makeBlobs and trainTestSplit with `randomState: seed` (in scikit-learn's order: a learner
 * can draw the same in Python), fresh points and wrong labels from streams of their own. Settings that differ in
 * label noise alone share all their points. `member` chooses among the bootstrap samples of one training set.
 *
 * @throws TypeError or RangeError for a recipe of the wrong kind or value.
 * @example
 * const { train, test, fresh } = experimentData(lectureExperiment().data, 1);
 * train.X.shape; // [150, 2]
 */
export function experimentData(recipe: BlobsRecipe, seed: number, member: number = 0): ExperimentData {
  checkOptions(fn, recipe, KEYS);
  const { centers, clusterStd, nTrain, nTest, nFresh, labelNoise, bootstrap } = recipe;
  checkInteger({ fn, name: 'nTrain', meaning: 'points to train on' }, nTrain, 1);
  checkInteger({ fn, name: 'nTest', meaning: 'points to validate on' }, nTest, 1);
  checkInterval({ fn, name: 'labelNoise', meaning: 'fraction of wrong training labels' }, labelNoise, 0, 1);
  checkBoolean({ fn, name: 'bootstrap' }, bootstrap);
  const random = randomState(seed);
  const drawn = makeBlobs({ nSamples: nTrain + nTest, centers, clusterStd, randomState: seed });
  const split = trainTestSplit(drawn.X, drawn.y, { testSize: nTest, randomState: seed });
  const yTrain = labelNoise
    ? flipLabels(split.yTrain, {
        fraction: labelNoise,
        randomState: random.spawn('labels'),
        nClasses: centers.length,
      })
    : split.yTrain;
  const train = { X: split.XTrain, y: yTrain };
  const { X, y } = makeBlobs({
    nSamples: nFresh,
    centers,
    clusterStd,
    randomState: random.spawn('fresh'),
  });
  return {
    train: bootstrap
      ? resampled(train, random.spawn(`bootstrap ${member}`).randint(0, nTrain, nTrain))
      : train,
    test: { X: split.XTest, y: split.yTest },
    fresh: { X, y },
  };
}

function resampled({ X, y }: Points, rows: Int32Array): Points {
  return { X: takeRows(X, rows), y: rows.map(row => y[row]) };
}
