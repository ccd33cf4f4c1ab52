import { type Argument, violation } from '../../check';
import type { Matrix } from '../../numpy/matrix';
import type { Network } from '../network';
import { checkColumns, checkProbabilities, type LossKind } from './loss';

const HINT = " (for class numbers take 'sparseCategoricalCrossentropy')";

export const categoricalCrossentropy: LossKind = {
  activation: 'softmax',
  encode(argument, y, units) {
    const hint = y.cols === 1 ? HINT : '';
    checkProbabilities(argument, checkColumns(argument, y, units, hint), 'categoricalCrossentropy');
    checkRowSums(argument, y);
    return y;
  },
  bind({ arena: { kernels }, last }) {
    const { value: a, cols, stride } = last.output;
    const { value: z, grad: dz } = last.logits as NonNullable<Network['last']['logits']>;
    return {
      fromLogits: true,
      measure: (y, rows) => kernels.categoricalCrossentropy(z, a, y, dz, rows, cols, stride, 1 / rows) / rows,
      matches: (y, rows) => kernels.categoricalMatches(a, y, rows, cols, stride),
    };
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
