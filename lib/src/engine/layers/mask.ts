import { checkMask, violation } from '../../check';
import { type Options, readOptions } from '../../options';
import type { LayerKind, Node, Site } from './layer';

const table = {
  /** Name of the layer, for `model.activations(X).name`; mask_1, mask_2, … by default. */
  name: { type: 'text', optional: true, meaning: 'of the layer' },
} as const;

/** A fixed mask's settings, as `mask` returns them. */
export interface MaskLayer {
  readonly kind: 'mask';
  readonly values: readonly number[];
  readonly name?: string;
}

/**
 * A fixed mask: multiplies every sample by the same zeros and ones, while training and while predicting.
 *
 * output = input ⊙ values, with one value per unit: 1 = kept, 0 = dropped. The lecture's `Multiply()([h1, mask])`: these
 * units are always dropped, so the weights into and out of them never move.
 *
 * @throws TypeError or RangeError unless `values` are zeros and ones.
 * @example
 * sequential([dense({ units: 4, activation: 'sigmoid' }), mask([1, 1, 0, 1]), dense({ units: 1 })], { inputDim: 2 });
 */
export function mask(values: ArrayLike<number>, options: Options<typeof table> = {}): MaskLayer {
  checkMask({ fn: 'mask', name: 'values', meaning: '1 = kept, 0 = dropped' }, values);
  const { name } = readOptions('mask', table, options);
  return Object.freeze({ kind: 'mask', values: Object.freeze(Array.from(values)), name });
}

export const maskKind: LayerKind<MaskLayer> = {
  title: 'Mask',
  build: ({ values, name }) => mask(values, { name }),
  outputDim({ values }, inputDim, name) {
    if (values.length === inputDim) return inputDim;
    const argument = { fn: 'mask', name: 'values', meaning: `of layer ${name}` };
    throw new RangeError(violation(argument, `hold ${inputDim} numbers, one per unit before it`, values));
  },
  bind: bindFixedMask,
};

function bindFixedMask(layer: MaskLayer, site: Site): Node {
  const { arena, input, capacity } = site;
  const output = arena.tensor(capacity, input.cols);
  const { cols, stride } = output;
  const values = arena.store(layer.values, 1, cols);
  const multiply = (from: number, to: number, rows: number): void => {
    for (let row = 0; row < rows * stride; row += stride) {
      arena.kernels.multiply(from + row, values, to + row, stride, 1);
    }
  };
  return {
    output,
    forward: ({ rows }) => multiply(input.value, output.value, rows),
    backward: ({ rows }) => multiply(output.grad, input.grad, rows),
  };
}
