import { violation } from '../../check';
import { type Options, readOptions, type Settings } from '../../options';
import type { LayerKind, Node, Pass, Site } from './layer';
import { bernoulli, bindMask, inverted } from './noise';

const table = {
  /** Probability to drop a channel, in [0, 1]. */
  rate: { type: 'number', min: 0, max: 1, meaning: 'probability to drop a channel' },
  /** Number of channels (features); the inputs are positions × channels, the channels of one position side by side. */
  channels: { type: 'integer', min: 1, meaning: 'features at each position' },
  /** A seed for the masks of this layer alone; null (default) for masks that follow from the seed of `fit` or of the model. */
  seed: { type: 'seed', default: null },
  /** Name of the layer; spatialDropout_1, … by default. */
  name: { type: 'text', optional: true, meaning: 'of the layer' },
} as const;

/** What `spatialDropout` takes. */
export type SpatialDropoutOptions = Options<typeof table>;

/** The settings of a spatial dropout layer, as `spatialDropout` returns them. */
export interface SpatialDropoutLayer extends Settings<typeof table> {
  readonly kind: 'spatialDropout';
}

/**
 * Drops whole channels: a feature is missing at every position of a sample or at none, the others are multiplied by
 * 1 / (1 − rate); active while training only. Neighboring positions tell much the same, so that dropping single values would
 * take little away. The masks have one number for each sample and channel.
 *
 * @throws RangeError or TypeError when an option is unknown or out of range, or the inputs are not a multiple of the channels.
 * @example
 * sequential([spatialDropout({ rate: 0.5, channels: 4 }), dense({ units: 1 })], { inputDim: 6 * 4 }); // positions: 6
 * @see Tompson et al., CVPR 2015; Keras: https://keras.io/api/layers/regularization_layers/spatial_dropout1d/
 */
export function spatialDropout(options: SpatialDropoutOptions): SpatialDropoutLayer {
  return Object.freeze({ kind: 'spatialDropout', ...readOptions('spatialDropout', table, options) });
}

export const spatialDropoutKind: LayerKind<SpatialDropoutLayer> = {
  title: 'SpatialDropout',
  build: spatialDropout,
  outputDim({ channels }, inputDim, name) {
    if (inputDim % channels === 0) return inputDim;
    const argument = { fn: 'spatialDropout', name: 'channels', meaning: `of layer ${name}` };
    throw new RangeError(violation(argument, `divide the ${inputDim} inputs`, channels));
  },
  mask: ({ channels }) => ({ shape: [1, channels] }),
  bind: bindSpatialDropout,
};

function bindSpatialDropout({ rate, channels, seed }: SpatialDropoutLayer, site: Site): Node {
  const { arena, input, capacity } = site;
  const output = arena.tensor(capacity, input.cols);
  const { cols, stride } = output;
  const mask = bindMask(site, channels, seed, bernoulli(arena, rate));
  const spread = arena.allocate(capacity * stride);

  function apply(from: number, to: number, { rows, training }: Pass): void {
    if (training) arena.kernels.multiply(from, spread, to, rows * stride, inverted(rate));
    else arena.heap.copyWithin(to, from, from + rows * stride);
  }

  return {
    output,
    mask,
    forward(pass) {
      mask.fill(pass);
      const { heap } = arena;
      for (let i = 0; i < pass.rows; i++) {
        for (let j = 0; j < cols; j++) {
          heap[spread + i * stride + j] = heap[mask.at + i * mask.stride + (j % channels)];
        }
      }
      apply(input.value, output.value, pass);
    },
    backward(pass) {
      apply(output.grad, input.grad, pass);
    },
  };
}
