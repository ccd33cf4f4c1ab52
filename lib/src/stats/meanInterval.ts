import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { confidenceOf, type Interval, type IntervalOptions } from './confidence';
import { mean } from './mean';
import { sd } from './sd';
import { type Values, valuesOf } from './values';

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
  const list = valuesOf(fn, values, 2);
  const n = list.length;
  const confidence = confidenceOf(fn, options);
  const center = mean(list);
  const spread = sd(list);
  const standardError = spread / Math.sqrt(n);
  const margin = tQuantile((1 + confidence) / 2, n - 1) * standardError;
  return { n, mean: center, sd: spread, standardError, margin, low: center - margin, high: center + margin };
}
