import { expect } from 'vitest';
import { EXACT } from './tolerances.ts';

/** Asserts |actual − expected| ≤ tolerance · max(1, |expected|). */
export function expectClose(actual: number, expected: number, tolerance: number = EXACT): void {
  const distance = Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
  expect(distance, `${actual} against ${expected}`).toBeLessThanOrEqual(tolerance);
}

/** The same for every element. */
export function expectAllClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number = EXACT,
): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) expectClose(actual[i], expected[i], tolerance);
}
