import { checkLabels, violation } from '../check';
import { type Options, readOptions } from '../options';
import { randomness } from './dataset';

const fn = 'flipLabels';

const table = {
  /** Which part of the labels to flip, in [0, 1]; exactly round(fraction · n) of them. */
  fraction: { type: 'number', min: 0, max: 1, meaning: 'part of the labels to flip' },
  /** Seed, or a stream of random numbers to continue. */
  randomState: randomness as typeof randomness,
  /** The classes are 0 … nClasses − 1, whether they all occur in `y` or not. Default: those that occur. */
  nClasses: { type: 'integer', min: 2, optional: true },
} as const;

/** The arguments of `flipLabels`. */
export type FlipOptions = Options<typeof table>;

/**
 * Label noise: a copy of `y` in which a fraction of the labels, chosen at random, is wrong. A flipped label always
 * changes: to the other class of two, to one of the others at random of more.
 *
 * @param y n labels of at least two classes; of one class only where `nClasses` says that there are more.
 * @example
 * const yNoisy = flipLabels(yTrain, { fraction: 0.2, randomState: 1 });
 */
export function flipLabels(y: ArrayLike<number>, options: FlipOptions): Int32Array {
  checkLabels({ fn, name: 'y', meaning: 'labels' }, y);
  const { fraction, nClasses, randomState: random } = readOptions(fn, table, options);
  const flipped = Int32Array.from(y);
  const classes = classesOf(flipped, nClasses);
  for (const i of random.permutation(y.length).subarray(0, Math.round(fraction * y.length))) {
    const step = random.randint(1, classes.length);
    flipped[i] = classes[(classes.indexOf(y[i]) + step) % classes.length];
  }
  return flipped;
}

function classesOf(y: Int32Array, nClasses: number | undefined): number[] {
  const found = [...new Set(y)].toSorted((a, b) => a - b);
  if (nClasses === undefined) {
    if (found.length > 1) return found;
    throw new RangeError(violation({ fn, name: 'y', meaning: 'labels' }, 'hold at least two classes', found));
  }
  const largest = found.at(-1) ?? 0;
  if (largest < nClasses) return Array.from({ length: nClasses }, (_, k) => k);
  throw new RangeError(
    violation({ fn, name: 'y', meaning: 'labels' }, `be below nClasses, ${nClasses}`, largest),
  );
}
