import { checkVector, violation } from '../check';
import { checkProbabilities, compensatedSum } from './expectation';

/** The unnormalised geometric means of the predicted probabilities of the two classes. */
export interface GeometricMeans {
  /** G1 = Π_k o_k^P_k */
  readonly g1: number;
  /** G0 = Π_k (1 − o_k)^P_k */
  readonly g0: number;
}

/**
 * The geometric means, over sub-networks, of the probabilities they give to class 1 and to class 0.
 *
 * G1 = Π_k o_k^P_k,  G0 = Π_k (1 − o_k)^P_k,  G1 + G0 ≤ 1 with equality only if all sub-networks agree
 *
 * @param outputs predicted probability of class 1, one per mask, in [0, 1]
 * @param probabilities probability of each mask
 * @throws RangeError or TypeError when lengths differ, an output is outside [0, 1], the probabilities are none, or both means are 0
 *   (one sub-network certain of class 1 and another certain of class 0)
 * @example
 * geometricMeans([0.9, 0.4], [0.5, 0.5]); // { g1: 0.6, g0: 0.2449… }
 * @see Baldi and Sadowski, The dropout learning algorithm, Artificial Intelligence 210 (2014), section 3
 */
export function geometricMeans(outputs: ArrayLike<number>, probabilities: ArrayLike<number>): GeometricMeans {
  return means('geometricMeans', outputs, probabilities);
}

/**
 * The normalised geometric mean of the sub-networks' predictions: G1 / (G1 + G0).
 *
 * For a sigmoid output whose input is linear in the mask it *is* the weight-scaled network:
 * NGM = σ(E[z]), because G1 / G0 = exp(E[ln(o / (1 − o))]) = exp(E[z]).
 *
 * @throws as `geometricMeans`
 * @example
 * normalisedGeometricMean([0.9, 0.4], [0.5, 0.5]); // 0.7101… (the arithmetic mean is 0.65)
 * @see Hinton et al., arXiv:1207.0580; Baldi and Sadowski (2014), section 3
 */
export function normalisedGeometricMean(
  outputs: ArrayLike<number>,
  probabilities: ArrayLike<number>,
): number {
  const { g1, g0 } = means('normalisedGeometricMean', outputs, probabilities);
  return g1 / (g1 + g0);
}

/**
 * What sampling masks adds to the cross-entropy of the normalised geometric mean, whatever the label is:
 *
 * E[CE_mask] = CE_NGM − ln(G1 + G0)
 *
 * It is never negative: the mean network is at least as good as its mean member (Hinton's guarantee).
 *
 * @throws as `geometricMeans`
 * @example
 * crossEntropyPenalty([0.9, 0.4], [0.5, 0.5]); // 0.1686…
 * @see Hinton et al., arXiv:1207.0580; Baldi and Sadowski (2014)
 */
export function crossEntropyPenalty(outputs: ArrayLike<number>, probabilities: ArrayLike<number>): number {
  const { g1, g0 } = means('crossEntropyPenalty', outputs, probabilities);
  return -Math.log(g1 + g0);
}

function means(fn: string, outputs: ArrayLike<number>, probabilities: ArrayLike<number>): GeometricMeans {
  const argument = { fn, name: 'outputs', meaning: 'predicted probabilities, one per mask' };
  checkVector(argument, outputs);
  checkProbabilities(fn, probabilities, outputs.length);
  for (let k = 0; k < outputs.length; k++) {
    if (outputs[k] < 0 || outputs[k] > 1) {
      throw new RangeError(violation(argument, 'lie in [0, 1]', outputs[k]));
    }
  }
  const logMean = (log: (o: number) => number): number =>
    compensatedSum(outputs.length, k => (probabilities[k] === 0 ? 0 : probabilities[k] * log(outputs[k])));
  const g1 = zeroOccurs(outputs, probabilities, 0) ? 0 : Math.exp(logMean(Math.log));
  const g0 = zeroOccurs(outputs, probabilities, 1) ? 0 : Math.exp(logMean(o => Math.log1p(-o)));
  if (g1 + g0 === 0) {
    throw new RangeError(violation(argument, 'not hold both 0 and 1 (both geometric means are 0)', outputs));
  }
  return { g1, g0 };
}

/** Whether `certain` (0 or 1) is predicted under a mask that can occur: its geometric mean is then 0. */
function zeroOccurs(outputs: ArrayLike<number>, probabilities: ArrayLike<number>, certain: number): boolean {
  for (let k = 0; k < outputs.length; k++) {
    if (outputs[k] === certain && probabilities[k] > 0) return true;
  }
  return false;
}
