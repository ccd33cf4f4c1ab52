import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialInterval } from '../../lib/src/stats/binomialInterval.ts';
import { winRate } from '../../lib/src/stats/winRate.ts';
import { expectError } from '../expectGrammar.ts';
import { expectRefusal } from '../expectRefusal.ts';

describe('winRate', () => {
  it('counts wins, ties and losses, and a tie as no win', () => {
    expect(winRate([3, 2, 1, 5], [1, 2, 3, 4])).toEqual({
      n: 4,
      wins: 2,
      ties: 1,
      losses: 1,
      ...binomialInterval(2, 4),
    });
  });

  it('turns wins into losses when the two change places', () => {
    const anyPairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(anyPairs, pairs => {
        const [first, second] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        const [forth, back] = [winRate(first, second), winRate(second, first)];
        expect([back.wins, back.ties, back.losses]).toEqual([forth.losses, forth.ties, forth.wins]);
        expect(forth.wins + forth.ties + forth.losses).toBe(pairs.length);
      }),
    );
  });

  it('refuses bad input in the grammar of errors', () => {
    expectError(() => winRate([1], [1, 2]), 'RangeError', 'winRate: second must have length 1. Got [1, 2].');
    expectRefusal('winRate', given => winRate(given?.first, given?.second, given?.options), {
      first: [1, 2],
      second: [2, 1],
      options: {},
    });
  });
});
