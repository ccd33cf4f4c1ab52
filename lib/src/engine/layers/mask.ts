import { checkArray, checkOptions, violation } from '../../check';
import { checkName } from './checkName';
import { type Node, type Site, tensor } from './layer';

/** A fixed mask's settings, as `mask` returns them. */
export interface MaskLayer {
  readonly kind: 'mask';
  readonly values: readonly number[];
  readonly name?: string;
}

/**
 * A fixed mask: multiplies every sample by the same zeros and ones, while training and while predicting.
 *
 * output = input ⊙ values, with one value per unit: 1 = kept, 0 = dropped. The lecture's `Multiply()([h1, mask])`: the
 * units dropped are dropped for good, so the weights into and out of them never move.
 *
 * @throws TypeError or RangeError unless `values` are zeros and ones.
 * @example
 * sequential([dense({ units: 4, activation: 'sigmoid' }), mask([1, 1, 0, 1]), dense({ units: 1 })], { inputDim: 2 });
 */
export function mask(values: ArrayLike<number>, options: { name?: string } = {}): MaskLayer {
  const argument = { fn: 'mask', name: 'values', meaning: '1 = kept, 0 = dropped' };
  checkArray(argument, values);
  const copy = Array.from(values);
  const wrong = copy.find(value => value !== 0 && value !== 1);
  if (wrong !== undefined || copy.length === 0) {
    throw new RangeError(violation(argument, 'be zeros and ones, at least one of them', wrong ?? values));
  }
  checkOptions('mask', options, ['name']);
  checkName('mask', options.name);
  return Object.freeze({ kind: 'mask', values: Object.freeze(copy), name: options.name });
}

/** Puts a fixed mask in place. */
export function bindMask(layer: MaskLayer, site: Site): Node {
  const { arena, name, input, capacity } = site;
  const output = tensor(arena, capacity, input.cols);
  const { cols, stride } = output;
  const values = arena.store(layer.values, 1, cols);
  const { kernels } = arena;
  const multiply = (from: number, to: number, rows: number): void => {
    for (let row = 0; row < rows * stride; row += stride) {
      kernels.multiply(from + row, values, to + row, stride, 1);
    }
  };
  return {
    name,
    output,
    forward: ({ rows }) => multiply(input.value, output.value, rows),
    backward: ({ rows }) => multiply(output.grad, input.grad, rows),
  };
}
