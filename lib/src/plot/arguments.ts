import {
  type Argument,
  checkChoice,
  checkEach,
  checkFinite,
  checkInteger,
  checkString,
  violation,
} from '../check';
import { count } from '../count';
import type { Interval } from '../stats/confidence';
import { Matrix, matrix, type MatrixLike } from '../numpy/matrix';

/** Numbers in a row: an array, a typed array, or a matrix of one row or column. */
export type PlotValues = ArrayLike<number> | Matrix;

/** The values as a plain array of finite numbers. */
export function values(argument: Argument, input: PlotValues): number[] {
  const numbers = input instanceof Matrix ? flat(argument, input) : input;
  if (!Array.isArray(numbers) && !ArrayBuffer.isView(numbers)) {
    throw new TypeError(violation(argument, 'be an array of numbers', input));
  }
  const result = Array.from(numbers as ArrayLike<number>);
  if (!result.length) throw new RangeError(violation(argument, 'not be empty', input));
  for (const value of result) checkFinite(argument, value);
  return result;
}

function flat(argument: Argument, input: Matrix): Matrix['data'] {
  if (input.rows !== 1 && input.cols !== 1) {
    throw new RangeError(violation(argument, 'have one row or one column', input));
  }
  return input.data;
}

/** As `values`, of a given length. */
export function valuesOfLength(argument: Argument, input: PlotValues, length: number, of: string): number[] {
  const result = values(argument, input);
  if (result.length !== length) {
    throw new RangeError(violation(argument, `hold ${count(length, 'number')}, one per ${of}`, result));
  }
  return result;
}

/** Class labels 0, 1, 2 …, one per row of X. */
export function labels(argument: Argument, input: PlotValues, rows: number): number[] {
  const result = valuesOfLength(argument, input, rows, 'row of X');
  for (const label of result) checkInteger(argument, label, 0, 99);
  return result;
}

/** A matrix with at least one row and exactly `cols` columns (any number when left out). */
export function matrixOf(argument: Argument, input: MatrixLike, cols?: number): Matrix {
  const result = matrix(input, argument);
  if (!result.rows || !result.cols) throw new RangeError(violation(argument, 'not be empty', input));
  if (cols !== undefined && result.cols !== cols) {
    throw new RangeError(violation(argument, `have ${count(cols, 'column')}`, input));
  }
  return result;
}

/** A list with at least one element. */
export function checkList<T>(argument: Argument, input: readonly T[]): void {
  if (!Array.isArray(input)) throw new TypeError(violation(argument, 'be an array', input));
  if (!input.length) throw new RangeError(violation(argument, 'not be empty', input));
}

/** An entry of a table of options: names, for example of classes. */
export const nameList = {
  read: (list: readonly string[], argument: Argument): readonly string[] => {
    checkEach(argument, list, undefined, checkString);
    return list;
  },
  optional: true,
} as const;

/** A value with a name, to compare with. */
export interface NamedValue {
  readonly name: string;
  readonly value: number;
}

/** An entry of a table of options: a line to compare with. */
export const comparison = { read: namedValue as typeof namedValue, optional: true } as const;

/** The value with its name, or an error. */
export function namedValue(given: NamedValue, argument: Argument): NamedValue {
  checkNamedItem(argument, given);
  checkFinite({ ...argument, name: `${argument.name}.value` }, given.value);
  return given;
}

/** A value and the ends of its interval, if it has one. */
export interface Measured extends Partial<Interval> {
  readonly value: number;
}

/** The value, under its own name or as the `mean` of a statistic, with both ends or none. */
export function measured(
  argument: Argument,
  { value, mean, low, high }: Partial<Measured> & { readonly mean?: number },
): Measured {
  const checked = (name: string, number: unknown): number => {
    checkFinite({ ...argument, name: `${argument.name}.${name}` }, number);
    return number;
  };
  const key = value === undefined && mean !== undefined ? 'mean' : 'value';
  const found = checked(key, value ?? mean);
  if (low === undefined && high === undefined) return { value: found };
  const [bottom, top] = [checked('low', low), checked('high', high)];
  if (bottom <= found && found <= top) return { value: found, low: bottom, high: top };
  throw new RangeError(violation(argument, `have low ≤ ${key} ≤ high`, [bottom, found, top]));
}

/** Throws unless `items` is an array of at least one object, each with a `name` and perhaps an arm. */
export function checkNamed(argument: Argument, items: readonly object[]): void {
  checkList(argument, items);
  items.forEach((item, i) => checkNamedItem({ ...argument, name: `${argument.name}[${i}]` }, item));
}

/** Throws unless `item` is an object with a `name` and perhaps an arm. */
export function checkNamedItem(argument: Argument, item: unknown): void {
  if (typeof item !== 'object' || item === null) {
    throw new TypeError(violation(argument, 'be an object with a name', item));
  }
  const { name, arm } = item as { name?: unknown; arm?: unknown };
  checkString({ ...argument, name: `${argument.name}.name` }, name);
  if (arm !== undefined) checkChoice({ ...argument, name: `${argument.name}.arm` }, arm, ['with', 'without']);
}
