import { expect, test } from 'vitest';
import { SIGMAS } from '../tolerances.ts';
import { claim } from './claim.ts';
import { describeNotebook } from './describeNotebook.ts';

const wrongAnswers = {
  'best-epoch': [
    'const bestEpoch = (losses: number[]) => losses.indexOf(Math.min(...losses));',
    'const bestEpoch = (losses: number[]) => Math.min(...losses);',
    'const bestEpoch = (losses: number[]) => losses.lastIndexOf(Math.min(...losses)) + 1;',
  ],
  'in-prediction': [
    'const inPredictionOut = [2, 4, 6, 8];',
    'const inPredictionOut = [1, 2, 3, 4].map(value => value / 2);',
  ],
  'mixed-up': [
    'const factors = [1 / 0.8, 1 / 0.2];',
    'const factors = [1 - 0.8, 1 - 0.2];',
    'const factors = [0.8, 0.2];',
  ],
};

/** Whether a share of n mask entries is what this rate allows. */
const isShare = (share: number, rate: number, n: number) =>
  Math.abs(share - rate) < SIGMAS * Math.sqrt((rate * (1 - rate)) / n);

describeNotebook('01-overview', { wrongAnswers }, notebook => {
  test('the loss on training points ends below the loss on the others', () => {
    const { train, validation } = notebook.values('without-words');
    expect(train).toBeLessThan(validation);
  });

  claim(
    '1.5',
    'masks-per-sample',
    'each sample has a thin network of its own: an iteration trains as many as its batch has rows',
    () => {
      const { samples, different } = notebook.values('masks-per-sample');
      expect(samples).toBe(150);
      expect(different).toBeGreaterThan(130);
    },
  );

  claim(
    '1.1',
    'pairs-words',
    'the gap between fresh and training points narrows, the accuracy on fresh points rises',
    () => {
      const { wide, narrow, narrower, better } = notebook.values('pairs-words');
      expect(narrower.low).toBeGreaterThan(0);
      expect(better.low).toBeGreaterThan(0);
      expect(narrow).toBeLessThan(wide);
      expect(narrow).toBeGreaterThan(0);
    },
  );

  claim(
    '1.2',
    'layer',
    'every output is 0 or exactly twice what it was, in the table and in 8000 more',
    () => {
      const [before, behind] = notebook.matrices('layer') as [number[][], number[][]];
      for (const [i, row] of behind.entries())
        for (const [j, value] of row.entries())
          if (value !== 0) expect(Math.abs(value - 2 * before[i]![j]!)).toBeLessThan(0.0151);
      expect(notebook.values('formula-check').hiddenOther).toBe(0);
    },
  );

  claim(
    '1.3',
    'formula-check',
    'hidden or input, each output is 0 with the probability `rate`, and scaled otherwise',
    () => {
      const { hidden, inputs, inputsOther } = notebook.values('formula-check');
      expect(inputsOther).toBe(0);
      expect(isShare(hidden, 0.5, 8000)).toBe(true);
      expect(isShare(inputs, 0.2, 20000)).toBe(true);
    },
  );

  claim(
    '1.4',
    'one-sample',
    'after a step with one sample the weights of dropped units keep every bit, the others move',
    () => {
      const [, places] = /= unchanged: (.*)$/.exec(notebook.text('one-sample')) ?? [];
      expect(places).toBe('(0, 1) (0, 2) (0, 4) (0, 7) (1, 1) (1, 2) (1, 4) (1, 7)');
    },
  );

  claim('1.4', 'one-batch', 'in a batch, where each sample drops others, all weights move', () => {
    const { batch, dropped, moved } = notebook.values('one-batch');
    expect(isShare(dropped / 8, 0.5, 8 * batch)).toBe(true);
    expect(moved).toBe(16);
  });

  claim(
    '1.6',
    'prediction-check',
    'prediction repeats to the bit and equals that of a network without the dropout layer',
    () => {
      const { inTraining, points, inPrediction, bare } = notebook.values('prediction-check');
      expect(inTraining).toBeLessThan(10);
      expect([points, inPrediction, bare]).toEqual([50, 50, 50]);
    },
  );

  test('unscaled, the output unit receives exactly twice the mean of all masks', () => {
    const { masks, factor } = notebook.values('loudness');
    expect([masks, factor]).toEqual([256, 2]);
  });

  claim(
    '1.8',
    'conventions-check',
    'with weights larger by 1/p, scale-down is the same function in training and prediction',
    () => {
      expect(notebook.values('conventions-check')).toMatchObject({ inTraining: 50, inPrediction: 50 });
    },
  );

  claim(
    '1.9',
    'keras-check',
    'its layer multiplies by 1/(1 − rate) in training and by nothing in prediction',
    () => {
      expect(notebook.values('keras-check')).toMatchObject({ inTraining: '0 and 4', inPrediction: '1' });
    },
  );
});
