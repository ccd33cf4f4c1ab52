import { type Argument, checkEach, checkFinite, checkInteger, checkNumber, violation } from '../check';
import { type Options, readOptions, type Settings } from '../options';
import { randomness } from './dataset';

const fn = 'makeClassification';

type PerColumn = number | readonly number[];

const table = {
  /** Points in all. Default 100. */
  nSamples: { type: 'integer', min: 1, default: 100 },
  /** Columns of X: informative, redundant, repeated, and noise for the rest. Default 20. */
  nFeatures: { type: 'integer', min: 1, default: 20 },
  /** Columns that carry the classes. Default 2. */
  nInformative: { type: 'integer', min: 1, default: 2 },
  /** Columns that are random combinations of informative ones. Default 2. */
  nRedundant: { type: 'integer', min: 0, default: 2 },
  /** Columns that are copies of informative or redundant ones. Default 0. */
  nRepeated: { type: 'integer', min: 0, default: 0 },
  /** Number of classes. Default 2. */
  nClasses: { type: 'integer', min: 1, default: 2 },
  /** Blobs per class. Default 2. */
  nClustersPerClass: { type: 'integer', min: 1, default: 2 },
  /** Share of each class; the last one may be left out. Default: equal shares. */
  weights: { read: checkedShares as typeof checkedShares, optional: true },
  /** Fraction of the points that get a class at random. Default 0.01. */
  flipY: { type: 'number', min: 0, max: 1, meaning: 'fraction of random labels', default: 0.01 },
  /** Half the side of the cube on whose corners the blobs sit. Default 1. */
  classSep: { type: 'number', above: 0, default: 1 },
  /** Corners of a cube, or of a random box. Default true. */
  hypercube: { type: 'boolean', default: true },
  /** Added to every column, or to each; random when null. Default 0. */
  shift: { read: (shift: PerColumn | null): PerColumn | null => shift, default: 0 },
  /** Then multiplies every column, or each; random when null. Default 1. */
  scale: { read: (scale: PerColumn | null): PerColumn | null => scale, default: 1 },
  /** Whether points and columns come in random order. Default true. */
  shuffle: { type: 'boolean', default: true },
  /** Seed, or a stream of random numbers to continue. */
  randomState: randomness as typeof randomness,
} as const;

/** The arguments of `makeClassification`; names, defaults and meaning are scikit-learn's. */
export type ClassificationOptions = Options<typeof table>;

/** The options with every default filled in; `weights` has a share for each class. */
export type Classification = Settings<typeof table> & { readonly weights: readonly number[] };

/** Checks the options of `makeClassification`, one by one and together, and fills in the defaults. */
export function classificationOf(options: ClassificationOptions): Classification {
  const all = readOptions(fn, table, options);
  const { nFeatures, nInformative, nClasses } = all;
  const used = nInformative + all.nRedundant + all.nRepeated;
  const columns = { fn, name: 'nFeatures', meaning: 'informative + redundant + repeated + noise' };
  checkInteger(columns, nFeatures, used);
  const clusters = { fn, name: 'nClasses × nClustersPerClass', meaning: 'at most 2^nInformative corners' };
  checkInteger(clusters, nClasses * all.nClustersPerClass, 1, 2 ** nInformative);
  checkPerColumn('shift', all.shift, nFeatures, checkFinite);
  checkPerColumn('scale', all.scale, nFeatures, (at, scale) => checkNumber(at, scale, { above: 0 }));
  return { ...all, weights: weightsOf(all.weights, nClasses) };
}

function checkPerColumn(
  name: string,
  value: unknown,
  columns: number,
  check: (argument: Argument, value: unknown) => void,
): void {
  if (typeof value === 'number') check({ fn, name }, value);
  else if (value !== null) checkEach({ fn, name, meaning: 'one number per column' }, value, columns, check);
}

const share: Argument = { fn, name: 'weights', meaning: 'share of each class' };

function checkedShares(shares: readonly number[]): readonly number[] {
  checkEach(share, shares, undefined, (where, part) => checkNumber(where, part, { min: 0, max: 1 }));
  return shares;
}

function weightsOf(weights: readonly number[] | undefined, nClasses: number): readonly number[] {
  if (weights === undefined) return Array.from({ length: nClasses }, () => 1 / nClasses);
  if (weights.length !== nClasses && weights.length !== nClasses - 1) {
    throw new RangeError(violation(share, `have length ${nClasses} or ${nClasses - 1}`, weights));
  }
  const sum = weights.reduce((total, part) => total + part, 0);
  if (sum > 1 + 1e-9) throw new RangeError(violation(share, 'sum to at most 1', sum));
  return weights.length === nClasses ? weights : [...weights, 1 - sum];
}
