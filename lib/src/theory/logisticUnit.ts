import { checkUnit, type LinearUnit } from './unit';
import { sigmoid, softplus } from './functions';
import { dropoutPenalty, ensembleOutput, meanOverMasks } from './linearUnit';

/**
 * What dropout adds to the cross-entropy of a logistic unit ŷ = σ(z), z the linear unit's output.
 *
 * R(w) = E[A(z_D)] − A(z_E),  A(z) = ln(1 + e^z);  E[CE(y, σ(z_D))] = CE(y, σ(z_E)) + R(w)
 *
 * The label cancels, because CE is A(z) − y z and z_E = E[z_D]: the penalty needs no labels. With one input it is
 * bounded by rate · ln 2 (½ ln 2 at ½); with two it can fall while a weight grows, so it is no norm of w.
 *
 * @throws RangeError or TypeError when the unit is invalid, RangeError for more than 24 inputs
 * @example
 * const unit = { inputs: [1, 1], weights: [2, 1], rate: 0.5, scaling: 'inverted' } as const;
 * logisticPenalty(unit); // 0.1616; 0.2287 with weights [2, 0], 0.1778 with [2, 8]
 * @see Wager, Wang, Liang, NIPS 2013, equation 5; Helmbold and Long, JMLR 16 (2015)
 */
export function logisticPenalty(unit: LinearUnit): number {
  return meanOverMasks('logisticPenalty', unit, softplus) - softplus(ensembleOutput(unit));
}

/**
 * The quadratic approximation of `logisticPenalty`, good for small weights and far too small or large beyond.
 *
 * R_q(w) = ½ A″(z_E) Var[z_D] = ½ σ(z_E) (1 − σ(z_E)) c Σ_i (w_i x_i)²,
 * c = (1 − p) / p (inverted) or p (1 − p) (scale-down)
 *
 * @throws as `logisticPenalty`
 * @see Wager, Wang, Liang, NIPS 2013, equation 6
 */
export function logisticPenaltyApproximation(unit: LinearUnit): number {
  checkUnit('logisticPenaltyApproximation', unit);
  const mean = sigmoid(ensembleOutput(unit));
  return mean * (1 - mean) * dropoutPenalty(unit);
}
