import { exp, log, log1p } from '../elementary/index';
import { checkVector, violation } from '../check';
import { checkProbabilities, compensatedSum } from './expectation';
import { areLogits, type PredictionOptions, sigmoid, softplus } from './functions';

/**
 * The normalized geometric mean of the sub-networks' predictions: G1 / (G1 + G0), of the geometric means of the
 * probabilities they give to class 1 and to class 0.
 *
 * G1 = Π_k o_k^P_k,  G0 = Π_k (1 − o_k)^P_k,  G1 + G0 ≤ 1 with equality only if all sub-networks agree
 *
 * For a sigmoid output whose input is linear in the mask it *is* the weight-scaled network:
 * NGM = σ(E[z]), because G1 / G0 = exp(E[ln(o / (1 − o))]) = exp(E[z]).
 *
 * Near 1 precision is lost in 1 − o: where outputs saturate, pass their logits instead.
 *
 * @param outputs predicted probability of class 1, one per mask, in [0, 1]; logits with `fromLogits`
 * @param probabilities probability of each mask
 * @param options `fromLogits: true` when `outputs` are z with o = σ(z); default false
 * @throws RangeError or TypeError when lengths differ, an output is outside [0, 1], the probabilities do not add up to 1, or
 *   both means are 0 (one sub-network certain of class 1 and another certain of class 0)
 * @example
 * normalizedGeometricMean([0.9, 0.4], [0.5, 0.5]); // 0.7101…, where the arithmetic mean is 0.65
 * @see Hinton et al., arXiv:1207.0580; Baldi and Sadowski, Artificial Intelligence 210 (2014), section 3
 */
export function normalizedGeometricMean(
  outputs: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  options: PredictionOptions = {},
): number {
  const { log1, log0 } = logMeans('normalizedGeometricMean', outputs, probabilities, options);
  return sigmoid(log1 - log0);
}

/**
 * What sampling masks adds to the cross-entropy of the normalized geometric mean, whatever the label is:
 *
 * E[CE_mask] = CE_NGM − ln(G1 + G0)
 *
 * It is never negative: the mean network is at least as good as its mean member (Hinton's guarantee).
 *
 * @throws as `normalizedGeometricMean`
 * @example
 * crossEntropyPenalty([0.9, 0.4], [0.5, 0.5]); // 0.1684…
 * @see Hinton et al., arXiv:1207.0580; Baldi and Sadowski (2014)
 */
export function crossEntropyPenalty(
  outputs: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  options: PredictionOptions = {},
): number {
  const { log1, log0 } = logMeans('crossEntropyPenalty', outputs, probabilities, options);
  return -Math.max(log1, log0) - log1p(exp(-Math.abs(log1 - log0)));
}

/** ln G1 and ln G0. */
function logMeans(
  fn: string,
  outputs: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  options: PredictionOptions,
): { log1: number; log0: number } {
  const fromLogits = areLogits(fn, options);
  const argument = { fn, name: 'outputs', meaning: 'predictions, one per mask' };
  checkVector(argument, outputs);
  checkProbabilities(fn, probabilities, outputs.length);
  const outside = fromLogits ? undefined : Array.from(outputs).find(o => o < 0 || o > 1);
  if (outside !== undefined)
    throw new RangeError(violation(argument, 'lie in [0, 1] (or be fromLogits)', outside));
  const logMean = (logOf: (output: number) => number): number => {
    const term = (k: number): number => (probabilities[k] === 0 ? 0 : probabilities[k] * logOf(outputs[k]));
    // Beside one −Infinity the compensation would be NaN.
    for (let k = 0; k < outputs.length; k++) if (term(k) === -Infinity) return -Infinity;
    return compensatedSum(outputs.length, term);
  };
  const log1 = logMean(fromLogits ? z => -softplus(-z) : log);
  const log0 = logMean(fromLogits ? z => -softplus(z) : o => log1p(-o));
  if (log1 === -Infinity && log0 === -Infinity) {
    throw new RangeError(violation(argument, 'not hold both 0 and 1 (both geometric means are 0)', outputs));
  }
  return { log1, log0 };
}
