import { checkModelJson, type ModelJson, parseWeights } from './json';
import type { Sequential } from './model';
import { sequential } from './sequential';
import { checkWeights } from './state';

/**
 * The model that `model.toJSON()` (or `JSON.stringify(model)`) wrote, with the same weights to the bit. What an optimiser
 * remembered about it is not part of the file.
 *
 * @throws TypeError or RangeError when the data are no model or do not fit together.
 * @example
 * const copy = sequentialFromJSON(JSON.parse(JSON.stringify(model)));
 */
export function sequentialFromJSON(json: ModelJson): Sequential {
  checkModelJson(json);
  const model = sequential(json.layers, { inputDim: json.inputDim, seed: json.seed });
  const { slots } = model.state.architecture;
  const weights = checkWeights('sequentialFromJSON', slots, Array.from(json.weights, parseWeights));
  model.setWeights(weights);
  return model;
}
