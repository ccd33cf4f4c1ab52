import { dropout, type DropoutOptions, Matrix, type Sequential, sequential } from '../../../lib/src/index.ts';

export const RATES: readonly number[] = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
export const ROWS = 300;
export const UNITS = 30;
export const N: number = ROWS * UNITS;
/** What dropout is shown in its tests: what comes out is the mask, scaled. */
export const ONES: Matrix = new Matrix(ROWS, UNITS, new Float64Array(N).fill(1));

/** A model of nothing but dropout. */
export function layer(options: DropoutOptions, seed: number = 1): Sequential {
  return sequential([dropout(options)], { inputDim: UNITS, seed });
}

export function mean(matrix: Matrix): number {
  return Array.from(matrix.data).reduce((sum, value) => sum + value, 0) / matrix.data.length;
}
