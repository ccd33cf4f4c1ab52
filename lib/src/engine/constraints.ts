import { type Argument, checkNumber, violation } from '../check';

/** A bound on a kernel, as `maxNorm` returns it. */
export interface Constraint {
  readonly maxNorm: number;
}

/**
 * Keeps the norm of every unit's incoming weights (the columns of its kernel) within `limit`: after each step a
 * column with ‖w‖ > limit is scaled to w · limit / ‖w‖.
 *
 * @throws RangeError when `limit` is not positive and finite.
 * @example
 * dense({ units: 64, activation: 'relu', kernelConstraint: maxNorm(3) });
 * @see Srivastava et al., JMLR 15 (2014), section 5.1
 */
export function maxNorm(limit: number): Constraint {
  checkNumber({ fn: 'maxNorm', name: 'limit', meaning: "norm of a unit's incoming weights" }, limit, {
    above: 0,
  });
  return Object.freeze({ maxNorm: limit });
}

/** A bound as `maxNorm` returns it. */
export function checkedConstraint(value: Constraint, argument: Argument): Constraint {
  if (typeof value !== 'object' || value === null || !('maxNorm' in value)) {
    throw new TypeError(violation(argument, 'come from maxNorm(limit)', value));
  }
  return maxNorm(value.maxNorm);
}
