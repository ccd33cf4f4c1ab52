import type { Settled } from './verdict';

/** Collected from the titles of the tests in test/notebooks by `npm run verdicts`; a test keeps it equal to them. */
export const verdicts: readonly Settled[] = [];
