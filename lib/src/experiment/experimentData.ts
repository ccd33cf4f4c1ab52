import { flipLabels } from '../data/flipLabels';
import { makeBlobs } from '../data/makeBlobs';
import { makeCircles } from '../data/makeCircles';
import { makeMoons } from '../data/makeMoons';
import { type Dataset, takeRows } from '../data/dataset';
import { trainTestSplit } from '../data/trainTestSplit';
import { type Argument, checkChoice, checkLabels, violation } from '../check';
import { checkTargets, type TargetsLike } from '../engine/batch';
import { type Matrix, matrix, type MatrixLike } from '../numpy/matrix';
import { type RandomState, randomState } from '../numpy/random';
import { type Options, readOptions } from '../options';

const fn = 'experimentData';

/** What every recipe says about the points, wherever they come from. */
const shared = {
  /** Points to train on. */
  nTrain: { type: 'integer', min: 1, meaning: 'points to train on' },
  /** Points held out for validation. */
  nTest: { type: 'integer', min: 1, meaning: 'points to validate on' },
  /** Fraction of the training labels that are wrong, in [0, 1]; 0 by default. Test and fresh labels are clean. */
  labelNoise: { type: 'number', min: 0, max: 1, default: 0, meaning: 'fraction of wrong training labels' },
  /** Whether the training points are drawn once more from themselves, with replacement, as bagging does; false by default. */
  bootstrap: { type: 'boolean', default: false },
} as const;

const blobsTable = {
  /** 'blobs' (default): new points for every seed. */
  kind: { choices: ['blobs'], default: 'blobs' },
  /** Where the classes lie, one per row; two or more. */
  centers: { read: (centers: readonly (readonly number[])[]): readonly (readonly number[])[] => centers },
  /** Standard deviation of every class. */
  clusterStd: { read: (clusterStd: number): number => clusterStd },
  /** Fresh points of the same distribution, which the true accuracy is measured on. */
  nFresh: { type: 'integer', min: 1, meaning: 'fresh points' },
} as const;

const curvesTable = {
  /** 'moons' (as `makeMoons`) or 'circles' (as `makeCircles`): new points for every seed. */
  kind: { choices: ['moons', 'circles'] },
  /** Standard deviation of the noise on every point; 0 by default. */
  noise: { type: 'number', min: 0, default: 0 },
  /** Fresh points of the same distribution, which the true accuracy is measured on. */
  nFresh: { type: 'integer', min: 1, meaning: 'fresh points' },
} as const;

const pointsTable = {
  /** 'points': every seed divides the same points in another way. */
  kind: { choices: ['points'] },
  /** The points, one per row. */
  X: { read: (X: MatrixLike, argument: Argument): Matrix => matrix(X, argument) },
  /** Their targets: class numbers (the only ones that can be noisy), numbers, or one row each. */
  y: { read: (y: TargetsLike): TargetsLike => y },
  /** Points that stand for fresh ones, which the true accuracy is measured on; all that are left by default. */
  nFresh: { type: 'integer', min: 1, optional: true, meaning: 'fresh points' },
} as const;

/** Gaussian blobs, and how many points of them are drawn for what. */
export type BlobsRecipe = Options<typeof shared> & Options<typeof blobsTable>;
/** Two half moons or two circles, and how many points of them are drawn for what. */
export type CurvesRecipe = Options<typeof shared> & Options<typeof curvesTable>;
/** A data set of any kind, as plain data, and how many of its points are used for what. */
export type PointsRecipe = Options<typeof shared> & Options<typeof pointsTable>;
/** Where an experiment's points come from. */
export type Recipe = BlobsRecipe | CurvesRecipe | PointsRecipe;

/** Points of shape (n, features) and their targets: class numbers, or one row each. */
export interface Points<Targets = Int32Array> {
  readonly X: Matrix;
  readonly y: Targets;
}

/** What one seed draws. */
export interface ExperimentData<Targets = Int32Array> {
  readonly train: Points<Targets>;
  readonly test: Points<Targets>;
  readonly fresh: Points<Targets>;
}

/**
 * The points of one seed. Blobs: makeBlobs and trainTestSplit with `randomState: seed` (in scikit-learn's order: a learner
 * can draw the same in Python), fresh points and wrong labels from streams of their own. Points: a shuffle by the seed,
 * then `nTrain`, `nTest` and `nFresh` of them. Settings that differ in label noise alone share all their points. `member`
 * chooses among the bootstrap samples of one training set.
 *
 * @example
 * const { train, test, fresh } = experimentData(lectureExperiment().data, 1);
 * train.X.shape; // [150, 2]
 */
