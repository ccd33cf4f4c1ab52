import { checkBoolean, checkFinite, checkInteger, checkOptions } from '../check';
import type { MeanInterval } from '../stats/meanInterval';

/** How a mean with its margin is to be written. */
export interface PlusMinusOptions {
  /** Figures behind the point, from 0 to 20. Default 3, in percent 1. */
  readonly digits?: number;
  /** A fraction in percentage points, a hundred times as large. Default false. */
  readonly percent?: boolean;
  /** A difference: a positive one with its +. Default false. */
  readonly signed?: boolean;
}

/**
 * Writes a mean with the margin of its interval, as a sentence wants it.
 *
 * @throws TypeError or RangeError when `mean` or `margin` is no finite number, or an option is none.
 * @example
 * plusMinus(meanInterval(losses));                                            // '0.469 ± 0.050'
 * plusMinus(pairedDifference(dropout, plain), { percent: true, signed: true }); // '+2.2 ± 0.8'
 */
export function plusMinus(
  interval: Pick<MeanInterval, 'mean' | 'margin'>,
  options: PlusMinusOptions = {},
): string {
  const fn = 'plusMinus';
  const { mean, margin } = interval ?? {};
  checkFinite({ fn, name: 'mean' }, mean);
  checkFinite({ fn, name: 'margin' }, margin);
  checkOptions(fn, options, ['digits', 'percent', 'signed']);
  const { percent = false, digits = percent ? 1 : 3, signed = false } = options;
  checkInteger({ fn, name: 'digits' }, digits, 0, 20);
  checkBoolean({ fn, name: 'percent' }, percent);
  checkBoolean({ fn, name: 'signed' }, signed);
  const [center, half] = [mean, margin].map(value => ((percent ? 100 : 1) * value).toFixed(digits));
  return `${signed && mean > 0 ? '+' : ''}${center} ± ${half}`;
}
