import { checkFinite } from '../check';
import { type Options, readOptions } from '../options';

/** A mean with the ends of its interval; `margin` where both are as far away. */
export interface MeasuredMean {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly margin?: number;
}

const OPTIONS = {
  /** Digits after the point, from 0 to 20. Default 3, in percent 1. */
  digits: { type: 'integer', min: 0, max: 20, optional: true },
  /** Writes a fraction in percentage points, a hundred times as large. Default false. */
  percent: { type: 'boolean', default: false },
  /** Writes a difference, a positive one with its +. Default false. */
  signed: { type: 'boolean', default: false },
} as const;

/** How a mean with its interval is to be written. */
export type PlusMinusOptions = Options<typeof OPTIONS>;

/**
 * Writes a mean with the margin of its interval, or with both ends where it has no margin. A mean and a margin that
 * would look alike get up to three more digits, so that one sees whether the interval contains 0.
 *
 * @throws TypeError or RangeError when a number is missing or not finite, or an option is out of range
 * @example
 * plusMinus(meanInterval(losses));                                              // '0.469 ± 0.050'
 * plusMinus(pairedDifference(dropout, plain), { percent: true, signed: true }); // '+2.2 ± 0.8'
 * plusMinus(winRate(dropout, plain), { percent: true });                        // '85.0 [62.1, 96.8]'
 */
export function plusMinus(
  interval: Pick<MeasuredMean, 'mean' | 'margin'> | MeasuredMean,
  options: PlusMinusOptions = {},
): string {
  const fn = 'plusMinus';
  const { percent, digits = percent ? 1 : 3, signed } = readOptions(fn, OPTIONS, options);
  const number = (name: keyof MeasuredMean): number => {
    const value = (interval as Partial<MeasuredMean> | undefined)?.[name];
    checkFinite({ fn, name }, value);
    return (percent ? 100 : 1) * value;
  };
  const mean = number('mean');
  const sign = signed && mean > 0 ? '+' : '';
  if ('low' in interval && interval.margin === undefined) {
    const [low, high] = [number('low').toFixed(digits), number('high').toFixed(digits)];
    return `${sign}${mean.toFixed(digits)} [${low}, ${high}]`;
  }
  const margin = number('margin');
  const shown = telling(Math.abs(mean), margin, digits);
  return `${sign}${mean.toFixed(shown)} ± ${margin.toFixed(shown)}`;
}

/** The digits with which two different numbers look different, at most three more than asked for. */
function telling(a: number, b: number, digits: number): number {
  const more = [0, 1, 2, 3].map(extra => Math.min(digits + extra, 20));
  return (a !== b && more.find(count => a.toFixed(count) !== b.toFixed(count))) || digits;
}
