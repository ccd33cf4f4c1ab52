import { checkInteger, violation } from '../check';
import { count } from '../count';
import { Matrix, matrix, type MatrixLike } from '../numpy/matrix';
import { checkMask } from './unit';
import { forEachMask } from './masks';
import type { Sequential } from '../engine/model';
import { checkNetwork, type DropoutNetwork, forward, type NetworkLayer } from './dropoutNetwork';
import { isModel, networkOfModel } from './networkOfModel';

/** The outputs of all sub-networks. */
export interface Subnetworks {
  /** Shape (2^n, samples): row k is the sub-network of mask k, in the order of `forEachMask`. */
  readonly outputs: Matrix;
  /** The probability of each mask. */
  readonly probabilities: Float64Array;
}

const MOST_MASKED_UNITS = 20;

/**
 * The outputs of all 2^n thinned networks, n the number of units in the masked layers (those with a rate above 0).
 *
 * Takes a model that `sequential` built, or a network as plain data.
 * With `weightRates`, the weights of a kernel are masked too (DropConnect), row by row after the layer's inputs.
 * The units are counted layer by layer: with masked layers of 6 and 6 inputs, bits 0 to 5 of a mask's number are
 * the first layer's units and bits 6 to 11 the second's.
 * For the logits of a network with sigmoid output, hand in `dropoutNetwork(model)` with 'linear' as its last activation.
 *
 * @param X shape (samples, inputs of the network)
 * @throws RangeError or TypeError when shapes differ, a value is invalid, or more than 20 units are masked
 * @example
 * const { outputs, probabilities } = subnetworks(network, [[1, -1]]);
 * expectation(outputs.column(0), probabilities);             // their arithmetic mean
 * normalizedGeometricMean(outputs.column(0), probabilities); // is weightScaledOutput(network, [[1, -1]])[0]
 * @see Srivastava et al., JMLR 15 (2014), sections 1 and 4
 */
export function subnetworks(network: DropoutNetwork | Sequential, X: MatrixLike): Subnetworks {
  const fn = 'subnetworks';
  const layers = layersOf(fn, network);
  const inputs = checkInputs(fn, layers, X);
  const rates = maskedRates(layers);
  checkInteger(
    { fn, name: 'rates', meaning: 'number of units they mask' },
    rates.length,
    0,
    MOST_MASKED_UNITS,
  );
  const samples = inputs.toArray();
  const members = 2 ** rates.length;
  const outputs = new Float64Array(members * samples.length);
  const probabilities = new Float64Array(members);
  forEachMask(rates.length, rates, (mask, probability, k) => {
    probabilities[k] = probability;
    const member = thinned(layers, mask);
    samples.forEach((x, s) => (outputs[k * samples.length + s] = member(x)));
  });
  return { outputs: new Matrix(members, samples.length, outputs), probabilities };
}

/**
 * The outputs of one thinned network, one per sample.
 *
 * @param mask 1 = kept, 0 = dropped, for the units of the masked layers, layer by layer
 * @throws as `subnetworks`
 * @example
 * thinnedOutput(network, [[1, -1]], [1, 0, 1]); // the middle hidden unit dropped
 */
export function thinnedOutput(
  network: DropoutNetwork | Sequential,
  X: MatrixLike,
  mask: ArrayLike<number>,
): number[] {
  const fn = 'thinnedOutput';
  const layers = layersOf(fn, network);
  const inputs = checkInputs(fn, layers, X);
  checkMask(fn, mask, maskedRates(layers).length);
  return inputs.toArray().map(thinned(layers, mask));
}

/**
 * The outputs of the weight-scaled network, one per sample: every unit kept, and the inputs of layer l multiplied
 * by p = 1 − rates[l] under 'scale-down' (the same as multiplying its weights), by 1 under 'inverted'.
 *
 * It is the exact mean of all thinned networks where the output is linear in the mask (arithmetic mean; normalized
 * geometric mean under a sigmoid): only the last layer masked, or linear hidden layers. Elsewhere it approximates.
 *
 * @throws as `subnetworks`
 * @see Srivastava et al., JMLR 15 (2014), section 4, figure 2; Baldi and Sadowski (2014), section 3
 */
export function weightScaledOutput(network: DropoutNetwork | Sequential, X: MatrixLike): number[] {
  const fn = 'weightScaledOutput';
  const layers = layersOf(fn, network);
  const inputs = checkInputs(fn, layers, X);
  const factors = layers.map(({ kernel, prediction }) => new Float64Array(kernel.rows).fill(prediction));
  const scaled = layers.map(layer => times(layer, () => layer.weightFactors.prediction));
  return inputs.toArray().map(x => forward(scaled, x, factors));
}

function layersOf(fn: string, network: DropoutNetwork | Sequential): NetworkLayer[] {
  return checkNetwork(fn, isModel(network) ? networkOfModel(fn, network) : network);
}

/** The rate of everything that is masked, layer by layer: its inputs, then its weights row by row. */
function maskedRates(layers: NetworkLayer[]): number[] {
  return layers.flatMap(({ kernel, rate, weightRate }) => [
    ...(rate > 0 ? kernel.column(0).map(() => rate) : []),
    ...(weightRate > 0 ? Array.from(kernel.data, () => weightRate) : []),
  ]);
}

/** The network of one mask, scaled as in training. */
function thinned(layers: NetworkLayer[], mask: ArrayLike<number>): (x: ArrayLike<number>) => number {
  let used = 0;
  const factors: Float64Array[] = [];
  const members = layers.map(layer => {
    const { kernel, rate, training, weightFactors } = layer;
    const units = new Float64Array(kernel.rows).fill(1);
    factors.push(rate > 0 ? units.map(() => training * mask[used++]) : units);
    return times(layer, () => weightFactors.training * mask[used++]);
  });
  return x => forward(members, x, factors);
}

/** The layer with each weight multiplied, where its weights can be dropped. */
function times(layer: NetworkLayer, factor: () => number): NetworkLayer {
  return layer.weightRate > 0 ? { ...layer, kernel: layer.kernel.map(w => w * factor()) } : layer;
}

function checkInputs(fn: string, layers: NetworkLayer[], X: MatrixLike): Matrix {
  const inputs = matrix(X, { fn, name: 'X', meaning: 'samples × inputs' });
  const expected = layers[0].kernel.rows;
  if (inputs.cols === expected) return inputs;
  throw new RangeError(
    violation(
      { fn, name: 'X', meaning: 'samples × inputs' },
      `have ${count(expected, 'column')}, as kernels[0] has rows`,
      X,
    ),
  );
}
