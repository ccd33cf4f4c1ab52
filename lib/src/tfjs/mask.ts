import { layers, serialization, type Tensor, tidy } from '@tensorflow/tfjs';
import { type Argument, checkMask, violation } from '../check';
import { type Options, readOptions } from '../options';

const table = {
  /** Name of the layer, for `model.getLayer(name)`. */
  name: { type: 'text', optional: true, meaning: 'of the layer' },
} as const;

const argument: Argument = { fn: 'mask', name: 'values', meaning: '1 = kept, 0 = dropped' };

/**
 * The lecture's `Multiply()([h, mask])` as a TensorFlow.js layer: multiplies every sample's units by `values`, in
 * training and in prediction. The kept units are not scaled.
 *
 * @param values 1 = kept, 0 = dropped; one for each unit.
 * @throws RangeError when a value is neither 0 nor 1, their number is not that of the units, or an option is unknown.
 * @example
 * const h2 = mask([1, 1, 0, 1], { name: 'h2' }).apply(h1); // drops the third unit
 */
export function mask(values: ArrayLike<number>, options: Options<typeof table> = {}): layers.Layer {
  checkMask(argument, values);
  const { name } = readOptions('mask', table, options);
  return new Mask(Array.from(values), name);
}

class Mask extends layers.Layer {
  static readonly className: string = 'Mask';
  readonly #values: readonly number[];

  constructor(values: readonly number[], name?: string) {
    super({ name });
    this.#values = values;
  }

  override build(inputShape: (number | null)[]): void {
    const units = inputShape.at(-1);
    if (units !== this.#values.length) {
      throw new RangeError(violation(argument, `hold one value for each of ${units} units`, this.#values));
    }
    super.build(inputShape);
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    const [x] = [inputs].flat();
    return tidy(() => x.mul([...this.#values]));
  }

  override computeOutputShape(inputShape: (number | null)[]): (number | null)[] {
    return inputShape;
  }

  override getConfig(): serialization.ConfigDict {
    return { ...super.getConfig(), values: [...this.#values] };
  }
}
