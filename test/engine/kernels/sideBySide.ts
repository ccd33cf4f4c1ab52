import { expect } from 'vitest';
import type { Arena } from '../../../lib/src/engine/kernels/arena.ts';
import type { Kernels } from '../../../lib/src/engine/kernels/kernels.ts';
import { wasmArena } from '../../../lib/src/engine/kernels/wasm.ts';
import { randomState } from '../../../lib/src/index.ts';
import { plainArena } from './plain.ts';

/** The sizes at which every kernel is held against its plain version: around the vector width, and round ones. */
export const SIZES: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 17, 64, 100];

/** rows × cols numbers, as a kernel finds them in its heap. */
export interface Region {
  readonly rows: number;
  readonly cols: number;
  readonly data: ArrayLike<number>;
}

const SEED = Number(process.env.FUZZ_SEED ?? 0);
let [random, drawnFor] = [randomState(SEED), ''];

/** Standard normals; every file of tests draws the same, whichever files ran before it. `npm run fuzz` draws others. */
export function normals(rows: number, cols: number, scale = 1): Region {
  const { testPath = '' } = expect.getState();
  if (testPath !== drawnFor) random = randomState(SEED);
  drawnFor = testPath;
  return { rows, cols, data: random.normal(0, scale, rows * cols) };
}

export function filled(rows: number, cols: number, value = 0): Region {
  return { rows, cols, data: new Float64Array(rows * cols).fill(value) };
}

type Offsets<T> = { readonly [name in keyof T]: number };

/** What a kernel returned and left in each region. */
export interface Outcome<T> {
  readonly returned: number | void;
  readonly regions: { readonly [name in keyof T]: Float32Array };
}

/** Runs one call on both implementations, each with the same regions in its heap. */
export function sideBySide<T extends Record<string, Region>>(
  regions: T,
  call: (kernels: Kernels, at: Offsets<T>) => number | void,
): { simd: Outcome<T>; plain: Outcome<T> } {
  return {
    simd: run(wasmArena(), regions, call),
    plain: run(plainArena(new Float32Array(2 ** 18)), regions, call),
  };
}

/** Every region has the same bits in both; much faster than `toEqual`, number by number. */
export function expectSameBits<T>(simd: Outcome<T>, plain: Outcome<T>): void {
  for (const name of Object.keys(plain.regions) as (keyof T)[]) {
    const [ours, theirs] = [simd, plain].map(({ regions }) => Buffer.from(regions[name].slice().buffer));
    if (!ours.equals(theirs)) expect(simd.regions[name], String(name)).toEqual(plain.regions[name]);
    expect(ours.equals(theirs), String(name)).toBe(true);
  }
}

function run<T extends Record<string, Region>>(
  arena: Arena,
  regions: T,
  call: (kernels: Kernels, at: Offsets<T>) => number | void,
): Outcome<T> {
  const entries = Object.entries(regions);
  const at = Object.fromEntries(
    entries.map(([name, { data, rows, cols }]) => [name, arena.store(data, rows, cols)]),
  ) as Offsets<T>;
  const returned = call(arena.kernels, at);
  const left = entries.map(([name, { rows, cols }]) => [name, arena.read(at[name], rows, cols)]);
  return { returned, regions: Object.fromEntries(left) as Outcome<T>['regions'] };
}

/** The largest |x − y| / max(1, |y|). */
export function distance(x: ArrayLike<number>, y: ArrayLike<number>): number {
  return Array.from(x, (value, i) => Math.abs(value - y[i]) / Math.max(1, Math.abs(y[i]))).reduce(
    (a, b) => Math.max(a, b),
    0,
  );
}

/**
 * How many roundings of float32 lie between x and y at most: |x − y| over 2⁻²⁴ · size, `sizes` those of the terms that were
 * added up to each y. A sum of n terms in any order is within n − 1 of the exact one (Higham, Accuracy and Stability, 4.2).
 */
export function roundings(x: ArrayLike<number>, y: ArrayLike<number>, sizes: (i: number) => number): number {
  return Array.from(x, (value, i) =>
    value === y[i] ? 0 : Math.abs(value - y[i]) / (2 ** -24 * sizes(i)),
  ).reduce((a, b) => Math.max(a, b), 0);
}

export { padded } from '../../../lib/src/engine/kernels/arena.ts';
