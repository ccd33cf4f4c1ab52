import { type Argument, violation } from '../../check';
import { type Options, readOptions, type Settings } from '../../options';
import type { LayerKind, Node, Site } from './layer';
import { bernoulli, bindMask, inverted, multiplied } from './noise';

type NoiseShape = readonly [1 | null, 1 | null];

const table = {
  /** Probability to drop a unit, in [0, 1]. */
  rate: { type: 'number', min: 0, max: 1, meaning: 'probability to drop a unit' },
  /** Where the mean is kept: 'inverted' (default, as Keras) in training, 'scale-down' (as the paper) in prediction, or 'none'. */
  scaling: { choices: ['inverted', 'scale-down', 'none'], default: 'inverted' },
  /** `[null, 1]` drops whole rows (samples), `[1, null]` the same units for all samples of a batch; null (default) neither. */
  noiseShape: {
    read: checkedNoiseShape as typeof checkedNoiseShape,
    default: null,
    meaning: 'of the mask: samples, units',
  },
  /** A seed for the masks of this layer alone; null (default) for masks that follow from the seed of `fit` or of the model. */
  seed: { type: 'seed', default: null },
  /** Name of the layer, for `model.lastMasks.name`; dropout_1, dropout_2, … by default. */
  name: { type: 'text', optional: true, meaning: 'of the layer' },
} as const;

/** What `dropout` takes. */
export type DropoutOptions = Options<typeof table>;

/** A dropout layer's settings, as `dropout` returns them. */
export interface DropoutLayer extends Settings<typeof table> {
  readonly kind: 'dropout';
}

/** Where the scaling that keeps the mean is done: while training, while predicting, or not at all. */
export type DropoutScaling = DropoutLayer['scaling'];

/**
 * Sets each input to 0 with probability `rate`, anew for every sample and step; active while training only.
 *
 * With δ = 0 (probability rate) or 1 (kept) for each element:
 *
 * | scaling        | training             | prediction       |
 * | -------------- | -------------------- | ---------------- |
 * | 'inverted'     | x · δ / (1 − rate)   | x                |
 * | 'scale-down'   | x · δ                | x · (1 − rate)   |
 * | 'none'         | x · δ                | x (a mistake to look at: the means differ) |
 *
 * `rate` is what Keras and PyTorch call `rate` and `p`: the share that is dropped. The papers' p is the share that is
 * *kept*, 1 − rate. Not to be confused with `mask`, which always drops the same units.
 *
 * A rate of 0 changes nothing; a rate of 1 gives zeros. The bits come from xoshiro128++, seeded by Philox4x32-10 from the
 * seed, the step and the layer's place: the same on every machine.
 *
 * @example
 * sequential([dense({ units: 64, activation: 'relu' }), dropout({ rate: 0.5 }), dense({ units: 1 })], { inputDim: 2 });
 * @see Srivastava et al., JMLR 15 (2014); Keras: https://keras.io/api/layers/regularization_layers/dropout/
 */
export function dropout(options: DropoutOptions): DropoutLayer {
  return Object.freeze({ kind: 'dropout', ...readOptions('dropout', table, options) });
}

function checkedNoiseShape(shape: NoiseShape, argument: Argument): NoiseShape {
  if (Array.isArray(shape) && shape.length === 2 && shape.every(size => size === null || size === 1)) {
    return Object.freeze([shape[0], shape[1]]);
  }
  throw new RangeError(violation(argument, 'be [null, 1] or [1, null] (null: as the input)', shape));
}

export const dropoutKind: LayerKind<DropoutLayer> = {
  title: 'Dropout',
  build: dropout,
  mask: (_layer, inputDim) => ({ shape: [1, inputDim] }),
  bind: bindDropout,
};

function bindDropout({ rate, scaling, seed, noiseShape }: DropoutLayer, site: Site): Node {
  const shared = [noiseShape?.[0] === 1, noiseShape?.[1] === 1] as const;
  const mask = bindMask(site, site.input.cols, seed, bernoulli(site.arena, rate), shared);
  const keptShare = scaling === 'scale-down' ? 1 - rate : 1;
  return multiplied(site, mask, scaling === 'inverted' ? inverted(rate) : 1, keptShare);
}
