import { type Argument, checkChoice, violation } from '../check';
import type { MatrixLike } from '../numpy/matrix';
import type { RandomState } from '../numpy/random';
import { rowOrMatrix } from './batch';
import type { ParameterSlot } from './layers/layer';

const NAMES = ['zeros', 'glorotUniform', 'heNormal'] as const;

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
export type Initializer = (typeof NAMES)[number] | MatrixLike | ArrayLike<number>;

/** The name of an initialiser, or a copy of the values given, as rows. */
export function checkedInitializer(argument: Argument, value: unknown): Initializer {
  if (typeof value === 'object' && value !== null) return rowOrMatrix(argument, value).toArray();
  checkChoice(argument, value, NAMES);
  return value;
}

/** The first values of a parameter, row-major. */
export function initialValues(
  argument: Argument,
  initializer: Initializer,
  { name, rows, cols }: ParameterSlot,
  random: RandomState,
): ArrayLike<number> {
  const size = rows * cols;
  const inputs = name === 'bias' ? cols : rows;
  if (initializer === 'zeros') return new Float32Array(size);
  if (initializer === 'glorotUniform') {
    const limit = Math.sqrt(6 / (inputs + cols));
    return random.uniform(-limit, limit, size);
  }
  if (initializer === 'heNormal') {
    const deviation = Math.sqrt(2 / inputs) / TRUNCATED_DEVIATION;
    return Float64Array.from({ length: size }, () => deviation * truncatedNormal(random));
  }
  const values = rowOrMatrix(argument, initializer);
  if (values.rows !== rows || values.cols !== cols) {
    throw new RangeError(violation(argument, `have shape (${rows}, ${cols})`, values));
  }
  return values.data;
}

/** Standard deviation of a standard normal cut off at ±2. */
const TRUNCATED_DEVIATION = 0.87962566103423978;

function truncatedNormal(random: RandomState): number {
  for (;;) {
    const value = random.standardNormal();
    if (Math.abs(value) <= 2) return value;
  }
}
