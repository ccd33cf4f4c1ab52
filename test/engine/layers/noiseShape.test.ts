import { describe, expect, it } from 'vitest';
import { dropout, sequential } from '../../../lib/src/index.ts';
import { layer, ONES, ROWS } from './ones.ts';

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

  it.each([3, 8, 30])('draws the same %i numbers for samples as for units', n => {
    const drawn = (noiseShape: [1 | null, 1 | null]) => {
      const model = sequential([dropout({ rate: 0.5, noiseShape })], { inputDim: n, seed: 1 });
      const ones = Array.from({ length: n }, () => Array<number>(n).fill(1));
      return model.forward(ones, { training: true, seed: 7 });
    };
    expect(drawn([null, 1]).column(0)).toEqual(drawn([1, null]).row(0));
  });

  it('is the shape it was when the layer was made', () => {
    const noiseShape: [1 | null, 1 | null] = [1, null];
    const made = dropout({ rate: 0.5, noiseShape });
    noiseShape[0] = null;
    expect(made.noiseShape).toEqual([1, null]);
  });
});
