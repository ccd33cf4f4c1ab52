/**
 * The options of a function as one table. From it follow the type of the options, the check of their names, the check of
 * every value, the defaults, the error texts, and what an editor shows when the mouse rests on an option: the comment above
 * its entry.
 *
 * ```ts
 * const table = {
 *   // (a doc comment stands here) Probability to drop a unit, in [0, 1].
 *   rate: { type: 'number', min: 0, max: 1, meaning: 'probability to drop a unit' },
 *   // Where the mean is kept: 'inverted' (default) while training, 'scale-down' while predicting.
 *   scaling: { choices: ['inverted', 'scale-down'], default: 'inverted' },
 *   // Seed of the layer's own masks; null (default) for those of the fit.
 *   seed: { type: 'seed', default: null },
 *   // A value that is converted: the type of `value` is what a caller may pass, the returned type what the function gets.
 *   kernel: { read: (value: MatrixLike, argument: Argument): Matrix => matrix(value, argument) },
 *   // The same by a function that has a name; `as typeof` writes out the type, which declarations must not infer.
 *   bias: { read: checkedBias as typeof checkedBias },
 *   // May be left out and is undefined then.
 *   name: { type: 'text', optional: true },
 * } as const;
 * export type DropoutOptions = Options<typeof table>; // { rate: number; scaling?: …; seed?: number | null; … }
 * export function dropout(options: DropoutOptions): DropoutLayer {
 *   const { rate, scaling, seed, kernel, name } = readOptions('dropout', table, options);
 * ```
 */

import {
  type Argument,
  checkBoolean,
  checkChoice,
  checkFunction,
  checkInteger,
  checkNumber,
  checkOptions,
  checkSeed,
  checkString,
  checkText,
  checkVector,
} from './check';

/** The simple types of an option. */
interface Types {
  /** A finite number, in the range that min, max (included), above and below (excluded) give. */
  number: number;
  /** An integer, in the range that min and max give. */
  integer: number;
  /** An integer in [0, 2^32 − 1]. */
  seed: number;
  boolean: boolean;
  /** A string, which may be empty. */
  string: string;
  /** A string of at least one character. */
  text: string;
  /** An array of finite numbers. */
  vector: ArrayLike<number>;
  function: (...values: never) => unknown;
}

/** One entry of a table. Without a default and without `optional` the option is required. A default of null allows null. */
export type OptionEntry = {
  /** What the option means, for error texts. */
  readonly meaning?: string;
  readonly default?: unknown;
  readonly optional?: true;
} & (
  | {
      readonly type: keyof Types;
      readonly min?: number;
      readonly max?: number;
      readonly above?: number;
      readonly below?: number;
    }
  | { readonly choices: readonly string[] }
  | { readonly read: (value: never, argument: Argument) => unknown }
);

export type OptionsTable = Readonly<Record<string, OptionEntry>>;

type Nullable<Entry, Value> = Entry extends { readonly default: null } ? Value | null : Value;

type Simple<Entry> = Entry extends { readonly choices: readonly (infer Name)[] }
  ? Name
  : Entry extends { readonly type: keyof Types }
    ? Types[Entry['type']]
    : never;

type Given<Entry> = Nullable<
  Entry,
  Entry extends { readonly read: (value: infer Value, ...rest: never) => unknown } ? Value : Simple<Entry>
>;

type Read<Entry> = Nullable<
  Entry,
  | (Entry extends { readonly optional: true } ? undefined : never)
  | (Entry extends { readonly read: (...all: never) => infer Value } ? Value : Simple<Entry>)
>;

type Omissible<Table> = {
  [Name in keyof Table]: Table[Name] extends { readonly default: unknown } | { readonly optional: true }
    ? Name
    : never;
}[keyof Table];

/** What a caller passes. (`keyof Pick`: so each option keeps the doc comment of its entry.) */
export type Options<Table extends OptionsTable> = {
  readonly [Name in keyof Pick<Table, Exclude<keyof Table, Omissible<Table>>>]: Given<Table[Name]>;
} & {
  readonly [Name in keyof Pick<Table, Omissible<Table>>]?: Given<Table[Name]> | undefined;
};

/** What the function gets: every option, checked, with its default where it was left out. */
export type Settings<Table extends OptionsTable> = {
  readonly [Name in keyof Table]: Read<Table[Name]>;
};

/**
 * Checks the names and the values of `options` and fills in the defaults.
 *
 * @throws TypeError or RangeError that names the function, the option, what it must be and what it is.
 */
export function readOptions<Table extends OptionsTable>(
  fn: string,
  table: Table,
  options: unknown,
): Settings<Table> {
  checkOptions(fn, options, Object.keys(table));
  const given = options as Readonly<Record<string, unknown>>;
  const settings = Object.entries(table).map(([name, entry]) => [
    name,
    readOption(fn, name, entry, given[name]),
  ]);
  return Object.fromEntries(settings) as Settings<Table>;
}

function readOption(fn: string, name: string, entry: OptionEntry, given: unknown): unknown {
  const value = given === undefined ? entry.default : given;
  if (value === undefined && entry.optional) return undefined;
  if (value === null && entry.default === null) return null;
  const argument = { fn, name, meaning: entry.meaning };
  if ('read' in entry) return entry.read(value as never, argument);
  if ('choices' in entry) checkChoice(argument, value, entry.choices);
  else if (entry.type === 'number') checkNumber(argument, value, entry);
  else if (entry.type === 'integer')
    checkInteger(argument, value, entry.min ?? Number.MIN_SAFE_INTEGER, entry.max);
  else if (entry.type === 'seed') checkSeed(argument, value);
  else if (entry.type === 'boolean') checkBoolean(argument, value);
  else if (entry.type === 'string') checkString(argument, value);
  else if (entry.type === 'text') checkText(argument, value);
  else if (entry.type === 'vector') checkVector(argument, value);
  else checkFunction(argument, value);
  return value;
}
