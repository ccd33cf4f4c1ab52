import { describe, expect, it } from 'vitest';
import { dropout } from '../../../lib/src/index.ts';
import { SIGMAS } from '../../tolerances.ts';
import { layer, mean, N, ONES, RATES, ROWS } from './ones.ts';

describe('gaussian dropout', () => {
  it.each(RATES)('multiplies by noise of mean 1 and variance rate / (1 − rate) at rate %f', rate => {
    const output = layer({ rate, noise: 'gaussian' }).forward(ONES, { training: true });
    const variance = rate / (1 - rate);
    const centre = mean(output);
    expect(Math.abs(centre - 1)).toBeLessThan(SIGMAS * Math.sqrt(variance / N));
    const spread = mean(output.map(value => (value - centre) ** 2));
    expect(Math.abs(spread / variance - 1)).toBeLessThan(SIGMAS * Math.sqrt(2 / N));
  });

  it('takes factors handed in, as lastMasks shows them', () => {
    const model = layer({ rate: 0.5, noise: 'gaussian' });
    const output = model.forward(ONES, { training: true });
    const masks = { ...model.lastMasks };
    expect(model.forward(ONES, { training: true, masks })).toEqual(output);
    expect(masks.dropout_1).toEqual(output);
  });

  it('changes nothing while predicting', () => {
    expect(layer({ rate: 0.5, noise: 'gaussian' }).predict(ONES).data).toEqual(new Float32Array(N).fill(1));
  });
});

describe('noiseShape', () => {
  it('[1, null] drops the same units for all samples', () => {
    const output = layer({ rate: 0.5, noiseShape: [1, null] }).forward(ONES, { training: true });
    for (let i = 1; i < ROWS; i++) expect(output.row(i)).toEqual(output.row(0));
    expect(new Set(output.row(0))).toEqual(new Set([0, 2]));
  });

  it('[null, 1] drops whole samples', () => {
    const output = layer({ rate: 0.5, noiseShape: [null, 1] }).forward(ONES, { training: true });
    for (let i = 0; i < ROWS; i++) expect(new Set(output.row(i)).size).toBe(1);
    expect(new Set(output.column(0))).toEqual(new Set([0, 2]));
  });

  it('is the shape it was when the layer was made', () => {
    const noiseShape: [1 | null, 1 | null] = [1, null];
    const made = dropout({ rate: 0.5, noiseShape });
    noiseShape[0] = null;
    expect(made.noiseShape).toEqual([1, null]);
  });
});
