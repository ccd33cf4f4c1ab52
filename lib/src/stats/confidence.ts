import { type Options, readOptions } from '../options';

const OPTIONS = {
  /** Probability that the interval covers the true value, in (0, 1). Default 0.95. */
  confidence: {
    type: 'number',
    above: 0,
    below: 1,
    default: 0.95,
    meaning: 'probability of covering the true value',
  },
} as const;

/** How sure an interval is to be. */
export type IntervalOptions = Options<typeof OPTIONS>;

/** The ends of an interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The confidence asked for, checked. */
export function confidenceOf(fn: string, options: IntervalOptions): number {
  return readOptions(fn, OPTIONS, options).confidence;
}
