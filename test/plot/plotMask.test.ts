import { expect, test } from 'vitest';
import { dense, dropout, matrix, plotMask, sequential } from '../../lib/src/index.ts';

test('one matrix is one step: what lastMasks holds is drawn as it is', () => {
  const model = sequential([dropout({ rate: 0.5 }), dense({ units: 1 })], { inputDim: 4, seed: 1 });
  model.forward([[1, 2, 3, 4]], { training: true });
  const { dropout_1: mask } = model.lastMasks;
  expect(plotMask(mask)).toEqual(plotMask([mask]));
});

test('the words count the dropped units', () => {
  const { words, tables } = plotMask(
    matrix([
      [1, 0, 1],
      [0, 0, 1],
    ]),
  );
  expect(words).toContain('dropped 3 (50 %)');
  expect(tables[0].rows).toEqual([
    ['1', '1', '1 0 1'],
    ['1', '2', '0 0 1'],
  ]);
});
