import { violation } from '../../check';
import { Matrix } from '../../numpy/matrix';
import { categoricalCrossentropy } from './categoricalCrossentropy';
import type { LossKind } from './loss';

/** The categorical cross-entropy of class numbers. */
export const sparseCategoricalCrossentropy: LossKind = {
  ...categoricalCrossentropy,
  encode(argument, y, units) {
    if (y.cols !== 1) throw new RangeError(violation(argument, 'have one class number per row', y));
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
