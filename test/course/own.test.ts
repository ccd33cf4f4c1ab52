import { expect, test } from 'vitest';
import { dropoutBackward, own } from '../../lib/src/course/index.ts';

test('takes the stand-in until the answer is right', () => {
  const stub = (_outGradient: number[], _mask: number[], _rate: number): number[] | undefined => undefined;
  const wrong = (outGradient: number[]): number[] => outGradient;
  const right = (outGradient: number[], mask: number[], rate: number): number[] =>
    outGradient.map((gradient, j) => (gradient / (1 - rate)) * mask[j]!);
  expect(own('11/backward', stub)).toBe(dropoutBackward);
  expect(own('11/backward', wrong)).toBe(dropoutBackward);
  expect(own('11/backward', right)).toBe(right);
});

test('refuses an exercise without a stand-in', () => {
  expect(() => own('12/blind', () => 0)).toThrow(
    'own: exercise must be an exercise with a stand-in. Got "12/blind"',
  );
});
