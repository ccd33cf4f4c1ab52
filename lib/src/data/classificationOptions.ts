import {
  checkBoolean,
  checkEach,
  checkFinite,
  checkInteger,
  checkInterval,
  checkNonNegative,
  checkOptions,
  checkVector,
  violation,
} from '../check';
import type { Randomness } from './dataset';

const fn = 'makeClassification';

/** The arguments of `makeClassification`; names, defaults and meaning are scikit-learn's. */
export interface ClassificationOptions {
  /** Points in all. Default 100. */
  readonly nSamples?: number;
  /** Columns of X: informative, redundant, repeated, and noise for the rest. Default 20. */
  readonly nFeatures?: number;
  /** Columns that carry the classes. Default 2. */
  readonly nInformative?: number;
  /** Columns that are random combinations of informative ones. Default 2. */
  readonly nRedundant?: number;
  /** Columns that are copies of informative or redundant ones. Default 0. */
  readonly nRepeated?: number;
  /** Default 2. */
  readonly nClasses?: number;
  /** Blobs per class. Default 2. */
  readonly nClustersPerClass?: number;
  /** Share of each class; the last one may be left out. Default: equal shares. */
  readonly weights?: readonly number[];
  /** Fraction of the points that get a class at random. Default 0.01. */
  readonly flipY?: number;
  /** Half the side of the cube on whose corners the blobs sit. Default 1. */
  readonly classSep?: number;
  /** Corners of a cube, or of a random box. Default true. */
  readonly hypercube?: boolean;
  /** Added to every column, or to each; random when null. Default 0. */
  readonly shift?: number | readonly number[] | null;
  /** Then multiplies every column, or each; random when null. Default 1. */
  readonly scale?: number | readonly number[] | null;
  /** Whether points and columns come in random order. Default true. */
  readonly shuffle?: boolean;
  readonly randomState: Randomness;
}

/** The options with every default filled in; `weights` has a share for each class. */
export type Classification = Required<Omit<ClassificationOptions, 'randomState'>>;

const DEFAULTS: Classification = {
  nSamples: 100,
  nFeatures: 20,
  nInformative: 2,
  nRedundant: 2,
  nRepeated: 0,
  nClasses: 2,
  nClustersPerClass: 2,
  weights: [],
  flipY: 0.01,
  classSep: 1,
  hypercube: true,
  shift: 0,
  scale: 1,
  shuffle: true,
};

/** Checks the options of `makeClassification` and fills in the defaults. */
export function classificationOf(options: ClassificationOptions): Classification {
  checkOptions(fn, options, [...Object.keys(DEFAULTS), 'randomState']);
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const all: Classification = { ...DEFAULTS, ...Object.fromEntries(given) };
  checkInteger({ fn, name: 'nSamples' }, all.nSamples, 1);
  checkInteger({ fn, name: 'nFeatures' }, all.nFeatures, 1);
  for (const name of ['nInformative', 'nClasses', 'nClustersPerClass'] as const) {
    checkInteger({ fn, name }, all[name], 1);
  }
  for (const name of ['nRedundant', 'nRepeated'] as const) checkInteger({ fn, name }, all[name], 0);
  const used = all.nInformative + all.nRedundant + all.nRepeated;
  checkInteger(
    { fn, name: 'nFeatures', meaning: 'informative + redundant + repeated + noise' },
    all.nFeatures,
    used,
  );
  const clusters = { fn, name: 'nClasses × nClustersPerClass', meaning: 'at most 2^nInformative corners' };
  checkInteger(clusters, all.nClasses * all.nClustersPerClass, 1, 2 ** all.nInformative);
  checkInterval({ fn, name: 'flipY', meaning: 'fraction of random labels' }, all.flipY, 0, 1);
  checkNonNegative({ fn, name: 'classSep' }, all.classSep);
  checkBoolean({ fn, name: 'hypercube' }, all.hypercube);
  checkBoolean({ fn, name: 'shuffle' }, all.shuffle);
  checkPerColumn('shift', all.shift, all.nFeatures);
  checkPerColumn('scale', all.scale, all.nFeatures);
  return { ...all, weights: weightsOf(options.weights, all.nClasses) };
}

function checkPerColumn(name: string, value: unknown, columns: number): void {
  if (typeof value === 'number') checkFinite({ fn, name }, value);
  else if (value !== null) checkVector({ fn, name, meaning: 'one number per column' }, value, columns);
}

function weightsOf(weights: readonly number[] | undefined, nClasses: number): readonly number[] {
  if (weights === undefined) return Array.from({ length: nClasses }, () => 1 / nClasses);
  const argument = { fn, name: 'weights', meaning: 'share of each class' };
  checkEach(argument, weights, undefined, (where, share) => checkInterval(where, share, 0, 1));
  if (weights.length !== nClasses && weights.length !== nClasses - 1) {
    throw new RangeError(violation(argument, `have length ${nClasses} or ${nClasses - 1}`, weights));
  }
  const sum = weights.reduce((total, share) => total + share, 0);
  if (sum > 1 + 1e-9) throw new RangeError(violation(argument, 'sum to at most 1', sum));
  return weights.length === nClasses ? weights : [...weights, 1 - sum];
}
