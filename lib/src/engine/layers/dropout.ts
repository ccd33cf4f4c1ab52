import { violation } from '../../check';
import { randomState } from '../../numpy/random';
import { type Options, readOptions, type Settings } from '../../options';
import { givenMask } from './givenMask';
import { type Node, type Pass, type Site, tensor } from './layer';

type NoiseShape = readonly [1 | null, 1 | null];

const table = {
  /** Probability to drop a unit, in [0, 1]. */
  rate: { type: 'number', min: 0, max: 1, meaning: 'probability to drop a unit' },
  /** Where the mean is kept: 'inverted' (default, as Keras) in training, 'scale-down' (as the paper) in prediction, or 'none'. */
  scaling: { choices: ['inverted', 'scale-down', 'none'], default: 'inverted' },
  /** 'bernoulli' (default), or 'gaussian': x · N(1, rate / (1 − rate)) while training, x in prediction. */
  noise: { choices: ['bernoulli', 'gaussian'], default: 'bernoulli' },
  /** `[null, 1]` drops whole rows (samples), `[1, null]` the same units for all samples of a batch; null (default) neither. */
  noiseShape: { read: (shape: NoiseShape): NoiseShape => checkedNoiseShape(shape), default: null },
  /**
   * false lets all units through in training too and masks the gradient alone: an experiment, to see what "its weights are
   * not updated" does by itself. Not with 'scale-down', whose prediction would scale what training did not.
   */
  maskForward: { type: 'boolean', default: true },
  /** Gives the layer masks of its own; without it they follow from the seed of `fit` or of the model. */
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
/** Zeros or ones, or normal noise of the same mean and variance. */
export type DropoutNoise = DropoutLayer['noise'];

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
 * *kept*, 1 − rate. Not to be confused with `mask`, which drops the same units always.
 *
 * A rate of 0 changes nothing; a rate of 1 gives zeros. The bits come from xoshiro128++, seeded by Philox4x32-10 from the
 * seed, the step and the layer's place: the same on every machine.
 *
 * @throws RangeError or TypeError when an option is unknown or out of range.
 * @example
 * sequential([dense({ units: 64, activation: 'relu' }), dropout({ rate: 0.5 }), dense({ units: 1 })], { inputDim: 2 });
 * @see Srivastava et al., JMLR 15 (2014); Keras: https://keras.io/api/layers/regularization_layers/dropout/
 */
export function dropout(options: DropoutOptions): DropoutLayer {
  const settings = readOptions('dropout', table, options);
  const { rate, scaling, noise, maskForward } = settings;
  if (noise === 'gaussian') checkGaussian(rate, scaling);
  if (!maskForward && scaling === 'scale-down') {
    const argument = { fn: 'dropout', name: 'scaling', meaning: 'with maskForward false' };
    throw new RangeError(violation(argument, "be 'inverted' or 'none'", scaling));
  }
  return Object.freeze({ kind: 'dropout', ...settings });
}

function checkGaussian(rate: number, scaling: DropoutScaling): void {
  if (rate === 1) {
    const argument = { fn: 'dropout', name: 'rate', meaning: 'of gaussian noise' };
    throw new RangeError(violation(argument, 'be less than 1, for its variance is rate / (1 - rate)', rate));
  }
  if (scaling !== 'inverted') {
    const argument = { fn: 'dropout', name: 'scaling', meaning: 'of gaussian noise' };
    throw new RangeError(violation(argument, 'be left out, for its mean is 1 already', scaling));
  }
}

function checkedNoiseShape(shape: NoiseShape): NoiseShape {
  if (Array.isArray(shape) && shape.length === 2 && shape.every(size => size === null || size === 1)) {
    return Object.freeze([shape[0], shape[1]]);
  }
  const argument = { fn: 'dropout', name: 'noiseShape', meaning: 'of the mask: samples, units' };
  throw new RangeError(violation(argument, 'be [null, 1] or [1, null] (null: as the input)', shape));
}

/** Puts a dropout layer in place. */
export function bindDropout(layer: DropoutLayer, site: Site): Node {
  const { arena, name, input, capacity } = site;
  const { kernels } = arena;
  const { rate, scaling, maskForward } = layer;
  const gaussian = layer.noise === 'gaussian';
  const output = tensor(arena, capacity, input.cols);
  const { cols, stride } = output;
  const mask = arena.allocate(capacity * stride + 16);
  const ones = scaling === 'scale-down' ? arena.allocate(capacity * stride) : 0;
  if (ones) arena.heap.fill(1, ones, ones + capacity * stride);
  const ownKey = layer.seed === null ? undefined : noiseKey(layer.seed, 'masks');
  const keep = 1 - rate;
  const trainingScale = scaling !== 'inverted' || gaussian ? 1 : keep === 0 ? 0 : 1 / keep;

  function draw({ rows, key, step }: Pass): void {
    const [key0, key1] = ownKey ?? key;
    const stream = ownKey ? 0 : site.index;
    const [sharedRows, sharedCols] = layer.noiseShape ?? [null, null];
    const count = (sharedRows ?? rows) * (sharedCols ?? stride);
    if (gaussian) {
      kernels.gaussian(mask, count, Math.sqrt(rate / keep), key0, key1, step, stream);
    } else if (rate === 1) arena.heap.fill(0, mask, mask + count);
    else kernels.bernoulli(mask, count, Math.floor(rate * 2 ** 32), key0, key1, step, stream);
    if (layer.noiseShape) spread(rows, sharedRows === 1, sharedCols === 1);
  }

  function spread(rows: number, sharedRows: boolean, sharedCols: boolean): void {
    const { heap } = arena;
    const drawn = heap.slice(mask, mask + rows * stride);
    const width = sharedCols ? 1 : stride;
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < stride; j++) {
        heap[mask + i * stride + j] = drawn[(sharedRows ? 0 : i) * width + (sharedCols ? 0 : j)];
      }
    }
  }

  /** The same linear map takes values forward and gradients backward. */
  function apply(from: number, to: number, { rows, training }: Pass): void {
    const count = rows * stride;
    if (training) kernels.multiply(from, mask, to, count, trainingScale);
    else if (ones) kernels.multiply(from, ones, to, count, keep);
    else arena.heap.copyWithin(to, from, from + count);
  }

  return {
    name,
    output,
    mask,
    forward(pass) {
      const given = pass.masks?.[name];
      if (given) arena.write(mask, givenMask(given, pass.rows), pass.rows, cols);
      else if (pass.training) draw(pass);
      apply(input.value, output.value, maskForward ? pass : { ...pass, training: false });
    },
    backward(pass) {
      apply(output.grad, input.grad, pass);
    },
  };
}

/** The Philox key of one purpose's noise. */
export function noiseKey(seed: number, purpose: string): [number, number] {
  const random = randomState(seed).spawn(purpose);
  return [random.uint32(), random.uint32()];
}
