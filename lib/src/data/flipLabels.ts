import { checkInterval, checkLabels, checkOptions, violation } from '../check';
import { type Randomness, toRandomState } from './dataset';

const fn = 'flipLabels';

/** The arguments of `flipLabels`. */
export interface FlipOptions {
  /** Which part of the labels to flip, in [0, 1]; exactly round(fraction · n) of them. */
  readonly fraction: number;
  readonly randomState: Randomness;
}

/**
 * Label noise: a copy of `y` in which a fraction of the labels, chosen at random, is wrong. A flipped label always
 * changes: to the other class of two, to one of the others at random of more.
 *
 * @param y n labels of at least two classes.
 * @throws TypeError or RangeError for arguments of the wrong kind or value.
 * @example
 * const yNoisy = flipLabels(yTrain, { fraction: 0.2, randomState: 1 });
 */
export function flipLabels(y: ArrayLike<number>, options: FlipOptions): Int32Array {
  checkLabels({ fn, name: 'y', meaning: 'labels' }, y);
  checkOptions(fn, options, ['fraction', 'randomState']);
  checkInterval({ fn, name: 'fraction', meaning: 'part of the labels to flip' }, options.fraction, 0, 1);
  const random = toRandomState(fn, options.randomState);
  const flipped = Int32Array.from(y);
  const classes = [...new Set(flipped)].toSorted((a, b) => a - b);
  if (classes.length < 2) {
    throw new RangeError(
      violation({ fn, name: 'y', meaning: 'labels' }, 'hold at least two classes', classes),
    );
  }
  for (const i of random.permutation(y.length).subarray(0, Math.round(options.fraction * y.length))) {
    const step = random.randint(1, classes.length);
    flipped[i] = classes[(classes.indexOf(y[i]) + step) % classes.length];
  }
  return flipped;
}
