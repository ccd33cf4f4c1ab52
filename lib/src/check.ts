/**
 * The one grammar of the library's errors:
 * `dropout: rate (fraction of units to drop) must be in [0, 1]. Got 1.5.`
 */

/** Names an argument in an error message: the function, the argument and what it means to the caller. */
export interface Argument {
  readonly fn: string;
  readonly name: string;
  readonly meaning?: string;
}

/** `dropout: rate (fraction of units to drop) must be in [0, 1]. Got 1.5.` */
export function violation(argument: Argument, expectation: string, value: unknown): string {
  const meaning = argument.meaning ? ` (${argument.meaning})` : '';
  return `${argument.fn}: ${argument.name}${meaning} must ${expectation}. Got ${describe(value)}.`;
}

/** A short text for any value: shapes as `(8, 2)`, long values cut, never a throw. */
export function describe(value: unknown): string {
  if (typeof value === 'string')
    return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}...` : value);
  if (Object.is(value, -0)) return '-0';
  if (typeof value === 'function') return `a function${value.name ? ` ${value.name}` : ''}`;
  if (typeof value !== 'object' || value === null) return String(value);
  if ('rows' in value && 'cols' in value) return `a matrix of shape (${value.rows}, ${value.cols})`;
  if (ArrayBuffer.isView(value) && 'length' in value)
    return `${value.constructor.name} of shape (${value.length},)`;
  if (Array.isArray(value)) return describeArray(value);
  return `an object with ${Object.keys(value).slice(0, 6).join(', ') || 'no keys'}`;
}

function describeArray(value: readonly unknown[]): string {
  const first: unknown = value[0];
  const inner = Array.isArray(first) ? `${first.length}` : '';
  const shape = `an array of shape (${value.length},${inner && ` ${inner}`})`;
  return !inner && value.length <= 4 ? `[${value.map(describe).join(', ')}]` : shape;
}

/** Throws a TypeError unless `value` is a number (NaN and infinities are numbers of the wrong value: RangeError). */
export function checkFinite(argument: Argument, value: unknown): asserts value is number {
  if (typeof value !== 'number') throw new TypeError(violation(argument, 'be a number', value));
  if (!Number.isFinite(value)) throw new RangeError(violation(argument, 'be finite', value));
}

/** Throws unless `value` is a finite number in [low, high], ends included. */
export function checkInterval(
  argument: Argument,
  value: unknown,
  low: number,
  high: number,
): asserts value is number {
  checkFinite(argument, value);
  if (value < low || value > high) {
    throw new RangeError(violation(argument, `be in [${low}, ${high}]`, value));
  }
}

/** Throws unless `rate`, the probability to drop a unit, is in [0, 1]. */
export function checkRate(fn: string, rate: unknown): asserts rate is number {
  checkInterval({ fn, name: 'rate', meaning: 'probability to drop a unit' }, rate, 0, 1);
}

/** Throws unless `value` is a finite number greater than 0. */
export function checkPositive(argument: Argument, value: unknown): asserts value is number {
  checkFinite(argument, value);
  if (value <= 0) throw new RangeError(violation(argument, 'be greater than 0', value));
}

/** Throws unless `value` is a finite number of at least 0. */
export function checkNonNegative(argument: Argument, value: unknown): asserts value is number {
  checkFinite(argument, value);
  if (value < 0) throw new RangeError(violation(argument, 'be at least 0', value));
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
  if (value < low || value > high) {
    const range = high === Number.MAX_SAFE_INTEGER ? `at least ${low}` : `in [${low}, ${high}]`;
    throw new RangeError(violation(argument, `be ${range}`, value));
  }
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

/** Throws unless `value` is a string of at least one character. */
export function checkText(argument: Argument, value: unknown): asserts value is string {
  if (typeof value !== 'string') throw new TypeError(violation(argument, 'be a string', value));
  if (!value) throw new RangeError(violation(argument, 'not be empty', value));
}

/** Throws unless `value` is an array or a typed array. */
export function checkArray(argument: Argument, value: unknown): asserts value is ArrayLike<unknown> {
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value)) return;
  throw new TypeError(violation(argument, 'be an array', value));
}

/** Throws unless `value` is an array of finite numbers (of `length` of them, where that is given). */
export function checkVector(
  argument: Argument,
  value: unknown,
  length?: number,
): asserts value is ArrayLike<number> {
  checkArray(argument, value);
  if (length !== undefined && value.length !== length) {
    throw new RangeError(violation(argument, `have length ${length}`, value));
  }
  for (let i = 0; i < value.length; i++) {
    if (!Number.isFinite(value[i])) checkFinite({ ...argument, name: `${argument.name}[${i}]` }, value[i]);
  }
}
