import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialInterval } from '../../lib/src/stats/binomialInterval.ts';
import { expectAllClose, expectClose } from '../expectClose.ts';
import { expectError } from '../expectGrammar.ts';
import { expectRefusal } from '../expectRefusal.ts';
import scipy from '../fixtures/scipy/stats.json' with { type: 'json' };
import { madeBy } from './samples.ts';

describe('binomialInterval', () => {
  it.each(scipy.binomial)(
    `agrees with ${madeBy}: $successes of $trials at $confidence`,
    ({ successes, trials, confidence, low, high }) => {
      const interval = binomialInterval(successes, trials, { confidence });
      expectAllClose([interval.low, interval.high, interval.mean], [low, high, successes / trials]);
    },
  );

  it('mirrors when successes and failures change places', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(), (trials, seed) => {
        const successes = seed % (trials + 1);
        const [a, b] = [binomialInterval(successes, trials), binomialInterval(trials - successes, trials)];
        expectClose(a.low, 1 - b.high);
        expect(a.low <= a.mean && a.mean <= a.high).toBe(true);
      }),
    );
  });

  it('covers every probability at least as often as it says', () => {
    const trials = 12;
    const intervals = Array.from({ length: trials + 1 }, (_, k) => binomialInterval(k, trials));
    for (let p = 0.01; p < 1; p += 0.01) {
      let probability = (1 - p) ** trials;
      let covered = 0;
      intervals.forEach(({ low, high }, k) => {
        if (low <= p && p <= high) covered += probability;
        probability *= ((trials - k) / (k + 1)) * (p / (1 - p));
      });
      expect(covered).toBeGreaterThanOrEqual(0.95);
    }
  });

  it('refuses bad input in the grammar of errors', () => {
    expectError(
      () => binomialInterval(3, 2),
      'RangeError',
      'binomialInterval: successes must be in [0, 2]. Got 3.',
    );
    expectRefusal(
      'binomialInterval',
      given => binomialInterval(given?.successes, given?.trials, given?.options),
      { successes: 1, trials: 2, options: {} },
    );
  });
});
