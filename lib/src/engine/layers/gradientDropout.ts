import { type Options, readOptions, type Settings } from '../../options';
import type { LayerKind, Node, Site } from './layer';
import { bernoulli, bindMask, inverted, multiplied } from './noise';

const table = {
  /** Probability to drop the gradient of a unit, in [0, 1]. */
  rate: { type: 'number', min: 0, max: 1, meaning: 'probability to drop the gradient of a unit' },
  /** A seed for the masks of this layer alone; null (default) for masks that follow from the seed of `fit` or of the model. */
  seed: { type: 'seed', default: null },
  /** Name of the layer; gradientDropout_1, … by default. */
  name: { type: 'text', optional: true, meaning: 'of the layer' },
} as const;

/** What `gradientDropout` takes. */
export type GradientDropoutOptions = Options<typeof table>;

/** The settings of a layer that masks the gradient, as `gradientDropout` returns them. */
export interface GradientDropoutLayer extends Settings<typeof table> {
  readonly kind: 'gradientDropout';
}

/**
 * An experiment, not a regularizer: outputs its input unchanged in training too, and multiplies only the gradient by
 * δ / (1 − rate). It shows what "the weights of dropped units are not updated" does by itself.
 *
 * @example
 * sequential([dense({ units: 64, activation: 'relu' }), gradientDropout({ rate: 0.5 }), dense({ units: 1 })], { inputDim: 2 });
 */
export function gradientDropout(options: GradientDropoutOptions): GradientDropoutLayer {
  return Object.freeze({ kind: 'gradientDropout', ...readOptions('gradientDropout', table, options) });
}

export const gradientDropoutKind: LayerKind<GradientDropoutLayer> = {
  title: 'GradientDropout',
  build: gradientDropout,
  mask: (_layer, inputDim) => ({ shape: [1, inputDim] }),
  bind: bindGradientDropout,
};

function bindGradientDropout({ rate, seed }: GradientDropoutLayer, site: Site): Node {
  const { arena, input } = site;
  const mask = bindMask(site, input.cols, seed, bernoulli(arena, rate));
  const node = multiplied(site, mask, inverted(rate));
  return {
    ...node,
    forward(pass) {
      mask.fill(pass);
      const { value, stride } = node.output;
      arena.heap.copyWithin(value, input.value, input.value + pass.rows * stride);
    },
  };
}
