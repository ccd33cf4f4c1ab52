import { type Options, readOptions, type Settings } from '../../options';
import { differentiate, transform } from '../activations';
import { bindDense, type DenseLayer, type DenseOptions, denseParameters, denseTable } from './dense';
import type { LayerKind, Node, Site } from './layer';
import { bernoulli, bindMask, inverted } from './noise';

const table = {
  /** Probability to drop a weight, in [0, 1]. */
  rate: { type: 'number', min: 0, max: 1, meaning: 'probability to drop a weight' },
  /** A seed for the masks of this layer alone; null (default) for masks that follow from the seed of `fit` or of the model. */
  seed: { type: 'seed', default: null },
} as const;

/** What `dropConnect` takes: the options of `dense`, and of the mask. */
export type DropConnectOptions = DenseOptions & Options<typeof table>;

/** The settings of a DropConnect layer, as `dropConnect` returns them. */
export interface DropConnectLayer extends Omit<DenseLayer, 'kind'>, Settings<typeof table> {
  readonly kind: 'dropConnect';
}

/**
 * A dense layer that drops weights instead of units: each weight of the kernel is set to 0 with probability `rate`, anew for
 * every sample and step, the others are multiplied by 1 / (1 − rate); active while training only. The bias is never dropped.
 *
 * training: activation(input · (kernel ⊙ δ) / (1 − rate) + bias); prediction: activation(input · kernel + bias).
 *
 * `model.lastMasks` has one row for each sample: the mask of its kernel, row by row. Masks can be given in this shape, or as
 * one (inputDim × units) for all samples. The paper samples the activation in prediction; here the mean weights predict.
 *
 * @example
 * sequential([dropConnect({ units: 8, rate: 0.5, activation: 'relu' }), dense({ units: 1 })], { inputDim: 2 });
 * @see Wan et al., ICML 2013
 */
export function dropConnect(options: DropConnectOptions): DropConnectLayer {
  return Object.freeze({
    kind: 'dropConnect',
    ...readOptions('dropConnect', { ...denseTable, ...table }, options),
  });
}

export const dropConnectKind: LayerKind<DropConnectLayer> = {
  title: 'DropConnect',
  build: dropConnect,
  outputDim: ({ units }) => units,
  parameters: denseParameters,
  mask: ({ units }, inputDim) => ({ shape: [inputDim, units] }),
  bind: bindDropConnect,
};

function bindDropConnect(layer: DropConnectLayer, site: Site): Node {
  const { arena, input, index } = site;
  const { rate, seed, activation } = layer;
  const full = bindDense(layer, site);
  const { output, logits } = full;
  const { cols, stride } = output;
  const { kernel, bias } = site.parameters;
  const mask = bindMask(site, input.cols * cols, seed, bernoulli(arena, rate));
  const scale = inverted(rate);
  /** δ / (1 − rate) of sample n and weight (i, j). */
  const factor = (n: number, i: number, j: number): number =>
    arena.heap[mask.at + n * mask.stride + i * cols + j] * scale;

  return {
    ...full,
    mask,
    forward(pass) {
      mask.fill(pass);
      if (!pass.training) return full.forward(pass);
      const { heap } = arena;
      for (let n = 0; n < pass.rows; n++) {
        for (let j = 0; j < cols; j++) {
          let z = heap[bias.value + j];
          for (let i = 0; i < input.cols; i++) {
            z +=
              heap[input.value + n * input.stride + i] *
              heap[kernel.value + i * stride + j] *
              factor(n, i, j);
          }
          heap[logits.value + n * stride + j] = activation === 'relu' ? Math.max(0, z) : z;
        }
      }
      transform(arena.kernels, activation, logits.value, output, pass.rows);
    },
    backward(pass, fromLogits = false) {
      if (!pass.training) return full.backward(pass, fromLogits);
      const { heap, kernels } = arena;
      const { rows } = pass;
      if (!fromLogits) differentiate(kernels, activation, output, logits.grad, rows);
      kernels.columnSums(logits.grad, rows, stride, bias.grad);
      for (let i = 0; i < input.cols; i++) {
        for (let j = 0; j < cols; j++) {
          let gradient = 0;
          for (let n = 0; n < rows; n++) {
            gradient +=
              heap[input.value + n * input.stride + i] * heap[logits.grad + n * stride + j] * factor(n, i, j);
          }
          heap[kernel.grad + i * stride + j] = gradient;
        }
      }
      if (index === 0) return;
      for (let n = 0; n < rows; n++) {
        for (let i = 0; i < input.cols; i++) {
          let gradient = 0;
          for (let j = 0; j < cols; j++) {
            gradient +=
              heap[logits.grad + n * stride + j] * heap[kernel.value + i * stride + j] * factor(n, i, j);
          }
          heap[input.grad + n * input.stride + i] = gradient;
        }
      }
    },
  };
}
