import { afterEach, expect, it, vi } from 'vitest';
import { withHost } from '../withHost.ts';

/** The seed that a kernel with this `COURSE_SEED` gives to its notebooks. */
const seedWith = (seed?: string) =>
  withHost({ seed }, async () => (await import('../../lib/src/notebook/courseSeed.ts')).courseSeed);

afterEach(() => vi.resetModules());

it.each([
  [undefined, 1],
  ['7', 7],
  ['0', 0],
  ['1000000', 1_000_000],
])('COURSE_SEED=%s gives the seed %i', async (text, seed) => {
  expect(await seedWith(text)).toBe(seed);
});

it.each(['', ' ', '-1', '1.5', '1000001', 'seven'])('COURSE_SEED=%j is refused by name', async text => {
  await expect(seedWith(text)).rejects.toThrow(/^courseSeed: COURSE_SEED \(environment variable\) must /);
});
