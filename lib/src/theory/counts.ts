import { power } from '../elementary/index';
import { checkInteger, checkRate } from '../check';

/**
 * The probability that one unit is dropped for every sample of a batch, and so receives no gradient in that step.
 *
 * rate^B, because each sample draws its own mask (Keras, PyTorch)
 *
 * @param rate probability to drop
 * @param batchSize B, number of samples, at least 1
 * @example
 * idleProbability(0.5, 4);   // 0.0625
 * idleProbability(0.5, 100); // 7.9e-31
 */
export function idleProbability(rate: number, batchSize: number): number {
  checkRate('idleProbability', rate);
  checkInteger({ fn: 'idleProbability', name: 'batchSize', meaning: 'samples per step' }, batchSize, 1);
  return power(rate, batchSize);
}

/**
 * The distribution of the number of dropped units: element k is the probability that exactly k of n are dropped.
 *
 * P(k) = C(n, k) rate^k (1 − rate)^(n − k), mean n · rate, variance n · rate (1 − rate)
 *
 * @param n number of units, 0 to 10000
 * @param rate probability to drop
 * @returns n + 1 probabilities that add up to 1
 * @example
 * droppedUnitsDistribution(4, 0.5); // 0.0625, 0.25, 0.375, 0.25, 0.0625
 */
export function droppedUnitsDistribution(n: number, rate: number): Float64Array {
  const fn = 'droppedUnitsDistribution';
  checkInteger({ fn, name: 'n', meaning: 'number of units' }, n, 0, 10_000);
  checkRate(fn, rate);
  // Unit by unit (Pascal's triangle with weights): every term is a sum of positive products, so nothing cancels or overflows.
  const distribution = new Float64Array(n + 1);
  distribution[0] = 1;
  for (let units = 1; units <= n; units++) {
    for (let k = units; k > 0; k--) {
      distribution[k] = distribution[k] * (1 - rate) + distribution[k - 1] * rate;
    }
    distribution[0] *= 1 - rate;
  }
  return distribution;
}
