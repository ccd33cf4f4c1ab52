import { describe, expect, test } from 'vitest';
import { exercises } from '../../lib/src/course/exercises/index.ts';
import { judge } from '../../lib/src/course/judge.ts';

const functions = Object.entries(exercises).flatMap(([id, exercise]) =>
  'calls' in exercise ? [[id, exercise] as const] : [],
);

describe.each(functions)('exercise %s', (_, exercise) => {
  test('accepts the function that it expects', () => {
    expect(judge(exercise, exercise.expected).verdict).toBe('right');
  });

  test('refuses each typical wrong function with its own hint', () => {
    for (const [wrong, hint] of exercise.hints ?? []) {
      expect(judge(exercise, wrong)).toEqual({ verdict: 'wrong', message: hint });
      expect(hint).toMatch(/^[`“A-Zp0-9].*[.?]$/s);
    }
  });
});
