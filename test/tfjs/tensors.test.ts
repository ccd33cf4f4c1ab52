import * as tf from '@tensorflow/tfjs';
import { describe, expect, test } from 'vitest';
import { toMatrix, toTensor } from '../../lib/src/tfjs/index.ts';

describe('toMatrix and toTensor', () => {
  test('take float32 numbers there and back unchanged', () => {
    const values = [[0.1, -0, 3e-5], [1, 2, 3]].map(row => row.map(Math.fround)); // prettier-ignore
    expect(toMatrix(toTensor(values)).toArray()).toEqual(values);
    expect(toMatrix(toTensor(values)).data).toBeInstanceOf(Float32Array);
  });

  test('make one row of a bias and one number of a scalar', () => {
    expect(toMatrix(tf.tensor1d([1, 2])).toArray()).toEqual([[1, 2]]);
    expect(toMatrix(tf.scalar(3)).toArray()).toEqual([[3]]);
  });

  test('copy: a matrix does not change with the variable it was read from', () => {
    const variable = tf.variable(tf.tensor2d([[1]]));
    const before = toMatrix(variable);
    variable.assign(tf.tensor2d([[2]]));
    expect(before.at(0, 0)).toBe(1);
  });

  test('refuse images and ragged rows', () => {
    expect(() => toMatrix(tf.zeros([2, 2, 2]))).toThrow('toMatrix: tensor must have one or two dimensions.');
    expect(() => toTensor([[1, 2], [3]])).toThrow(
      'toTensor: values[1] must have 2 columns, as the first row.',
    );
  });
});
