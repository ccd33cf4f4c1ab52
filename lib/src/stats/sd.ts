import { sampleStandardDeviation } from 'simple-statistics';
import { resultOf, type Values, valuesOf } from './values';

/**
 * The sample standard deviation √(Σ (x − mean)² / (n − 1)); NumPy's `std(ddof=1)`.
 *
 * @throws TypeError or RangeError unless `values` is an array of at least two finite numbers.
 * @example
 * sd([1, 2, 3]); // 1
 */
export function sd(values: Values): number {
  return resultOf('sd', sampleStandardDeviation(valuesOf('sd', values, 2)));
}
