/**
 * The one grammar of the library's errors:
 * `dropout: rate (fraction of units to drop) must be in [0, 1]. Got 1.5.`
 */

import { describe } from './describe';

/** Names an argument in an error message: the function, the argument and what it means to the caller. */
export interface Argument {
  readonly fn: string;
  readonly name: string;
  readonly meaning?: string;
  /** Where the argument is an array, which of its elements. */
  readonly index?: number;
}

/** `dropout: rate (fraction of units to drop) must be in [0, 1]. Got 1.5.` */
export function violation(argument: Argument, expectation: string, value: unknown): string {
  const meaning = argument.meaning ? ` (${argument.meaning})` : '';
  const index = argument.index === undefined ? '' : `[${argument.index}]`;
  return `${argument.fn}: ${argument.name}${index}${meaning} must ${expectation}. Got ${describe(value)}.`;
}

/** Throws a TypeError unless `value` is a number (NaN and infinities are numbers of the wrong value: RangeError). */
export function checkFinite(argument: Argument, value: unknown): asserts value is number {
  if (typeof value !== 'number') throw new TypeError(violation(argument, 'be a number', value));
  if (!Number.isFinite(value)) throw new RangeError(violation(argument, 'be finite', value));
}

/** The ends of an interval: `min` and `max` belong to it, `above` and `below` do not. */
export interface Range {
  readonly min?: number;
  readonly max?: number;
  readonly above?: number;
  readonly below?: number;
}

/** Throws unless `value` is a finite number within `range`. */
export function checkNumber(argument: Argument, value: unknown, range: Range): asserts value is number {
  checkFinite(argument, value);
  const { min = -Infinity, max = Infinity, above = -Infinity, below = Infinity } = range;
  if (value >= min && value <= max && value > above && value < below) return;
  throw new RangeError(violation(argument, rangeText(range), value));
}

/** be in [0, 1), be at least 0, be greater than 0, … */
function rangeText({ min, max, above, below }: Range): string {
  const [low, high] = [min ?? above, max ?? below];
  if (low !== undefined && high !== undefined) {
    return `be in ${min === undefined ? '(' : '['}${low}, ${high}${max === undefined ? ')' : ']'}`;
  }
  if (low !== undefined) return min === undefined ? `be greater than ${low}` : `be at least ${low}`;
  return max === undefined ? `be less than ${high}` : `be at most ${high}`;
}

/** Throws unless `rate`, the probability to drop a unit, is in [0, 1]. */
export function checkRate(fn: string, rate: unknown): asserts rate is number {
  checkNumber({ fn, name: 'rate', meaning: 'probability to drop a unit' }, rate, { min: 0, max: 1 });
}

/** Throws unless `value` is an integer of at least `low` (and at most `high`). */
export function checkInteger(
  argument: Argument,
  value: unknown,
  low: number,
  high: number = Number.MAX_SAFE_INTEGER,
): asserts value is number {
  checkFinite(argument, value);
  if (!Number.isInteger(value)) throw new RangeError(violation(argument, 'be an integer', value));
  const unbounded = high === Number.MAX_SAFE_INTEGER;
  checkNumber(argument, value, { min: low, max: unbounded ? undefined : high });
  if (value > high) throw new RangeError(violation(argument, 'be less than 2^53', value));
}

/** Throws unless `value` is a seed: an integer in [0, 2^32 − 1], as NumPy takes them. */
export function checkSeed(argument: Argument, value: unknown): asserts value is number {
  checkInteger(argument, value, 0, 2 ** 32 - 1);
}

/** Throws unless `value` is one of the names in `choices`; the message lists them. */
export function checkChoice<T extends string>(
  argument: Argument,
  value: unknown,
  choices: readonly T[],
): asserts value is T {
  if (choices.includes(value as T)) return;
  const expectation = `be one of ${choices.map(choice => `'${choice}'`).join(', ')}`;
  if (typeof value !== 'string') throw new TypeError(violation(argument, expectation, value));
  throw new RangeError(violation(argument, expectation, value));
}

/** Throws a TypeError unless `value` is true or false. */
export function checkBoolean(argument: Argument, value: unknown): asserts value is boolean {
  if (typeof value !== 'boolean') throw new TypeError(violation(argument, 'be true or false', value));
}

/** Throws a TypeError unless `value` is a function. */
export function checkFunction(
  argument: Argument,
  value: unknown,
): asserts value is (...values: never) => unknown {
  if (typeof value !== 'function') throw new TypeError(violation(argument, 'be a function', value));
}

/** Throws unless `value` is an object all of whose keys are in `names`: a misspelt option is never ignored. */
export function checkOptions(fn: string, value: unknown, names: readonly string[]): asserts value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError(violation({ fn, name: 'options' }, `be an object, as in { ${names[0]}: … }`, value));
  }
  for (const key of Object.keys(value)) checkChoice({ fn, name: 'option' }, key, names);
}

/** Throws a TypeError unless `value` is a string; it may be empty. */
export function checkString(argument: Argument, value: unknown): asserts value is string {
  if (typeof value !== 'string') throw new TypeError(violation(argument, 'be a string', value));
}

/** Throws unless `value` is a string of at least one character. */
export function checkText(argument: Argument, value: unknown): asserts value is string {
  checkString(argument, value);
  if (!value) throw new RangeError(violation(argument, 'not be empty', value));
}

/** Throws unless `value` is an array or a typed array. */
export function checkArray(argument: Argument, value: unknown): asserts value is ArrayLike<unknown> {
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value)) return;
  throw new TypeError(violation(argument, 'be an array', value));
}

/** Throws unless `values` has `length` elements. */
export function checkLength(argument: Argument, values: ArrayLike<unknown>, length: number): void {
  if (values.length !== length) throw new RangeError(violation(argument, `have length ${length}`, values));
}

/** Throws unless `value` is an array (of `length` elements, where that is given) whose every element passes `check`. */
export function checkEach(
  argument: Argument,
  value: unknown,
  length: number | undefined,
  check: (argument: Argument, element: unknown) => void,
): asserts value is ArrayLike<unknown> {
  checkArray(argument, value);
  if (length !== undefined) checkLength(argument, value, length);
  const where = { ...argument, index: 0 };
  for (; where.index < value.length; where.index++) check(where, value[where.index]);
}

/** Throws unless `value` is an array of finite numbers (of `length` of them, where that is given). */
export function checkVector(
  argument: Argument,
  value: unknown,
  length?: number,
): asserts value is ArrayLike<number> {
  checkEach(argument, value, length, checkFinite);
}

/** Throws unless `value` is a mask: an array of at least one element, all of them 0 or 1. */
export function checkMask(argument: Argument, value: unknown): asserts value is ArrayLike<number> {
  checkArray(argument, value);
  const wrong = Array.from(value).findIndex(element => element !== 0 && element !== 1);
  if (wrong < 0 && value.length > 0) return;
  throw new RangeError(violation(argument, 'contain only 0 and 1', wrong < 0 ? value : value[wrong]));
}

/** Throws unless `value` is an array of class labels 0, 1, … (of `length` of them, where that is given). */
export function checkLabels(
  argument: Argument,
  value: unknown,
  length?: number,
): asserts value is ArrayLike<number> {
  checkEach(argument, value, length, checkLabel);
}

function checkLabel(argument: Argument, value: unknown): void {
  checkInteger(argument, value, 0, 2 ** 31 - 1);
}
