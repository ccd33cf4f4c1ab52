import { expect, test } from 'vitest';
import { adam, sgd } from '../../lib/src/index.ts';

test("the defaults are Keras's", () => {
  expect(sgd()).toEqual({ kind: 'sgd', learningRate: 0.01, momentum: 0, nesterov: false });
  expect(adam()).toEqual({ kind: 'adam', learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 });
});
