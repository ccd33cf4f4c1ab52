import { checkFinite, violation } from '../check';
import { checkEnumerable, checkMask, checkTarget, checkUnit, type LinearUnit } from './unit';
import { compensatedSum } from './expectation';
import { halfSquaredError } from './functions';
import { maskProbabilities } from './masks';
import { penaltyCoefficient } from './scaling';

/**
 * y_D: the output under one mask.
 *
 * y_D = Σ_i δ_i w_i x_i (scale-down), divided by p (inverted)
 *
 * @param mask δ, 1 = kept, 0 = dropped, one per input
 * @throws RangeError or TypeError when lengths differ, a number is not finite, `mask` contains anything but 0 and 1, or rate is invalid
 * @example
 * dropoutOutput(lecture.linearUnit.unit, [0, 1, 1]); // 10
 * @see Baldi and Sadowski (2014), section 11.2
 */
export function dropoutOutput(unit: LinearUnit, mask: ArrayLike<number>): number {
  const { training } = checkUnit('dropoutOutput', unit);
  checkMask('dropoutOutput', mask, unit.inputs.length);
  return training * dot(unit, i => mask[i]);
}

/**
 * y_D under all 2^n masks, in the order of `forEachMask`.
 *
 * Built by doubling, one addition per mask: y_D of the masks that keep input i is y_D of those that drop it
 * (and agree in the inputs before i) plus w_i x_i.
 *
 * @throws as `dropoutOutput`; RangeError for more than 24 inputs
 * @example
 * dropoutOutputs(lecture.linearUnit.unit); // 0, 2, 4, 6, 6, 8, 10, 12
 */
export function dropoutOutputs(unit: LinearUnit): Float64Array {
  return outputs('dropoutOutputs', unit);
}

/**
 * y_E: the output of the ensemble, which is the weight-scaled unit and equals E[y_D].
 *
 * y_E = Σ_i p w_i x_i (scale-down), Σ_i w_i x_i (inverted)
 *
 * @throws as `dropoutOutput`
 * @example
 * ensembleOutput(lecture.linearUnit.unit); // 8
 */
export function ensembleOutput(unit: LinearUnit): number {
  return checkUnit('ensembleOutput', unit).prediction * dot(unit, () => 1);
}

/** L_D = ½ (y − y_D)²: the loss under one mask. Throws as `dropoutOutput`. */
export function dropoutLoss(unit: LinearUnit, target: number, mask: ArrayLike<number>): number {
  checkUnit('dropoutLoss', unit);
  checkTarget('dropoutLoss', target);
  checkMask('dropoutLoss', mask, unit.inputs.length);
  return halfSquaredError(target, dropoutOutput(unit, mask));
}

/**
 * E[L_D]: the loss averaged over all 2^n masks, each enumerated.
 *
 * Equal to `ensembleLoss` + `dropoutPenalty`; without the E the equation holds for no mask in general.
 *
 * @throws as `dropoutOutputs`
 * @example
 * expectedDropoutLoss(lecture.linearUnit.unit, 9); // 6.7222, of which L_E is 0.5
 * @see Baldi and Sadowski (2014), section 11.2
 */
export function expectedDropoutLoss(unit: LinearUnit, target: number): number {
  checkTarget('expectedDropoutLoss', target);
  return meanOverMasks('expectedDropoutLoss', unit, y => halfSquaredError(target, y));
}

/** L_E = ½ (y − y_E)²: the loss of the ensemble. Throws as `dropoutOutput`. */
export function ensembleLoss(unit: LinearUnit, target: number): number {
  checkUnit('ensembleLoss', unit);
  checkTarget('ensembleLoss', target);
  return halfSquaredError(target, ensembleOutput(unit));
}

/**
 * What dropout adds to the loss of the ensemble: ½ Var[y_D], a ridge penalty with a strength of its own per input.
 *
 * ½ c Σ_i (w_i x_i)²  with c = p (1 − p) (scale-down) or (1 − p) / p (inverted)
 *
 * @throws as `dropoutOutput`
 * @example
 * dropoutPenalty(lecture.linearUnit.unit); // 6.2222, that is ½ · 2/9 · 56
 * @see Baldi and Sadowski (2014), section 11.2; Wager, Wang, Liang, NIPS 2013
 */
export function dropoutPenalty(unit: LinearUnit): number {
  checkUnit('dropoutPenalty', unit);
  const squares = dot(unit, i => unit.weights[i] * unit.inputs[i]);
  return (penaltyCoefficient(unit.rate, unit.scaling) * squares) / 2;
}

/**
 * E[f(y_D)]: the mean of any function of the output over all 2^n masks, each enumerated.
 *
 * For a curved f it is not f(E[y_D]); for relu it is never below it (Jensen), which is why weight scaling is
 * only an approximation behind a nonlinearity.
 *
 * @throws as `dropoutOutputs`; TypeError when f is not a function
 * @example
 * const unit = { inputs: [1, 1], weights: [1, -1], rate: 0.5, scaling: 'inverted' } as const;
 * expectedActivation(unit, relu); // 0.5, though relu(ensembleOutput(unit)) is 0
 */
export function expectedActivation(unit: LinearUnit, f: (z: number) => number): number {
  if (typeof f !== 'function') {
    throw new TypeError(violation({ fn: 'expectedActivation', name: 'f' }, 'be a function', f));
  }
  return meanOverMasks('expectedActivation', unit, f);
}

/** E[f(y_D)] on behalf of `fn`. */
export function meanOverMasks(fn: string, unit: LinearUnit, f: (y: number) => number): number {
  const all = outputs(fn, unit);
  const probabilities = maskProbabilities(unit.inputs.length, unit.rate);
  const mean = compensatedSum(all.length, k => probabilities[k] * f(all[k]));
  checkFinite({ fn, name: 'f(y_D)', meaning: 'in the mean' }, mean);
  return mean;
}

function outputs(fn: string, unit: LinearUnit): Float64Array {
  const { training } = checkEnumerable(fn, unit);
  const n = unit.inputs.length;
  const all = new Float64Array(2 ** n);
  for (let i = 0, half = 1; i < n; i++, half *= 2) {
    const term = training * unit.weights[i] * unit.inputs[i];
    for (let k = 0; k < half; k++) all[half + k] = all[k] + term;
  }
  return all;
}

function dot(unit: LinearUnit, factor: (i: number) => number): number {
  let sum = 0;
  for (let i = 0; i < unit.inputs.length; i++) sum += factor(i) * unit.weights[i] * unit.inputs[i];
  return sum;
}
