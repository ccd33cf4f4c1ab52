import { checkInteger, checkRate, checkVector, violation } from '../check';
import { Matrix } from '../numpy/matrix';

/** The probability to drop: one for all units, or one per unit. */
export type Rate = number | ArrayLike<number>;

/** The largest number of units whose masks are enumerated (17 million masks). */
export const MOST_UNITS: number = 24;
const MOST_UNITS_STORED = 16;

/**
 * Visits all 2^n masks of n units, each with its probability, without storing them.
 *
 * P(mask) = Π_i p^mask_i (1 − p)^(1 − mask_i),  p = 1 − rate, units independent
 *
 * The masks come in counting order with unit 0 fastest: mask number k keeps unit i if bit i of k is set, so
 * the first mask drops every unit and the last keeps all. `mask` (1 = kept, 0 = dropped) is one array that is
 * overwritten between visits: copy it to keep it.
 *
 * @param n number of units, 0 to 24
 * @param rate probability to drop, for all units or one per unit
 * @param visit called as visit(mask, probability, k)
 * @throws RangeError or TypeError when n or a rate is not a number or out of range
 * @example
 * let kept = 0;
 * forEachMask(4, 0.5, (mask, probability) => { kept += probability * mask[0]; });
 * kept; // 0.5
 * @see Srivastava et al., JMLR 15 (2014), section 1: a net with n units is a collection of 2^n thinned networks
 */
export function forEachMask(
  n: number,
  rate: Rate,
  visit: (mask: Uint8Array, probability: number, k: number) => void,
): void {
  const rates = checkMasks('forEachMask', n, rate);
  if (typeof visit !== 'function') {
    throw new TypeError(violation({ fn: 'forEachMask', name: 'visit' }, 'be a function', visit));
  }
  const mask = new Uint8Array(n);
  let k = 0;
  const choose = (unit: number, probability: number): void => {
    if (unit < 0) return visit(mask, probability, k++);
    mask[unit] = 0;
    choose(unit - 1, probability * rates[unit]);
    mask[unit] = 1;
    choose(unit - 1, probability * (1 - rates[unit]));
  };
  choose(n - 1, 1);
}

/**
 * The probabilities of all 2^n masks, in the order of `forEachMask`; they add up to 1.
 *
 * Built by doubling: with unit i come as many masks again, the first half without it and the second with it.
 *
 * @throws as `forEachMask`
 * @example
 * maskProbabilities(2, 0.2); // 0.04, 0.16, 0.16, 0.64
 */
export function maskProbabilities(n: number, rate: Rate): Float64Array {
  const rates = checkMasks('maskProbabilities', n, rate);
  const probabilities = new Float64Array(2 ** n);
  probabilities[0] = 1;
  for (let i = 0, half = 1; i < n; i++, half *= 2) {
    for (let k = 0; k < half; k++) {
      probabilities[half + k] = probabilities[k] * (1 - rates[i]);
      probabilities[k] *= rates[i];
    }
  }
  return probabilities;
}

/**
 * All masks of n units as the rows of a matrix, shape (2^n, n), in the order of `forEachMask`.
 *
 * @param n number of units, 0 to 16
 * @throws RangeError or TypeError when n is not a number or out of range
 * @example
 * allMasks(2).toArray(); // [[0, 0], [1, 0], [0, 1], [1, 1]]
 */
export function allMasks(n: number): Matrix {
  checkInteger({ fn: 'allMasks', name: 'n', meaning: 'number of units' }, n, 0, MOST_UNITS_STORED);
  const masks = new Matrix(2 ** n, n, new Float64Array(2 ** n * n));
  return masks.map((_, k, unit) => (k >> unit) & 1);
}

function checkMasks(fn: string, n: unknown, rate: unknown): ArrayLike<number> {
  checkInteger({ fn, name: 'n', meaning: 'number of units' }, n, 0, MOST_UNITS);
  if (typeof rate === 'object' && rate !== null) {
    checkVector({ fn, name: 'rate', meaning: 'one per unit' }, rate, n);
    for (let i = 0; i < n; i++) checkRate(fn, rate[i]);
    return rate;
  }
  checkRate(fn, rate);
  return new Float64Array(n).fill(rate);
}
