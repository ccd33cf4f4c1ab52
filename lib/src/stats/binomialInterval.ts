import { betaQuantile } from './betaQuantile';
import { checkInteger } from '../check';
import { confidenceOf, type Interval, type IntervalOptions } from './confidence';

/** A fraction of successes with its interval. */
export interface BinomialInterval extends Interval {
  /** successes / trials */
  readonly mean: number;
}

/**
 * The interval of Clopper and Pearson (1934) for a probability, from the number of successes in independent trials.
 *
 * Exact: it covers the true value with at least the confidence asked for, for every probability and every number of
 * trials, where Wilson's shorter interval does so on average only.
 *
 * @throws TypeError or RangeError unless trials is a positive integer and successes an integer in [0, trials].
 * @example
 * binomialInterval(17, 20); // { mean: 0.85, low: 0.621, high: 0.968 }
 */
export function binomialInterval(
  successes: number,
  trials: number,
  options: IntervalOptions = {},
): BinomialInterval {
  const fn = 'binomialInterval';
  checkInteger({ fn, name: 'trials' }, trials, 1);
  checkInteger({ fn, name: 'successes' }, successes, 0, trials);
  const tail = (1 - confidenceOf(fn, options)) / 2;
  return {
    mean: successes / trials,
    low: successes === 0 ? 0 : betaQuantile(tail, successes, trials - successes + 1),
    high: successes === trials ? 1 : betaQuantile(1 - tail, successes + 1, trials - successes),
  };
}
