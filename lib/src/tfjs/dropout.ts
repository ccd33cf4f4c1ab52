import { layers, serialization, type Tensor, tensor, tidy } from '@tensorflow/tfjs';
import { type RandomState, randomState } from '../numpy/random';
import { type Options, readOptions } from '../options';

const table = {
  /** Fraction of units to drop, in [0, 1]. */
  rate: { type: 'number', min: 0, max: 1, meaning: 'fraction of units to drop' },
  /** Decides the masks: an integer in [0, 2^32 − 1]. */
  seed: { type: 'seed' },
  /** Name of the layer, for `model.getLayer(name)`. */
  name: { type: 'text', optional: true, meaning: 'of the layer' },
} as const;

/** Options of `dropout`. */
export type DropoutOptions = Options<typeof table>;

/**
 * Keras's Dropout as a TensorFlow.js layer: in training each unit is set to 0 with probability `rate` and the others
 * are multiplied by 1 / (1 − rate); in prediction nothing happens.
 *
 * Every call draws a fresh mask, and the n-th call after construction draws the same mask in every run. TensorFlow.js's
 * own `tf.layers.dropout({ rate, seed })` draws one and the same mask at every call, and without `seed` none that can
 * be had again. A kernel of the same seed draws from another stream: a mask knows nothing of the weights.
 *
 * @throws RangeError when `rate` is outside [0, 1], `seed` is not in [0, 2^32 − 1] or an option is unknown.
 * @example
 * const h2 = dropout({ rate: 0.5, seed: 1, name: 'h2' }).apply(h1);
 * @see https://keras.io/api/layers/regularization_layers/dropout
 */
export function dropout(options: DropoutOptions): layers.Layer {
  return new Dropout(options);
}

class Dropout extends layers.Layer {
  static readonly className: string = 'Dropout';
  readonly #options: DropoutOptions;
  readonly #random: RandomState;

  constructor(options: DropoutOptions) {
    const { rate, seed, name } = readOptions('dropout', table, options);
    super({ name });
    this.#options = { rate, seed, ...(name && { name }) };
    this.#random = randomState(seed).spawn('mask');
  }

  override call(inputs: Tensor | Tensor[], { training = false }: { training?: boolean }): Tensor {
    const [x] = [inputs].flat();
    if (!training) return x.clone();
    const { rate } = this.#options;
    const scale = 1 / (1 - rate);
    const factors = Float32Array.from({ length: x.size }, () => (this.#random.random() < rate ? 0 : scale));
    return tidy(() => x.mul(tensor(factors, x.shape)));
  }

  override computeOutputShape(inputShape: number[]): number[] {
    return inputShape;
  }

  override getConfig(): serialization.ConfigDict {
    return { ...super.getConfig(), ...this.#options };
  }
}
