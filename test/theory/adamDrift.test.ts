import { expect, test } from 'vitest';
import { adamDrift } from '../../lib/src/index.ts';
import fixture from '../fixtures/theory/theory.json' with { type: 'json' };
import { expectAllClose, expectClose } from '../expectClose.ts';

test('it is the way torch.optim.Adam moves a weight whose gradient has become 0', () => {
  expectAllClose(adamDrift(12), fixture.adamDrift);
});

test('the first steps are .670, .518, .424 learning rates, 12 steps make 3.65', () => {
  const drift = adamDrift(12);
  expect(adamDrift(0)).toEqual([]);
  expect(drift.slice(0, 3).map(step => step.toFixed(3))).toEqual(['0.670', '0.518', '0.424']);
  expect(drift.reduce((sum, step) => sum + step, 0).toFixed(2)).toBe('3.65');
});

test('it keeps its digits where the powers of β1 and β2 underflow', () => {
  // β1 = β2 = β: √(β^(t−1) (1 − β) / (1 − β^t))
  expectClose(adamDrift(1200, 0.5, 0.5).at(-1)! / 2 ** -600, Math.SQRT1_2);
  expectClose(adamDrift(10_000, 0.9, 0.9).at(-1)! / 0.9 ** 5000, Math.sqrt(0.1));
});

test('without momentum (beta1 = 0) a weight without gradient stays', () => {
  adamDrift(5, 0).forEach(step => expectClose(step, 0, 0));
});
