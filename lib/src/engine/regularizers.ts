import { type Argument, checkNumber, violation } from '../check';

/** A penalty on a kernel, as `l2` returns it. */
export interface Regularizer {
  readonly l2: number;
}

/**
 * Weight decay as a penalty: adds factor · Σ w² to the loss, hence 2 · factor · w to the gradient (Keras's convention,
 * without the ½ of some texts).
 *
 * @throws RangeError when `factor` is negative or not finite.
 * @example
 * dense({ units: 64, activation: 'relu', kernelRegularizer: l2(1e-3) });
 */
export function l2(factor: number): Regularizer {
  checkNumber({ fn: 'l2', name: 'factor', meaning: 'weight of the penalty' }, factor, { min: 0 });
  return Object.freeze({ l2: factor });
}

/** A penalty as `l2` returns it. */
export function checkedRegularizer(value: Regularizer, argument: Argument): Regularizer {
  if (typeof value !== 'object' || value === null || !('l2' in value)) {
    throw new TypeError(violation(argument, 'come from l2(factor)', value));
  }
  return l2(value.l2);
}
