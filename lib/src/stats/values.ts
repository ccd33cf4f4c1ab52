import { checkFinite, checkInteger, checkVector } from '../check';

/** Numbers to describe: a list or a typed array. */
export type Values = ArrayLike<number>;

/** A copy as a plain array, of at least `least` finite numbers (and of `length`, where that is given). */
export function valuesOf(
  fn: string,
  values: Values,
  least: number,
  name: string = 'values',
  length?: number,
): number[] {
  checkVector({ fn, name }, values, length);
  checkInteger({ fn, name: `${name}.length` }, values.length, least);
  return Array.from(values);
}

/** The result. Throws a RangeError if it overflows. */
export function resultOf(fn: string, result: number): number {
  checkFinite({ fn, name: 'result', meaning: 'in float64' }, result);
  return result;
}
