import { expect, test } from 'vitest';
import { guess, reveal } from '../../lib/src/course/guess.ts';
import { displayed } from '../notebook/displayed.ts';

const texts = async (run: () => void) => (await displayed(run)).map(({ data }) => data['text/plain']);

test('a guess is held against what was measured', async () => {
  expect(
    await texts(() => {
      guess('best rate', 0.5);
      reveal('best rate', 0.75);
    }),
  ).toEqual([
    '? Your guess (best rate): 0.5.',
    '? Your guess (best rate): 0.5. Measured: 0.75. You were off by 0.25.',
  ]);
});

test('a missing guess stops nothing, and undefined takes a guess back', async () => {
  expect(
    await texts(() => {
      guess('best rate', 0.5);
      guess('best rate', undefined);
      reveal('best rate', 0.75);
    }),
  ).toEqual([
    '? Your guess (best rate): 0.5.',
    '? Your guess (best rate): type a number before you go on.',
    '? Your guess (best rate): you made none. Measured: 0.75.',
  ]);
});

test('a guess is a number', () => {
  expect(() => guess('best rate', 'high' as never)).toThrow('guess: value must be a number. Got "high".');
});
