import { extent, sampleStandardDeviation } from 'simple-statistics';
import { resultOf, type Values, valuesOf } from './values';

/**
 * The sample standard deviation √(Σ (x − mean)² / (n − 1)); NumPy's `std(ddof=1)`.
 *
 * @throws TypeError or RangeError unless `values` is an array of at least two finite numbers.
 * @example
 * sd([1, 2, 3]); // 1
 */
export function sd(values: Values): number {
  return resultOf('sd', spread(valuesOf('sd', values, 2)));
}

/** The sample standard deviation of checked values: 0 for equal ones, and without underflow of the squares. */
export function spread(values: readonly number[]): number {
  const list = values as number[];
  const [low, high] = extent(list);
  if (low === high) return 0;
  const unit = high - low < 1e-100 ? 2 ** 600 : 1;
  return sampleStandardDeviation(unit === 1 ? list : list.map(value => value * unit)) / unit;
}
