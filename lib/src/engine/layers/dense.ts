import { type Options, readOptions, type Settings } from '../../options';
import { differentiate, transform } from '../activations';
import { checkedConstraint } from '../constraints';
import { checkedInitializer } from '../initializers';
import { checkedRegularizer } from '../regularizers';
import { padded } from '../kernels/arena';
import type { LayerKind, Node, Parameter, Site } from './layer';

/** The options of a layer with a kernel and a bias. */
export const denseTable = {
  /** Number of outputs. */
  units: { type: 'integer', min: 1, max: 1048576, meaning: 'number of outputs' },
  /** 'linear' (default), 'relu', 'sigmoid', 'tanh' or 'softmax'. */
  activation: { choices: ['linear', 'relu', 'sigmoid', 'tanh', 'softmax'], default: 'linear' },
  /** 'glorotUniform' (default), 'heNormal', 'zeros' or the values themselves, as `[[…], …]`, (inputDim × units). */
  kernelInitializer: { read: checkedInitializer as typeof checkedInitializer, default: 'glorotUniform' },
  /** 'zeros' (default), another name as for the kernel, or the values: one for each unit. */
  biasInitializer: { read: checkedInitializer as typeof checkedInitializer, default: 'zeros' },
  /** `l2(1e-3)` adds 1e-3 · Σ kernel² to the loss; null (default) for none. */
  kernelRegularizer: { read: checkedRegularizer as typeof checkedRegularizer, default: null },
  /** `maxNorm(3)` keeps the norm of every unit's incoming weights within 3; null (default) for none. */
  kernelConstraint: { read: checkedConstraint as typeof checkedConstraint, default: null },
  /** Name of the layer, for `model.activations(X).name`; its kind with a number by default: dense_1, dense_2, … */
  name: { type: 'text', optional: true, meaning: 'of the layer' },
} as const;

/** What `dense` takes. */
export type DenseOptions = Options<typeof denseTable>;

/** A dense layer's settings, as `dense` returns them. */
export interface DenseLayer extends Settings<typeof denseTable> {
  readonly kind: 'dense';
}

/**
 * A fully connected layer: every output sees every input.
 *
 * output = activation(input · kernel + bias), with input (batch × inputDim), kernel (inputDim × units), bias (units).
 *
 * @example
 * dense({ units: 64, activation: 'relu' });
 * @see Keras: https://keras.io/api/layers/core_layers/dense/
 */
export function dense(options: DenseOptions): DenseLayer {
  return Object.freeze({ kind: 'dense', ...readOptions('dense', denseTable, options) });
}

/** Kernel and bias, in Keras's order. */
export function denseParameters(
  layer: Pick<DenseLayer, 'units' | 'kernelInitializer' | 'biasInitializer'>,
  inputDim: number,
): readonly Parameter[] {
  const { units, kernelInitializer, biasInitializer } = layer;
  return [
    { name: 'kernel', rows: inputDim, cols: units, initializer: kernelInitializer },
    { name: 'bias', rows: 1, cols: units, initializer: biasInitializer },
  ];
}

export const denseKind: LayerKind<DenseLayer> = {
  title: 'Dense',
  build: dense,
  outputDim: ({ units }) => units,
  parameters: denseParameters,
  bind: bindDense,
};

/** Puts a dense layer in place. */
export function bindDense(
  layer: Omit<DenseLayer, 'kind'>,
  site: Site,
): Node & Required<Pick<Node, 'logits'>> {
  const { arena, input, capacity, index } = site;
  const { kernels } = arena;
  const { kernel, bias } = site.parameters;
  const { activation, kernelRegularizer, kernelConstraint } = layer;
  const output = arena.tensor(capacity, layer.units);
  const { cols, stride } = output;
  const fused = activation === 'linear' || activation === 'relu';
  const logits = {
    value: fused ? output.value : arena.allocate(capacity * stride),
    grad: activation === 'linear' ? output.grad : arena.allocate(capacity * stride),
  };
  const transposedStride = padded(input.cols);
  const transposed = index > 0 ? arena.allocate(layer.units * transposedStride) : 0;
  const size = input.cols * stride;

  return {
    output,
    logits,
    forward({ rows }) {
      const relu = Number(activation === 'relu');
      // prettier-ignore
      kernels.product(
        input.value, input.stride, 1, kernel.value, stride, bias.value, logits.value, stride,
        rows, cols, input.cols, relu,
      );
      transform(kernels, activation, logits.value, output, rows);
    },
    backward({ rows }, fromLogits = false) {
      if (!fromLogits) differentiate(kernels, activation, output, logits.grad, rows);
      // prettier-ignore
      kernels.product(
        input.value, 1, input.stride, logits.grad, stride, 0, kernel.grad, stride,
        input.cols, cols, rows, 0,
      );
      kernels.columnSums(logits.grad, rows, stride, bias.grad);
      if (!transposed) return;
      kernels.transpose(kernel.value, input.cols, cols, stride, transposed, transposedStride);
      // prettier-ignore
      kernels.product(
        logits.grad, stride, 1, transposed, transposedStride, 0, input.grad, input.stride,
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
