import * as tf from '@tensorflow/tfjs';
import { describe, expect, test } from 'vitest';
import { dropout, glorotUniform } from '../../lib/src/tfjs/index.ts';
import { SIGMAS } from '../tolerances.ts';

const ones = tf.ones([20, 50]);
const run = (layer: tf.layers.Layer, x: tf.Tensor = ones, training = true) =>
  Array.from((layer.apply(x, { training }) as tf.Tensor).dataSync());

const three = (seed: number) => {
  const layer = dropout({ rate: 0.5, seed });
  return [run(layer), run(layer), run(layer)];
};

describe('the course’s Dropout layer for TensorFlow.js', () => {
  test.each([0.1, 0.2, 0.5, 0.8, 0.9])('at rate %d outputs 0 or x / (1 − rate) and nothing else', rate => {
    const x = tf.range(1, 1001).reshape([20, 50]);
    const scaled = Array.from(x.mul(1 / (1 - rate)).dataSync());
    run(dropout({ rate, seed: 1 }), x).forEach((y, i) => expect([0, scaled[i]]).toContain(y));
  });

  test.each([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9])(
    'at rate %d drops that fraction, within 4 σ',
    rate => {
      const layer = dropout({ rate, seed: 7 });
      const draws = 10;
      const dropped = Array.from({ length: draws }, () => run(layer))
        .flat()
        .filter(y => y === 0).length;
      const n = draws * ones.size;
      expect(Math.abs(dropped - n * rate)).toBeLessThan(4 * Math.sqrt(n * rate * (1 - rate)));
    },
  );

  test('draws a fresh mask at every call', () => {
    const layer = dropout({ rate: 0.5, seed: 1 });
    expect(run(layer)).not.toEqual(run(layer));
  });

  test('draws the same masks in the same order from the same seed, others from another', () => {
    expect(three(0)).toEqual(three(0));
    expect(three(0)).not.toEqual(three(1));
  });

  test('knows nothing of a kernel drawn from the same seed', () => {
    const kernel = Array.from(glorotUniform({ seed: 1 }).apply(ones.shape).dataSync());
    const agreements = run(dropout({ rate: 0.5, seed: 1 })).filter((y, i) => y > 0 === kernel[i] > 0).length;
    expect(Math.abs(agreements - ones.size / 2)).toBeLessThan(SIGMAS * Math.sqrt(ones.size / 4));
  });

  test('does what TensorFlow.js’s own seeded dropout does not: that one repeats its mask', () => {
    const frozen = tf.layers.dropout({ rate: 0.5, seed: 1 });
    expect(run(frozen)).toEqual(run(frozen));
  });

  test('is the identity in prediction and at rate 0', () => {
    const x = tf.randomNormal([4, 3], 0, 1, 'float32', 3);
    expect(run(dropout({ rate: 0.5, seed: 1 }), x, false)).toEqual(Array.from(x.dataSync()));
    expect(run(dropout({ rate: 0, seed: 1 }), x)).toEqual(Array.from(x.dataSync()));
  });

  test('gives zeros, not NaN, at rate 1', () => {
    expect(new Set(run(dropout({ rate: 1, seed: 1 })))).toEqual(new Set([0]));
  });

  test('keeps the sign of a dropped negative number, as Keras prints it: -0.', () => {
    const dropped = run(dropout({ rate: 0.5, seed: 1 }), ones.neg()).filter(y => y === 0);
    expect(dropped.length).toBeGreaterThan(0);
    expect(dropped.every(y => Object.is(y, -0))).toBe(true);
  });

  test('keeps its rate when the object that gave it changes', () => {
    const options = { rate: 0, seed: 1 };
    const layer = dropout(options);
    options.rate = 1;
    expect(run(layer)).toEqual(Array.from(ones.dataSync()));
  });

  test('passes the gradient through the mask of the same call', () => {
    const layer = dropout({ rate: 0.5, seed: 1 });
    const mask = run(dropout({ rate: 0.5, seed: 1 }));
    const gradient = tf.grad(x => (layer.apply(x, { training: true }) as tf.Tensor).sum())(ones);
    expect(Array.from(gradient.dataSync())).toEqual(mask);
  });

  test.each([
    [{ rate: 1.5, seed: 1 }, 'dropout: rate (fraction of units to drop) must be in [0, 1]. Got 1.5.'],
    [{ rate: 0.5, seed: -1 }, 'dropout: seed must be in [0, 4294967295]. Got -1.'],
    [{ rate: 0.5 }, 'dropout: seed must be a number. Got undefined.'],
    [{ rate: 0.5, seed: 1, scaling: 'none' }, "dropout: option must be one of 'rate', 'seed', 'name'."],
    [undefined, 'dropout: options must be an object, as in { rate: … }. Got undefined.'],
  ])('refuses %o', (options, message) => {
    expect(() => dropout(options as never)).toThrow(message);
  });
});
