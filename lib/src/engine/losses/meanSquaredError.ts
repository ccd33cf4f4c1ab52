import { checkColumns, type LossKind } from './loss';

export const meanSquaredError: LossKind = {
  name: 'meanSquaredError',
  encode: checkColumns,
  bind(kernels, last) {
    const { value: a, grad: da, cols, stride } = last.output;
    return {
      fromLogits: false,
      measure: (y, rows) =>
        kernels.meanSquaredError(a, y, da, rows, cols, stride, 1 / (rows * cols)) / (rows * cols),
    };
  },
};
