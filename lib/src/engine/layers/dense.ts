import { checkChoice, checkInteger, checkOptions } from '../../check';
import { ACTIVATIONS, type Activation, activate, differentiate } from '../activations';
import { checkedConstraint, type Constraint } from '../constraints';
import { checkedInitializer, type Initializer } from '../initializers';
import { checkedRegularizer, type Regularizer } from '../regularizers';
import { padded } from '../kernels/arena';
import { checkName } from './checkName';
import { type Node, type Site, tensor } from './layer';

/** What `dense` takes. */
export interface DenseOptions {
  units: number;
  activation?: Activation;
  kernelInitializer?: Initializer;
  biasInitializer?: Initializer;
  kernelRegularizer?: Regularizer | null;
  kernelConstraint?: Constraint | null;
  name?: string;
}

/** A dense layer's settings, as `dense` returns them. */
export interface DenseLayer extends Readonly<Required<Omit<DenseOptions, 'name'>>> {
  readonly kind: 'dense';
  readonly name?: string;
}

const OPTIONS = [
  'units',
  'activation',
  'kernelInitializer',
  'biasInitializer',
  'kernelRegularizer',
  'kernelConstraint',
  'name',
];

/**
 * A fully connected layer: every output sees every input.
 *
 * output = activation(input · kernel + bias), with input (batch × inputDim), kernel (inputDim × units), bias (units).
 *
 * - `activation`: 'linear' (default), 'relu', 'sigmoid', 'tanh' or 'softmax'.
 * - `kernelInitializer`: 'glorotUniform' (default), 'heNormal', 'zeros' or the values themselves, as `[[…], …]`.
 * - `biasInitializer`: 'zeros' (default) or the values.
 * - `kernelRegularizer`: `l2(1e-3)` adds 1e-3 · Σ kernel² to the loss.
 * - `kernelConstraint`: `maxNorm(3)` keeps the incoming weights of every unit within norm 3.
 *
 * @throws RangeError or TypeError when an option is unknown or out of range.
 * @example
 * dense({ units: 64, activation: 'relu' });
 * @see Keras: https://keras.io/api/layers/core_layers/dense/
 */
export function dense(options: DenseOptions): DenseLayer {
  checkOptions('dense', options, OPTIONS);
  const {
    units,
    activation = 'linear',
    kernelInitializer = 'glorotUniform',
    biasInitializer = 'zeros',
    kernelRegularizer = null,
    kernelConstraint = null,
    name,
  } = options;
  checkInteger({ fn: 'dense', name: 'units', meaning: 'number of outputs' }, units, 1, 2 ** 20);
  checkChoice({ fn: 'dense', name: 'activation' }, activation, ACTIVATIONS);
  checkName('dense', name);
  return Object.freeze({
    kind: 'dense',
    units,
    activation,
    kernelInitializer: checkedInitializer({ fn: 'dense', name: 'kernelInitializer' }, kernelInitializer),
    biasInitializer: checkedInitializer({ fn: 'dense', name: 'biasInitializer' }, biasInitializer),
    kernelRegularizer: checkedRegularizer({ fn: 'dense', name: 'kernelRegularizer' }, kernelRegularizer),
    kernelConstraint: checkedConstraint({ fn: 'dense', name: 'kernelConstraint' }, kernelConstraint),
    name,
  });
}

/** Puts a dense layer in place. */
export function bindDense(layer: DenseLayer, site: Site): Node {
  const { arena, name, input, capacity, index } = site;
  const { kernels } = arena;
  const { kernel, bias } = site.parameters;
  const { activation, kernelRegularizer, kernelConstraint } = layer;
  const output = tensor(arena, capacity, layer.units);
  const { cols, stride } = output;
  const fused = activation === 'linear' || activation === 'relu';
  const logits = {
    value: fused ? output.value : arena.allocate(capacity * stride),
    grad: activation === 'linear' ? output.grad : arena.allocate(capacity * stride),
  };
  const turnedStride = padded(input.cols);
  const turned = index > 0 ? arena.allocate(layer.units * turnedStride) : 0;
  const size = input.cols * stride;

  return {
    name,
    output,
    logits,
    forward({ rows }) {
      const relu = Number(activation === 'relu');
      // prettier-ignore
      kernels.product(
        input.value, input.stride, 1, kernel.value, stride, bias.value, logits.value, stride,
        rows, cols, input.cols, relu,
      );
      activate(kernels, activation, logits.value, output, rows);
    },
    backward({ rows }, fromLogits = false) {
      if (!fromLogits) differentiate(kernels, activation, output, logits.grad, rows);
      // prettier-ignore
      kernels.product(
        input.value, 1, input.stride, logits.grad, stride, 0, kernel.grad, stride,
        input.cols, cols, rows, 0,
      );
      kernels.columnSums(logits.grad, rows, stride, bias.grad);
      if (!turned) return;
      kernels.transpose(kernel.value, input.cols, cols, stride, turned, turnedStride);
      // prettier-ignore
      kernels.product(
        logits.grad, stride, 1, turned, turnedStride, 0, input.grad, input.stride,
        rows, input.cols, cols, 0,
      );
    },
    regularize: () =>
      kernelRegularizer ? kernels.l2(kernel.value, kernel.grad, size, kernelRegularizer.l2) : 0,
    constrain() {
      if (kernelConstraint) kernels.maxNorm(kernel.value, input.cols, stride, kernelConstraint.maxNorm);
    },
  };
}
