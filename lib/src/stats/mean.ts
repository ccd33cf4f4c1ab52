import { mean as meanOf } from 'simple-statistics';
import { resultOf, type Values, valuesOf } from './values';

/**
 * The arithmetic mean Σ x / n, summed with compensation.
 *
 * @throws TypeError or RangeError unless `values` is an array of at least one finite number.
 * @example
 * mean([0.82, 0.83, 0.81]); // 0.82
 */
export function mean(values: Values): number {
  return resultOf('mean', meanOf(valuesOf('mean', values, 1)));
}
