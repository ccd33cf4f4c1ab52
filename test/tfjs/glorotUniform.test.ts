import * as tf from '@tensorflow/tfjs';
import { describe, expect, test } from 'vitest';
import { glorotUniform } from '../../lib/src/tfjs/index.ts';

const draw = (seed: number, inputDim = 30, units = 70) =>
  Array.from(glorotUniform({ seed }).apply([inputDim, units]).dataSync());

describe('the seeded glorotUniform for TensorFlow.js', () => {
  test('fills ±√(6 / (inputDim + units)) with the variance of a uniform distribution', () => {
    const limit = Math.sqrt(6 / 100);
    const values = draw(1);
    expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(Math.fround(limit));
    const variance = values.reduce((sum, value) => sum + value ** 2, 0) / values.length;
    const sigma = (limit ** 2 * Math.sqrt(4 / 45)) / Math.sqrt(values.length);
    expect(Math.abs(variance - limit ** 2 / 3)).toBeLessThan(4 * sigma);
  });

  test('repeats itself with a seed, 0 included, and differs between seeds', () => {
    expect(draw(0)).toEqual(draw(0));
    expect(draw(0)).not.toEqual(draw(1));
  });

  test('starts the kernel of a dense layer', () => {
    const layer = tf.layers.dense({ units: 70, kernelInitializer: glorotUniform({ seed: 3 }) });
    layer.apply(tf.input({ shape: [30] }));
    expect(Array.from(layer.getWeights()[0].dataSync())).toEqual(draw(3));
  });

  test('needs a seed', () => {
    expect(() => glorotUniform({} as never)).toThrow('glorotUniform: seed must be a number. Got undefined.');
  });

  test('refuses a misspelt option', () => {
    expect(() => glorotUniform({ seed: 1, Seed: 2 } as never)).toThrow(
      'glorotUniform: option must be one of \'seed\'. Got "Seed".',
    );
  });
});
