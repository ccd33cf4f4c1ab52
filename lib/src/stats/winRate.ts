import { binomialInterval, type BinomialInterval } from './binomialInterval';
import { confidenceOf, type IntervalOptions } from './confidence';
import { type Values, valuesOf } from './values';

/** How often the first of a pair is the larger one. */
export interface WinRate extends BinomialInterval {
  readonly n: number;
  readonly wins: number;
  readonly ties: number;
  readonly losses: number;
}

/**
 * The fraction of pairs in which `first` is larger than `second`, with its Clopper-Pearson interval. A tie is no win.
 *
 * @param first, second n results each, the same seed at the same place; for losses, where less is better, swap them.
 * @throws TypeError or RangeError unless both are arrays of the same length, at least 1, of finite numbers.
 * @example
 * const { mean, wins, n } = winRate(withDropout, without);
 */
export function winRate(first: Values, second: Values, options: IntervalOptions = {}): WinRate {
  const fn = 'winRate';
  const a = valuesOf(fn, first, 1, 'first');
  const b = valuesOf(fn, second, 1, 'second', a.length);
  const confidence = confidenceOf(fn, options);
  const n = a.length;
  const wins = a.filter((value, i) => value > b[i]).length;
  const ties = a.filter((value, i) => value === b[i]).length;
  return { n, wins, ties, losses: n - wins - ties, ...binomialInterval(wins, n, { confidence }) };
}
