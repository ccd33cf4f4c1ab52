import { initializers, tensor } from '@tensorflow/tfjs';
import { randomState } from '../numpy/random';
import { type Options, readOptions } from '../options';

const table = {
  /** Decides the numbers: an integer in [0, 2^32 − 1]. */
  seed: { type: 'seed' },
} as const;

/** A TensorFlow.js initializer; the package does not export the type by name. */
export type KerasInitializer = ReturnType<typeof initializers.zeros>;

/**
 * Keras's default for kernels, uniform in ±√(6 / (inputDim + units)): each seed, 0 included, gives its own numbers,
 * the same in every run.
 *
 * @throws RangeError when `seed` is not an integer in [0, 2^32 − 1] or an option is unknown.
 * @example
 * tf.layers.dense({ units: 4, kernelInitializer: glorotUniform({ seed: 1 }) });
 * @see Glorot and Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010
 */
export function glorotUniform(options: Options<typeof table>): KerasInitializer {
  const { seed } = readOptions('glorotUniform', table, options);
  const random = randomState(seed).spawn('kernel');
  // The class is not exported either: an initializer of zeros is given other values.
  const initializer = initializers.zeros();
  initializer.apply = shape => {
    const [inputDim, units] = shape as [number, number];
    const limit = Math.sqrt(6 / (inputDim + units));
    return tensor(Float32Array.from(random.uniform(-limit, limit, inputDim * units)), [inputDim, units]);
  };
  return initializer;
}
