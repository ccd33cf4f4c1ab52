import { checkFinite, checkInteger, checkMask as checkZerosAndOnes, checkVector, violation } from '../check';
import { MOST_UNITS } from './masks';
import { checkScaling, type MeanScaling, type ScalingFactors } from './scaling';

/**
 * One linear unit with dropout on its inputs, for one sample: plain data.
 *
 * @example
 * const unit: LinearUnit = { inputs: [1, 2, 3], weights: [2, 2, 2], rate: 1 / 3, scaling: 'scale-down' };
 */
export interface LinearUnit {
  readonly inputs: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
  /** Probability to drop an input. */
  readonly rate: number;
  readonly scaling: MeanScaling;
}

/** Checks a unit on behalf of `fn` and returns the factors of its scaling. */
export function checkUnit(fn: string, unit: LinearUnit): ScalingFactors {
  if (typeof unit !== 'object' || unit === null) {
    throw new TypeError(violation({ fn, name: 'unit' }, 'be { inputs, weights, rate, scaling }', unit));
  }
  checkVector({ fn, name: 'inputs' }, unit.inputs);
  checkVector({ fn, name: 'weights', meaning: 'one per input' }, unit.weights, unit.inputs.length);
  return checkScaling(fn, unit.rate, unit.scaling);
}

/** As `checkUnit`, for a unit whose masks are all enumerated. */
export function checkEnumerable(fn: string, unit: LinearUnit): ScalingFactors {
  const factors = checkUnit(fn, unit);
  checkInteger({ fn, name: 'inputs.length' }, unit.inputs.length, 0, MOST_UNITS);
  return factors;
}

/** Throws unless `mask` holds a 0 or a 1 for each of n units. */
export function checkMask(fn: string, mask: unknown, n: number): asserts mask is ArrayLike<number> {
  const argument = { fn, name: 'mask', meaning: '1 = kept, 0 = dropped' };
  checkVector(argument, mask, n);
  if (n > 0) checkZerosAndOnes(argument, mask);
}

/** Throws unless `target` is a finite number. */
export function checkTarget(fn: string, target: unknown): asserts target is number {
  checkFinite({ fn, name: 'target' }, target);
}