export function experimentData(
  recipe: BlobsRecipe | CurvesRecipe,
  seed: number,
  member?: number,
): ExperimentData;
export function experimentData(
  recipe: Recipe,
  seed: number,
  member?: number,
): ExperimentData<Int32Array | Matrix>;
export function experimentData(
  recipe: Recipe,
  seed: number,
  member: number = 0,
): ExperimentData<Int32Array | Matrix> {
  const { kind = 'blobs' } = recipe ?? {};
  checkChoice({ fn, name: 'kind', meaning: 'of the data' }, kind, Object.keys(draws));
  const { train, test, fresh, settings, nClasses } = draws[kind as keyof typeof draws](recipe, seed);
  const random = randomState(seed);
  const { labelNoise: fraction, bootstrap, nTrain } = settings;
  const y = fraction
    ? flipLabels(labelsOf(train.y), { fraction, randomState: random.spawn('labels'), nClasses })
    : train.y;
  const rows = bootstrap && random.spawn(`bootstrap ${member}`).randint(0, nTrain, nTrain);
  return { train: rows ? resampled({ X: train.X, y }, rows) : { X: train.X, y }, test, fresh };
}

/** Points before their labels become noisy. */
interface Drawn<Targets> extends ExperimentData<Targets> {
  readonly settings: { readonly labelNoise: number; readonly bootstrap: boolean; readonly nTrain: number };
  readonly nClasses?: number;
}

function blobs(recipe: object, seed: number): Drawn<Int32Array> {
  const settings = readOptions(fn, { ...blobsTable, ...shared }, recipe);
  const { centers, clusterStd } = settings;
  const make: Make = (nSamples, random) => makeBlobs({ nSamples, centers, clusterStd, randomState: random });
  return generated(settings, seed, make, centers.length);
}

function curves(recipe: object, seed: number): Drawn<Int32Array> {
  const settings = readOptions(fn, { ...curvesTable, ...shared }, recipe);
  const { kind, noise } = settings;
  const makeCurves = kind === 'moons' ? makeMoons : makeCircles;
  const make: Make = (nSamples, random) => makeCurves({ nSamples, noise, randomState: random });
  return generated(settings, seed, make, 2);
}

/** Makes the given number of points from a seed or a stream. */
type Make = (nSamples: number, random: number | RandomState) => Dataset;

/** Points that are made for the seed: for training and validation together, then divided; fresh ones from a stream of their own. */
function generated(
  settings: Drawn<Int32Array>['settings'] & { readonly nTest: number; readonly nFresh: number },
  seed: number,
  make: Make,
  nClasses: number,
): Drawn<Int32Array> {
  const { nTrain, nTest, nFresh } = settings;
  const drawn = make(nTrain + nTest, seed);
  const split = trainTestSplit(drawn.X, drawn.y, { testSize: nTest, randomState: seed });
  const randomness = randomState(seed).spawn('fresh');
  return {
    train: { X: split.XTrain, y: split.yTrain },
    test: { X: split.XTest, y: split.yTest },
    fresh: make(nFresh, randomness),
    settings,
    nClasses,
  };
}

function divided(recipe: object, seed: number): Drawn<Matrix> {
  const settings = readOptions(fn, { ...pointsTable, ...shared }, recipe);
  const { X, nTrain, nTest, nFresh = X.rows - nTrain - nTest } = settings;
  const y = checkTargets({ fn, name: 'y' }, settings.y, X.rows);
  if (nFresh < 1 || nTrain + nTest + nFresh > X.rows) {
    const argument = { fn, name: 'nTrain + nTest + nFresh', meaning: 'points used' };
    throw new RangeError(
      violation(argument, `leave some for each and be at most ${X.rows}`, nTrain + nTest + nFresh),
    );
  }
  const order = randomState(seed).spawn('points').permutation(X.rows);
  const part = (from: number, count: number): Points<Matrix> => {
    const rows = order.slice(from, from + count);
    return { X: takeRows(X, rows), y: takeRows(y, rows) };
  };
  const nClasses = settings.labelNoise ? Math.max(...labelsOf(y)) + 1 : undefined;
  const parts = { train: part(0, nTrain), test: part(nTrain, nTest), fresh: part(nTrain + nTest, nFresh) };
  return { ...parts, settings, nClasses };
}

/** How the points of every kind of recipe are drawn. */
const draws: {
  readonly [Kind in NonNullable<Recipe['kind']>]: (
    recipe: object,
    seed: number,
  ) => Drawn<Int32Array | Matrix>;
} = {
  blobs,
  moons: curves,
  circles: curves,
  points: divided,
};

/** Class numbers; a RangeError where the targets are something else. */
function labelsOf(y: Int32Array | Matrix): Int32Array {
  const values = 'data' in y ? y.data : y;
  checkLabels({ fn, name: 'y', meaning: 'class numbers, for label noise' }, values);
  return Int32Array.from(values);
}

function resampled<Targets extends Int32Array | Matrix>(
  { X, y }: Points<Targets>,
  rows: Int32Array,
): Points<Targets> {
  const targets = 'data' in y ? takeRows(y, rows) : rows.map(row => y[row]);
  return { X: takeRows(X, rows), y: targets as Targets };
}
