import { type Argument, violation } from '../../check';
import { Matrix } from '../../numpy/matrix';
import { checkColumns, checkProbabilities, type Last, type LossKind } from './loss';

const HINT = " (for class numbers take 'sparseCategoricalCrossentropy')";

/** The categorical cross-entropy of rows of probabilities. */
export const categoricalCrossentropy: LossKind = {
  name: 'categoricalCrossentropy',
  activation: 'softmax',
  encode(argument, y, units, given) {
    const hint = y.cols === 1 ? HINT : '';
    checkProbabilities(argument, checkColumns(argument, y, units, given, hint), 'categoricalCrossentropy');
    checkRowSums(argument, y);
    return y;
  },
  bind(kernels, last) {
    const { value: a, cols, stride } = last.output;
    const { value: z, grad: dz } = last.logits as NonNullable<Last['logits']>;
    return {
      fromLogits: true,
      measure: (y, rows) => kernels.categoricalCrossentropy(z, a, y, dz, rows, cols, stride, 1 / rows) / rows,
      matches: (y, rows) => kernels.categoricalMatches(a, y, rows, cols, stride),
    };
  },
};

/** The categorical cross-entropy of class numbers. */
export const sparseCategoricalCrossentropy: LossKind = {
  ...categoricalCrossentropy,
  name: 'sparseCategoricalCrossentropy',
  encode(argument, y, units, given) {
    if (y.cols !== 1) throw new RangeError(violation(argument, 'have one class number per row', given));
    const encoded = new Matrix(y.rows, units, new Float32Array(y.rows * units));
    y.data.forEach((value, i) => {
      if (!Number.isInteger(value) || value < 0 || value >= units) {
        throw new RangeError(violation(argument, `hold class numbers 0 to ${units - 1}`, value));
      }
      encoded.data[i * units + value] = 1;
    });
    return encoded;
  },
};

function checkRowSums(argument: Argument, y: Matrix): void {
  for (let i = 0; i < y.rows; i++) {
    const sum = y.row(i).reduce((total, value) => total + value, 0);
    if (Math.abs(sum - 1) > 1e-4) {
      throw new RangeError(violation(argument, 'have rows that sum to 1 (probabilities)', y.row(i)));
    }
  }
}
