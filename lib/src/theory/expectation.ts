import { checkVector, violation } from '../check';

/**
 * The mean of a quantity over masks, each weighted with its probability (the *arithmetic mean* of sub-networks
 * when the values are their outputs).
 *
 * E[v] = Σ_k P_k v_k
 *
 * Summed with compensation (Neumaier), so that a million masks lose no digits.
 *
 * @param values one value per mask
 * @param probabilities one probability per mask, as from `maskProbabilities`
 * @throws RangeError or TypeError when the lengths differ, a value is not a finite number, or the probabilities do not add up to 1
 * @example
 * expectation([0, 2, 4, 6, 6, 8, 10, 12], maskProbabilities(3, 1 / 3)); // 8
 */
export function expectation(values: ArrayLike<number>, probabilities: ArrayLike<number>): number {
  checkWeighted('expectation', values, probabilities);
  return compensatedSum(values.length, k => probabilities[k] * values[k]);
}

/**
 * The variance of a quantity over masks: Var[v] = Σ_k P_k (v_k − E[v])².
 *
 * @throws as `expectation`
 * @example
 * variance([0, 2, 4, 6, 6, 8, 10, 12], maskProbabilities(3, 1 / 3)); // 12.4444
 */
export function variance(values: ArrayLike<number>, probabilities: ArrayLike<number>): number {
  checkWeighted('variance', values, probabilities);
  const mean = compensatedSum(values.length, k => probabilities[k] * values[k]);
  return compensatedSum(values.length, k => {
    const distance = values[k] - mean;
    return probabilities[k] * distance * distance;
  });
}

/** Σ_k term(k) for k = 0 … count − 1, with Neumaier's compensation. */
export function compensatedSum(count: number, term: (k: number) => number): number {
  let sum = 0;
  let lost = 0;
  for (let k = 0; k < count; k++) {
    const value = term(k);
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** Throws unless `probabilities` are `count` numbers in [0, 1] that add up to 1 (to 9 digits). */
export function checkProbabilities(fn: string, probabilities: unknown, count: number): void {
  const argument = { fn, name: 'probabilities', meaning: 'one per mask' };
  checkVector(argument, probabilities, count);
  let total = 0;
  for (let k = 0; k < count; k++) {
    if (probabilities[k] < 0) throw new RangeError(violation(argument, 'be at least 0', probabilities[k]));
    total += probabilities[k];
  }
  if (Math.abs(total - 1) > 1e-9) throw new RangeError(violation(argument, 'add up to 1', total));
}

function checkWeighted(fn: string, values: ArrayLike<number>, probabilities: ArrayLike<number>): void {
  checkVector({ fn, name: 'values', meaning: 'one per mask' }, values);
  checkProbabilities(fn, probabilities, values.length);
}
