import { tanh } from '../elementary/index';
import { checkChoice, checkInteger, checkVector, violation } from '../check';
import { type Matrix, matrix, type MatrixLike } from '../numpy/matrix';
import { relu, sigmoid } from './functions';
import { checkScaling, type MeanScaling, type ScalingFactors } from './scaling';

/** The activations a small network may have. */
export const ACTIVATIONS = ['linear', 'relu', 'sigmoid', 'tanh'] as const;
export type NetworkActivation = (typeof ACTIVATIONS)[number];

/**
 * A small multi-layer network with dropout, as plain data. Layer l computes
 * f_l(kernel_lᵀ (dropped inputs) + bias_l), and drops each of *its inputs* with probability rates[l].
 *
 * @example
 * const network: DropoutNetwork = { // 2-3-1, the three hidden units dropped at one half
 *   kernels: [[[1, -1, 0.5], [0.3, 2, 1]], [[1], [-2], [0.7]]],
 *   biases: [[0, 0, 0.1], [0.2]],
 *   activations: ['relu', 'sigmoid'],
 *   rates: [0, 0.5],
 *   scaling: 'scale-down',
 * };
 */
export interface DropoutNetwork {
  /** One per layer, shape (inputs, units); the last layer has one unit. */
  readonly kernels: readonly MatrixLike[];
  /** One per layer, one number per unit. */
  readonly biases: readonly ArrayLike<number>[];
  readonly activations: readonly NetworkActivation[];
  /** Probability to drop an input of each layer; a layer with rate 0 is not masked. */
  readonly rates: readonly number[];
  /** Probability to drop a weight of each layer's kernel (DropConnect); default 0 for all. */
  readonly weightRates?: readonly number[];
  readonly scaling: MeanScaling;
}

/** One layer, checked, with what its inputs are multiplied with in training and prediction. */
export interface NetworkLayer {
  readonly kernel: Matrix;
  readonly bias: ArrayLike<number>;
  readonly activation: (z: number) => number;
  readonly rate: number;
  readonly training: number;
  readonly prediction: number;
  readonly weightRate: number;
  /** What a kept weight is multiplied with in training, every weight in prediction. */
  readonly weightFactors: ScalingFactors;
}

const activations: Record<NetworkActivation, (z: number) => number> = {
  linear: z => z,
  relu,
  sigmoid,
  tanh,
};

/** Checks a network on behalf of `fn`. */
export function checkNetwork(fn: string, network: DropoutNetwork): NetworkLayer[] {
  if (typeof network !== 'object' || network === null || !Array.isArray(network.kernels)) {
    const expectation = 'be a model, or { kernels, biases, activations, rates, scaling }';
    throw new TypeError(violation({ fn, name: 'network' }, expectation, network));
  }
  const depth = network.kernels.length;
  checkInteger({ fn, name: 'kernels.length', meaning: 'number of layers' }, depth, 1);
  for (const name of ['biases', 'activations', 'rates', 'weightRates'] as const) {
    const list: unknown = network[name];
    if (list === undefined && name === 'weightRates') continue;
    const argument = { fn, name, meaning: 'one per layer' };
    if (!Array.isArray(list)) throw new TypeError(violation(argument, 'be an array', list));
    if (list.length !== depth) throw new RangeError(violation(argument, `have length ${depth}`, list));
  }
  const layers = network.kernels.map((values, l) => checkLayer(fn, network, values, l));
  layers.forEach(({ kernel }, l) => {
    const units = l + 1 < depth ? layers[l + 1].kernel.rows : 1;
    const next = l + 1 < depth ? `the ${units} inputs of kernels[${l + 1}]` : 'one output';
    if (kernel.cols !== units) {
      throw new RangeError(
        violation({ fn, name: `kernels[${l}]` }, `have ${units} columns, for ${next}`, kernel),
      );
    }
  });
  return layers;
}

/** The output of the checked layers for one sample; `factors` multiplies the inputs of each layer. */
export function forward(layers: NetworkLayer[], x: ArrayLike<number>, factors: ArrayLike<number>[]): number {
  let inputs = x;
  for (const [l, { kernel, bias, activation }] of layers.entries()) {
    const units = new Float64Array(kernel.cols);
    for (let j = 0; j < kernel.cols; j++) {
      let z = bias[j];
      for (let i = 0; i < kernel.rows; i++) z += factors[l][i] * inputs[i] * kernel.data[i * kernel.cols + j];
      units[j] = activation(z);
    }
    inputs = units;
  }
  return inputs[0];
}

function checkLayer(fn: string, network: DropoutNetwork, values: MatrixLike, l: number): NetworkLayer {
  const kernel = matrix(values, { fn, name: `kernels[${l}]`, meaning: 'inputs × units' });
  checkVector({ fn, name: `biases[${l}]`, meaning: 'one per unit' }, network.biases[l], kernel.cols);
  checkChoice({ fn, name: `activations[${l}]` }, network.activations[l], ACTIVATIONS);
  const { rates, scaling, biases } = network;
  const factors = checkScaling(fn, rates[l], scaling);
  const activation = activations[network.activations[l]];
  const weightRate = network.weightRates?.[l] ?? 0;
  const weightFactors = checkScaling(fn, weightRate, scaling);
  return { kernel, bias: biases[l], activation, rate: rates[l], ...factors, weightRate, weightFactors };
}
