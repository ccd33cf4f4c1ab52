import { ratios, type Spread, spread } from './statistics.ts';

/** Something for each arm of section 10, and for both together. */
export interface Arms<T = Spread> {
  readonly without: T;
  readonly with: T;
  readonly both: T;
}

/** Times without and with dropout, one per round. */
export type Times = readonly (readonly number[])[];

export function armsOf([without, dropped]: Times): Arms {
  return { without: spread(without), with: spread(dropped), both: spread(added(without, dropped)) };
}

export function ratiosOf(theirs: Times, ours: Times): Arms {
  return {
    without: ratios(theirs[0], ours[0]),
    with: ratios(theirs[1], ours[1]),
    both: ratios(added(theirs[0], theirs[1]), added(ours[0], ours[1])),
  };
}

/** Element by element. */
function added(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, i) => value + b[i]);
}

/** The same names with other values. */
export function mapped<K extends string, A, B>(
  record: Readonly<Record<K, A>>,
  f: (value: A) => B,
): Record<K, B> {
  return Object.fromEntries(Object.entries<A>(record).map(([key, value]) => [key, f(value)])) as Record<K, B>;
}
