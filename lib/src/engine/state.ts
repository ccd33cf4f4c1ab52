import { violation } from '../check';
import { Matrix } from '../numpy/matrix';
import { rowOrMatrix } from './batch';
import { readRows, writeRows } from './kernels/arena';
import type { Architecture, ParameterSlot } from './layers/layer';
import type { OptimizerState } from './optimizers/optimizer';

/** What a model holds: shared by the model itself and the functions that train and run it. */
export interface ModelState {
  readonly architecture: Architecture;
  readonly seed: number;
  /** All weights in one array, laid out as the architecture's slots, rows padded with zeros. */
  readonly weights: Float32Array;
  /** What each optimizer remembers about this model. */
  readonly optimizers: WeakMap<object, OptimizerState>;
  masks: Readonly<Record<string, Matrix>>;
  /** Training steps taken, and epochs of `fit` completed: they number the masks and the orders of the batches. */
  steps: number;
  epochs: number;
  /** Training passes run by `forward`, `activations` and `gradients` without a seed. */
  passes: number;
  /** True while a fit is under way. */
  fitting: boolean;
  /** True while `fit` has yielded to the event loop: weights set now would be lost at its next epoch. */
  paused: boolean;
}

/** A parameter's values, without the padding. */
export function readSlot(weights: Float32Array, { rows, cols, offset }: ParameterSlot): Matrix {
  return new Matrix(rows, cols, readRows(weights, offset, rows, cols));
}

/** Overwrites a parameter. */
export function writeSlot(weights: Float32Array, slot: ParameterSlot, values: ArrayLike<number>): void {
  writeRows(weights, slot.offset, values, slot.rows, slot.cols);
}

/** The weights as matrices, each of its slot's shape; a flat array becomes one row. */
export function checkWeights(fn: string, slots: readonly ParameterSlot[], weights: unknown): Matrix[] {
  const argument = { fn, name: 'weights', meaning: 'kernel, bias, kernel, …' };
  if (!Array.isArray(weights)) throw new TypeError(violation(argument, 'be a list', weights));
  if (weights.length !== slots.length) {
    throw new RangeError(violation(argument, `be a list of ${slots.length}, as from getWeights`, weights));
  }
  return slots.map(({ layer, name, rows, cols }, i) => {
    const at = { fn, name: `weights[${i}]`, meaning: `${name} of ${layer}` };
    const given = rowOrMatrix(at, weights[i]);
    if (given.rows === rows && given.cols === cols) return given;
    throw new RangeError(violation(at, `have shape (${rows}, ${cols})`, weights[i]));
  });
}
