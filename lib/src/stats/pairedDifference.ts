import { confidenceOf, type IntervalOptions } from './confidence';
import { type MeanInterval, tInterval } from './meanInterval';
import { type Values, valuesOf } from './values';

/** The mean of paired differences with its t interval and t statistic. */
export interface PairedDifference extends MeanInterval {
  /** The differences themselves, first − second, pair by pair. */
  readonly differences: readonly number[];
  /** mean / standard error: above 2 or so, the difference is hardly luck; ±Infinity when all are equal, NaN when all are 0. */
  readonly t: number;
}

/**
 * Compares two treatments on the same seeds: mean of first − second with Student's t interval. Pairing removes what
 * both runs of a seed have in common: data, split, initial weights, order of batches.
 *
 * @param first, second n results each, the same seed at the same place.
 * @throws TypeError or RangeError unless both are arrays of the same length, at least 2, of finite numbers.
 * @example
 * const { mean, low, high } = pairedDifference(withDropout, without); // an effect if low > 0
 */
export function pairedDifference(
  first: Values,
  second: Values,
  options: IntervalOptions = {},
): PairedDifference {
  const fn = 'pairedDifference';
  const a = valuesOf(fn, first, 2, 'first');
  const b = valuesOf(fn, second, 2, 'second', a.length);
  const differences = a.map((value, i) => value - b[i]);
  const interval = tInterval(fn, differences, confidenceOf(fn, options));
  return { ...interval, differences, t: interval.mean / interval.standardError };
}
