import { type Options, readOptions, type Settings } from '../../options';
import type { LayerKind, Node, Site } from './layer';
import { bindMask, multiplied } from './noise';

const table = {
  /** As the rate of `dropout`, whose mean and variance the noise has; in [0, 1). */
  rate: {
    type: 'number',
    min: 0,
    below: 1,
    meaning: 'probability to drop a unit, of the dropout with this variance',
  },
  /** A seed for the noise of this layer alone; null (default) for noise that follows from the seed of `fit` or of the model. */
  seed: { type: 'seed', default: null },
  /** Name of the layer; gaussianDropout_1, … by default. */
  name: { type: 'text', optional: true, meaning: 'of the layer' },
} as const;

/** What `gaussianDropout` takes. */
export type GaussianDropoutOptions = Options<typeof table>;

/** The settings of a layer of Gaussian noise, as `gaussianDropout` returns them. */
export interface GaussianDropoutLayer extends Settings<typeof table> {
  readonly kind: 'gaussianDropout';
}

/**
 * Multiplies each input by noise from N(1, rate / (1 − rate)) while training and changes nothing while predicting. Mean and
 * variance are those of dropout's δ / (1 − rate). `model.lastMasks` shows the factors.
 *
 * @example
 * sequential([dense({ units: 64, activation: 'relu' }), gaussianDropout({ rate: 0.5 }), dense({ units: 1 })], { inputDim: 2 });
 * @see Srivastava et al., JMLR 15 (2014), section 10; Keras: https://keras.io/api/layers/regularization_layers/gaussian_dropout/
 */
export function gaussianDropout(options: GaussianDropoutOptions): GaussianDropoutLayer {
  return Object.freeze({ kind: 'gaussianDropout', ...readOptions('gaussianDropout', table, options) });
}

export const gaussianDropoutKind: LayerKind<GaussianDropoutLayer> = {
  title: 'GaussianDropout',
  build: gaussianDropout,
  mask: (_layer, inputDim) => ({ shape: [1, inputDim], factors: true }),
  bind: bindGaussianDropout,
};

function bindGaussianDropout({ rate, seed }: GaussianDropoutLayer, site: Site): Node {
  const deviation = Math.sqrt(rate / (1 - rate));
  const noise = bindMask(site, site.input.cols, seed, (at, count, ...words) =>
    site.arena.kernels.gaussian(at, count, deviation, ...words),
  );
  return multiplied(site, noise, 1);
}
