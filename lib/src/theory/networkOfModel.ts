import { violation } from '../check';
import type { Sequential } from '../engine/model';
import { Matrix } from '../numpy/matrix';
import { ACTIVATIONS, type DropoutNetwork, type NetworkActivation } from './dropoutNetwork';
import type { MeanScaling } from './scaling';

/** A model's network: its kernels as matrices, its biases as lists. */
export interface ModelNetwork extends DropoutNetwork {
  readonly kernels: readonly Matrix[];
  readonly biases: readonly Float64Array[];
}

/**
 * A model that `sequential` built as the plain data the theory works on, its weights in float64. Every function that
 * takes a `DropoutNetwork` takes the model itself; convert it to change a part of it.
 *
 * @throws RangeError when the model holds what cannot be enumerated: a layer other than dense, dropConnect and dropout, a softmax,
 * masks that samples share, Gaussian noise, two scalings, or a dropout layer that no dense layer follows.
 * @example
 * const network = dropoutNetwork(model);
 * subnetworks({ ...network, rates: [0, 0.2] }, X); // the same weights with another rate
 */
export function dropoutNetwork(model: Sequential): ModelNetwork {
  return networkOfModel('dropoutNetwork', model);
}

/** Whether `value` is a model; by its methods, as a cell may have a class of its own. */
export function isModel(value: unknown): value is Sequential {
  return typeof value === 'object' && value !== null && 'getWeights' in value && 'layers' in value;
}

/** `dropoutNetwork` on behalf of `fn`. */
export function networkOfModel(fn: string, model: Sequential): ModelNetwork {
  if (!isModel(model))
    throw new TypeError(violation({ fn, name: 'model' }, 'be what sequential built', model));
  const kernels: Matrix[] = [];
  const biases: Float64Array[] = [];
  const activations: NetworkActivation[] = [];
  const rates: number[] = [];
  const weightRates: number[] = [];
  let scaling: MeanScaling | undefined;
  let rate: number | undefined;
  const refuse = (name: string, expectation: string, value: unknown): never => {
    throw new RangeError(violation({ fn, name: `layer ${name}` }, expectation, value));
  };
  const scaleBy = (name: string, own: MeanScaling): void => {
    if (scaling && own !== scaling) refuse(name, `have the scaling '${scaling}'`, own);
    scaling = own;
  };
  for (const { layer, name } of model.layers) {
    if (layer.kind === 'dropout') {
      if (rate !== undefined) refuse(name, 'follow a dense layer or the inputs', 'a second dropout layer');
      if (layer.noiseShape) refuse(name, 'draw a mask for every sample', layer.noiseShape);
      if (layer.scaling === 'none') refuse(name, "have the scaling 'inverted' or 'scale-down'", 'none');
      scaleBy(name, layer.scaling as MeanScaling);
      ({ rate } = layer);
    } else if (layer.kind === 'dense' || layer.kind === 'dropConnect') {
      if (layer.kind === 'dropConnect') scaleBy(name, 'inverted');
      const activation = ACTIVATIONS.find(known => known === layer.activation);
      const [kernel, bias] = model.getWeights(name);
      kernels.push(new Matrix(kernel.rows, kernel.cols, Float64Array.from(kernel.data)));
      biases.push(Float64Array.from(bias.data));
      activations.push(
        activation ?? refuse(name, `have one of the activations ${ACTIVATIONS.join(', ')}`, layer.activation),
      );
      rates.push(rate ?? 0);
      weightRates.push(layer.kind === 'dropConnect' ? layer.rate : 0);
      rate = undefined;
    } else refuse(name, 'be dense, dropConnect or dropout', layer.kind);
  }
  if (rate) refuse(model.layers.at(-1)?.name ?? '', 'be followed by a dense layer', rate);
  return { kernels, biases, activations, rates, weightRates, scaling: scaling ?? 'inverted' };
}
