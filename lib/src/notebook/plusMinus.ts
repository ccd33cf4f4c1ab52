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
 * Writes a mean with the margin of its interval, or with both ends where it has no margin.
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
  const written = (name: keyof MeasuredMean): string => {
    const value = (interval as Partial<MeasuredMean> | undefined)?.[name];
    checkFinite({ fn, name }, value);
    return ((percent ? 100 : 1) * value).toFixed(digits);
  };
  const mean = written('mean');
  const ends = 'low' in interval && interval.margin === undefined;
  const sign = signed && interval.mean > 0 ? '+' : '';
  return `${sign}${mean} ${ends ? `[${written('low')}, ${written('high')}]` : `± ${written('margin')}`}`;
}
