import { randomState } from '../numpy/random';
import { type Options, readOptions } from '../options';
import { architecture } from './architecture';
import { initialValues } from './initializers';
import type { Layer } from './layers/kinds';
import { Sequential } from './model';
import { writeSlot } from './state';

const table = {
  /** Number of columns of X. */
  inputDim: { type: 'integer', min: 1, max: 1048576, meaning: 'columns of X' },
  /** Seed of the initial weights and, unless `fit` has another, of masks and batches; 0 by default. */
  seed: { type: 'seed', default: 0 },
} as const;

/** What `sequential` takes beside the layers. */
export type SequentialOptions = Options<typeof table>;

/**
 * A model that passes its input through the layers one after the other.
 *
 * Layers without a name get Keras-like ones: dense_1, dropout_1, dense_2, … The initial weights follow from `seed` alone.
 *
 * @throws TypeError or RangeError when a layer does not fit the one before, or an option is out of range.
 * @example
 * const model = sequential([dense({ units: 64, activation: 'relu' }), dropout({ rate: 0.5 }),
 *   dense({ units: 1, activation: 'sigmoid' })], { inputDim: 2, seed: 1 });
 */
export function sequential(layers: readonly Layer[], options: SequentialOptions): Sequential {
  const { inputDim, seed } = readOptions('sequential', table, options);
  const shape = architecture(layers, inputDim);
  const weights = new Float32Array(shape.size);
  const random = randomState(seed).spawn('weights');
  for (const slot of shape.slots) {
    const name = `${slot.name}Initializer`;
    const argument = { fn: 'sequential', name, meaning: `of layer ${slot.layer}` };
    writeSlot(weights, slot, initialValues(argument, slot, random));
  }
  return new Sequential(shape, seed, weights);
}
