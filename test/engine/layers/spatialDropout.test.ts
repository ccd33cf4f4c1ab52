import { describe, expect, it } from 'vitest';
import { sequential, spatialDropout } from '../../../lib/src/index.ts';
import { SIGMAS } from '../../tolerances.ts';
import { mean, N, ONES, RATES, ROWS, UNITS } from './ones.ts';

const CHANNELS = 5;
const layer = (rate: number) =>
  sequential([spatialDropout({ rate, channels: CHANNELS, name: 'drop' })], { inputDim: UNITS, seed: 1 });

describe('spatialDropout', () => {
  it.each(RATES)('drops the share %f of the channels and keeps the mean', rate => {
    const model = layer(rate);
    const output = model.forward(ONES, { training: true });
    const sigma = Math.sqrt((rate * (1 - rate)) / (ROWS * CHANNELS));
    expect(Math.abs(mean(model.lastMasks.drop) - (1 - rate))).toBeLessThan(SIGMAS * sigma);
    expect(Math.abs(mean(output) - 1)).toBeLessThan((SIGMAS * sigma) / (1 - rate));
  });

  it('drops a channel at every position of a sample or at none', () => {
    const model = layer(0.5);
    const output = model.forward(ONES, { training: true });
    const { drop } = model.lastMasks;
    expect(drop.shape).toEqual([ROWS, CHANNELS]);
    expect(output.map((_value, i, j) => 2 * drop.at(i, j % CHANNELS))).toEqual(output);
    expect(new Set(drop.toArray().map(String)).size).toBe(2 ** CHANNELS);
  });

  it('takes the mask of the channels, one for all samples or one for each', () => {
    const model = sequential([spatialDropout({ rate: 0.5, channels: 2, name: 'drop' })], { inputDim: 4 });
    const X = [
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ];
    expect(model.forward(X, { training: true, masks: { drop: [1, 0] } }).toArray()).toEqual([
      [2, 0, 6, 0],
      [10, 0, 14, 0],
    ]);
    const each = [
      [1, 0],
      [0, 1],
    ];
    expect(model.forward(X, { training: true, masks: { drop: each } }).toArray()).toEqual([
      [2, 0, 6, 0],
      [0, 12, 0, 16],
    ]);
  });

  it('changes nothing while predicting', () => {
    expect(layer(0.5).predict(ONES).data).toEqual(new Float32Array(N).fill(1));
  });

  it('is refused where the inputs are not positions × channels', () => {
    const make = () => sequential([spatialDropout({ rate: 0.5, channels: 3 })], { inputDim: 4 });
    expect(make).toThrow(
      'spatialDropout: channels (of layer spatialDropout_1) must divide the 4 inputs. Got 3.',
    );
  });
});
