import { describe, expect, it } from 'vitest';
import { gaussianDropout, sequential } from '../../../lib/src/index.ts';
import { SIGMAS } from '../../tolerances.ts';
import { mean, N, ONES, RATES, UNITS } from './ones.ts';

const noisy = (rate: number) => sequential([gaussianDropout({ rate })], { inputDim: UNITS, seed: 1 });

describe('gaussianDropout', () => {
  it.each(RATES)('multiplies by noise of mean 1 and variance rate / (1 − rate) at rate %f', rate => {
    const output = noisy(rate).forward(ONES, { training: true });
    const variance = rate / (1 - rate);
    const center = mean(output);
    expect(Math.abs(center - 1)).toBeLessThan(SIGMAS * Math.sqrt(variance / N));
    const spread = mean(output.map(value => (value - center) ** 2));
    expect(Math.abs(spread / variance - 1)).toBeLessThan(SIGMAS * Math.sqrt(2 / N));
  });

  it('takes factors handed in, as lastMasks shows them', () => {
    const model = noisy(0.5);
    const output = model.forward(ONES, { training: true });
    const masks = { ...model.lastMasks };
    expect(model.forward(ONES, { training: true, masks })).toEqual(output);
    expect(masks.gaussianDropout_1).toEqual(output);
  });

  it('changes nothing while predicting', () => {
    expect(noisy(0.5).predict(ONES).data).toEqual(new Float32Array(N).fill(1));
  });
});
