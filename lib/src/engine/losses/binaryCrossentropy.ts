import { checkColumns, checkProbabilities, type Last, type LossKind } from './loss';

export const binaryCrossentropy: LossKind = {
  name: 'binaryCrossentropy',
  activation: 'sigmoid',
  encode: (...targets) => checkProbabilities(targets[0], checkColumns(...targets), 'binaryCrossentropy'),
  bind(kernels, last) {
    const { value: a, cols, stride } = last.output;
    const { value: z, grad: dz } = last.logits as NonNullable<Last['logits']>;
    return {
      fromLogits: true,
      measure: (y, rows) =>
        kernels.binaryCrossentropy(z, a, y, dz, rows, cols, stride, 1 / (rows * cols)) / (rows * cols),
      matches: (y, rows) => kernels.binaryMatches(a, y, rows, cols, stride) / cols,
    };
  },
};
