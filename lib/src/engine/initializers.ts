import { type Argument, checkChoice, violation } from '../check';
import type { MatrixLike } from '../numpy/matrix';
import type { RandomState } from '../numpy/random';
import { rowOrMatrix } from './batch';

type InitializerName = 'zeros' | 'glorotUniform' | 'heNormal';

/**
 * How a parameter starts:
 * - 'zeros'
 * - 'glorotUniform': uniform in ±√(6 / (inputs + outputs))
 * - 'heNormal': normal with standard deviation √(2 / inputs), values beyond two deviations drawn again and the
 *   deviation corrected for it, as in Keras
 * - the values themselves: a matrix, or for a bias one row
 *
 * A kernel's inputs and outputs are inputDim and units; a bias counts units as both, as in Keras.
 *
 * @see Glorot and Bengio 2010; He et al. 2015
 */
export type Initializer = InitializerName | MatrixLike | ArrayLike<number>;

/** The name of an initializer, or a copy of the values given, as rows. */
export function checkedInitializer(value: Initializer, argument: Argument): Initializer {
  if (typeof value === 'object' && value !== null) return rowOrMatrix(argument, value).toArray();
  checkChoice(argument, value, Object.keys(initializers) as InitializerName[]);
  return value;
}

/** A parameter, as far as its first values depend on it. */
interface InitialParameter {
  readonly name: string;
  readonly rows: number;
  readonly cols: number;
  readonly initializer: Initializer;
}

/** The first values of a parameter, row-major. */
export function initialValues(
  argument: Argument,
  { name, rows, cols, initializer }: InitialParameter,
  random: RandomState,
): ArrayLike<number> {
  if (typeof initializer === 'string') {
    return initializers[initializer](random, name === 'bias' ? cols : rows, cols, rows * cols);
  }
  const values = rowOrMatrix(argument, initializer);
  if (values.rows !== rows || values.cols !== cols) {
    throw new RangeError(violation(argument, `have shape (${rows}, ${cols})`, initializer));
  }
  return values.data;
}

/** Every named initializer: `size` values for a parameter with so many inputs and outputs. */
const initializers: Readonly<
  Record<
    InitializerName,
    (random: RandomState, inputs: number, outputs: number, size: number) => ArrayLike<number>
  >
> = {
  zeros: (_random, _inputs, _outputs, size) => new Float32Array(size),
  glorotUniform(random, inputs, outputs, size) {
    const limit = Math.sqrt(6 / (inputs + outputs));
    return random.uniform(-limit, limit, size);
  },
  heNormal(random, inputs, _outputs, size) {
    const deviation = Math.sqrt(2 / inputs) / TRUNCATED_DEVIATION;
    return Float64Array.from({ length: size }, () => deviation * truncatedNormal(random));
  },
};

/** Standard deviation of a standard normal cut off at ±2. */
const TRUNCATED_DEVIATION = 0.87962566103423978;

function truncatedNormal(random: RandomState): number {
  for (;;) {
    const value = random.standardNormal();
    if (Math.abs(value) <= 2) return value;
  }
}
