import { checkFinite, checkOptions, violation } from '../check';

/** How sure an interval is to be. */
export interface IntervalOptions {
  /** Probability that the interval covers the true value, in (0, 1). Default 0.95. */
  readonly confidence?: number;
}

/** The ends of an interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The confidence asked for, checked. */
export function confidenceOf(fn: string, options: IntervalOptions): number {
  checkOptions(fn, options, ['confidence']);
  const { confidence = 0.95 } = options;
  const argument = { fn, name: 'confidence', meaning: 'probability of covering the true value' };
  checkFinite(argument, confidence);
  if (confidence <= 0 || confidence >= 1) {
    throw new RangeError(violation(argument, 'lie between 0 and 1', confidence));
  }
  return confidence;
}
