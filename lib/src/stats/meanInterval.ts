import { tQuantile } from './tQuantile';
import { mean as meanOf } from 'simple-statistics';
import { confidenceOf, type Interval, type IntervalOptions } from './confidence';
import { spread } from './sd';
import { resultOf, type Values, valuesOf } from './values';

/** A mean with its t interval. */
export interface MeanInterval extends Interval {
  readonly n: number;
  readonly mean: number;
  /** Sample standard deviation of the values. */
  readonly sd: number;
  /** Standard error of the mean, sd / √n. */
  readonly standardError: number;
  /** Half the interval's width: the figure after ±. */
  readonly margin: number;
}

/**
 * The mean with Student's t interval: mean ± t · sd / √n, t the (1 + confidence) / 2 quantile at n − 1 degrees of
 * freedom.
 *
 * @throws TypeError or RangeError unless `values` is an array of at least two finite numbers.
 * @example
 * const { mean, margin } = meanInterval(accuracies); // mean ± margin
 */
export function meanInterval(values: Values, options: IntervalOptions = {}): MeanInterval {
  const fn = 'meanInterval';
  return tInterval(fn, valuesOf(fn, values, 2), confidenceOf(fn, options));
}

/** What `meanInterval` gives, for values and a confidence that `fn` has checked. */
export function tInterval(fn: string, values: readonly number[], confidence: number): MeanInterval {
  const n = values.length;
  const mean = meanOf(values as number[]);
  const sd = spread(values);
  const standardError = sd / Math.sqrt(n);
  const margin = tQuantile((1 + confidence) / 2, n - 1) * standardError;
  const low = resultOf(fn, mean - margin);
  const high = resultOf(fn, mean + margin);
  return { n, mean, sd, standardError, margin, low, high };
}
