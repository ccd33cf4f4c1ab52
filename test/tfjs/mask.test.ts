import * as tf from '@tensorflow/tfjs';
import { describe, expect, test } from 'vitest';
import { mask } from '../../lib/src/tfjs/index.ts';

describe('the fixed mask for TensorFlow.js', () => {
  test.each([true, false])('multiplies the units of every sample by its values (training: %s)', training => {
    const y = mask([1, 0]).apply(tf.tensor2d([[0.5, -2], [3, 4]]), { training }) as tf.Tensor; // prettier-ignore
    expect(y.arraySync()).toEqual([[0.5, -0], [3, 0]]); // prettier-ignore
  });

  test('lets no gradient through to a dropped unit', () => {
    const gradient = tf.grad(x => (mask([1, 0]).apply(x) as tf.Tensor).sum())(tf.ones([2, 2]));
    expect(gradient.arraySync()).toEqual([[1, 0], [1, 0]]); // prettier-ignore
  });

  test('keeps its values when the array that gave them changes', () => {
    const values = [1, 1];
    const layer = mask(values);
    values[0] = 0;
    expect((layer.apply(tf.ones([1, 2])) as tf.Tensor).arraySync()).toEqual([[1, 1]]);
  });

  test('refuses a misspelt option', () => {
    expect(() => mask([1, 0], { names: 'h2' } as never)).toThrow(
      'mask: option must be one of \'name\'. Got "names".',
    );
  });

  test('refuses values that are neither 0 nor 1, and what is no array', () => {
    expect(() => mask([1, 0.5])).toThrow('mask: values (1 = kept, 0 = dropped) must contain only 0 and 1.');
    expect(() => mask(1 as never)).toThrow(TypeError);
  });

  test('refuses to stand behind a layer of another width', () => {
    expect(() => mask([1, 0, 1]).apply(tf.input({ shape: [2] }))).toThrow(
      'mask: values (1 = kept, 0 = dropped) must hold one value for each of 2 units. Got [1, 0, 1].',
    );
  });
});
