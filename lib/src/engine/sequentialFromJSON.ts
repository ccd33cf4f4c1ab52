import { type Argument, checkArray, violation } from '../check';
import { type Matrix } from '../numpy/matrix';
import { readOptions } from '../options';
import { architecture } from './architecture';
import { type ModelJson, Sequential } from './model';
import { checkWeights, writeSlot } from './state';
import { parseWeights, type WeightsJson } from './weightsJson';

const fn = 'sequentialFromJSON';

const table = {
  format: { choices: ['dropout-lab/1'] },
  inputDim: { type: 'integer', min: 1, max: 1048576, meaning: 'columns of X' },
  seed: { type: 'seed' },
  layers: { read: (layers: ModelJson['layers']): ModelJson['layers'] => layers },
  weights: {
    read(weights: readonly WeightsJson[], argument: Argument): Matrix[] {
      checkArray(argument, weights);
      return Array.from(weights, parseWeights);
    },
  },
} as const;

/**
 * The model that `model.toJSON()` (or `JSON.stringify(model)`) wrote, with the same weights to the bit. What an optimizer
 * remembered about it is not part of the file.
 *
 * @throws TypeError or RangeError when the data are not a model or do not fit together.
 * @example
 * const copy = sequentialFromJSON(JSON.parse(JSON.stringify(model)));
 */
export function sequentialFromJSON(json: ModelJson): Sequential {
  if (typeof json === 'string') {
    const expectation = 'be an object: sequentialFromJSON(JSON.parse(text))';
    throw new TypeError(violation({ fn, name: 'json' }, expectation, json));
  }
  const { layers, inputDim, seed, weights } = readOptions(fn, table, json);
  const shape = architecture(layers, inputDim);
  const values = checkWeights(fn, shape.slots, weights);
  const all = new Float32Array(shape.size);
  shape.slots.forEach((slot, i) => writeSlot(all, slot, values[i].data));
  return new Sequential(shape, seed, all);
}
