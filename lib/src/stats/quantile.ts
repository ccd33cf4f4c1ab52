import { checkNumber } from '../check';
import { resultOf, type Values, valuesOf } from './values';

/**
 * The value below which a fraction `q` of the values lies, linear between neighbors: `np.quantile`'s default
 * (Hyndman and Fan 1996, type 7; simple-statistics has another).
 *
 * @param q in [0, 1]; 0.5 is the median.
 * @throws TypeError or RangeError unless `values` is an array of at least one finite number and q in [0, 1].
 * @example
 * quantile([1, 2, 4], 0.25); // 1.5
 */
export function quantile(values: Values, q: number): number {
  checkNumber({ fn: 'quantile', name: 'q', meaning: 'fraction below' }, q, { min: 0, max: 1 });
  const sorted = valuesOf('quantile', values, 1).toSorted((a, b) => a - b);
  const position = q * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  const [gap, share] = [sorted[above] - sorted[below], position - below];
  // From the nearer end, as NumPy counts.
  return resultOf('quantile', share < 0.5 ? sorted[below] + share * gap : sorted[above] - (1 - share) * gap);
}

/** The middle value: `quantile(values, 0.5)`. */
export function median(values: Values): number {
  return quantile(values, 0.5);
}
