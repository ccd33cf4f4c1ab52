import { checkOptions, checkSeed } from '../check';
import { randomState } from '../numpy/random';
import { architecture, type Layer, type PlacedLayer } from './architecture';
import { type Initializer, initialValues } from './initializers';
import { Sequential } from './model';
import { writeSlot } from './state';

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
export function sequential(
  layers: readonly Layer[],
  options: { inputDim: number; seed?: number },
): Sequential {
  checkOptions('sequential', options, ['inputDim', 'seed']);
  const { inputDim, seed = 0 } = options;
  checkSeed({ fn: 'sequential', name: 'seed' }, seed);
  const shape = architecture(layers, inputDim);
  const weights = new Float32Array(shape.size);
  const random = randomState(seed).spawn('weights');
  for (const slot of shape.slots) {
    const { layer } = shape.layers.find(({ name }) => name === slot.layer) as PlacedLayer;
    const option = slot.name === 'kernel' ? 'kernelInitializer' : 'biasInitializer';
    const initializer: Initializer = layer.kind === 'dense' ? layer[option] : 'zeros';
    const argument = { fn: 'sequential', name: option, meaning: `of layer ${slot.layer}` };
    writeSlot(weights, slot, initialValues(argument, initializer, slot, random));
  }
  return new Sequential(shape, seed, weights);
}
