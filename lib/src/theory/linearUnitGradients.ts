import { checkEnumerable, checkMask, checkTarget, checkUnit, type LinearUnit } from './unit';
import { compensatedSum } from './expectation';
import { dropoutOutput, dropoutOutputs, ensembleOutput } from './linearUnit';
import { maskProbabilities } from './masks';
import { penaltyCoefficient } from './scaling';

/**
 * ∂L_D / ∂w under one mask: 0 for every dropped input.
 *
 * ∂L_D / ∂w_i = −(y − y_D) δ_i x_i (scale-down), divided by p (inverted)
 *
 * @param target y
 * @param mask δ, 1 = kept, 0 = dropped, one per input
 * @returns one number per weight
 * @throws RangeError or TypeError when lengths differ, a number is not finite, `mask` contains anything but 0 and 1, or rate is invalid
 * @example
 * dropoutGradient(lecture.linearUnit.unit, 9, [0, 1, 1]); // [0, 2, 3]
 * @see Baldi and Sadowski (2014), section 11.2
 */
export function dropoutGradient(unit: LinearUnit, target: number, mask: ArrayLike<number>): number[] {
  const { training } = checkUnit('dropoutGradient', unit);
  checkTarget('dropoutGradient', target);
  checkMask('dropoutGradient', mask, unit.inputs.length);
  const error = dropoutOutput(unit, mask) - target;
  return Array.from(unit.inputs, (x, i) => error * training * mask[i] * x);
}

/**
 * E[∂L_D / ∂w] over all 2^n masks, each enumerated; equal to `ensembleGradient` + `penaltyGradient`.
 *
 * @throws as `dropoutGradient`; RangeError for more than 24 inputs
 * @see Baldi and Sadowski (2014), section 11.2
 */
export function expectedDropoutGradient(unit: LinearUnit, target: number): number[] {
  const { training } = checkEnumerable('expectedDropoutGradient', unit);
  checkTarget('expectedDropoutGradient', target);
  const outputs = dropoutOutputs(unit);
  const probabilities = maskProbabilities(unit.inputs.length, unit.rate);
  return Array.from(unit.inputs, (x, i) =>
    compensatedSum(outputs.length, k => {
      const kept = (k >> i) & 1;
      return probabilities[k] * (outputs[k] - target) * training * kept * x;
    }),
  );
}

/**
 * ∂L_E / ∂w: the gradient of the ensemble's loss.
 *
 * ∂L_E / ∂w_i = −(y − y_E) p x_i (scale-down), −(y − y_E) x_i (inverted)
 *
 * @throws as `dropoutGradient`
 */
export function ensembleGradient(unit: LinearUnit, target: number): number[] {
  const { prediction } = checkUnit('ensembleGradient', unit);
  checkTarget('ensembleGradient', target);
  const error = ensembleOutput(unit) - target;
  return Array.from(unit.inputs, x => error * prediction * x);
}

/**
 * The gradient of `dropoutPenalty`: c w_i x_i², c = p (1 − p) (scale-down) or (1 − p) / p (inverted).
 *
 * @throws as `dropoutGradient`
 */
export function penaltyGradient(unit: LinearUnit): number[] {
  checkUnit('penaltyGradient', unit);
  const coefficient = penaltyCoefficient(unit.rate, unit.scaling);
  return Array.from(unit.inputs, (x, i) => coefficient * unit.weights[i] * x * x);
}
