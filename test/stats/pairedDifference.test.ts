import { describe, expect, it } from 'vitest';
import { pairedDifference } from '../../lib/src/stats/pairedDifference.ts';
import { expectAllClose, expectClose } from '../expectClose.ts';
import { expectError } from '../expectGrammar.ts';
import { expectRefusal } from '../expectRefusal.ts';
import scipy from '../fixtures/scipy/stats.json' with { type: 'json' };
import { madeBy } from './samples.ts';

describe('pairedDifference', () => {
  it.each(scipy.paired)(`agrees with ${madeBy}: $first.length pairs`, ({ first, second, t, low, high }) => {
    const result = pairedDifference(first, second);
    expectAllClose([result.t, result.low, result.high], [t, low, high]);
  });

  it('turns its sign with the order of the two', () => {
    const { first, second } = scipy.paired[1];
    const [forth, back] = [pairedDifference(first, second), pairedDifference(second, first)];
    expectAllClose(
      [back.mean, back.t, back.low, back.high],
      [-forth.mean, -forth.t, -forth.high, -forth.low],
    );
  });

  it('finds a small steady difference that the spread between seeds would hide', () => {
    const seeds = [0.7, 0.8, 0.9, 1];
    const paired = pairedDifference(
      seeds.map((x, i) => x + 0.01 + 0.001 * (i % 2)),
      seeds,
    );
    expect(paired.low).toBeGreaterThan(0);
    expectClose(paired.mean, 0.0105);
  });

  it('of equal results has no t', () => {
    const { mean, low, high, t } = pairedDifference([1, 2], [1, 2]);
    expect([mean, low, high, t]).toEqual([0, 0, 0, NaN]);
  });

  it('refuses bad input in the grammar of errors', () => {
    expectError(
      () => pairedDifference([1, 2, 3], [1, 2]),
      'RangeError',
      'pairedDifference: second must have length 3. Got [1, 2].',
    );
    expectError(
      () => pairedDifference([1e308, 1], [-1e308, 1]),
      'RangeError',
      'pairedDifference: result (in float64) must be finite. Got NaN.',
    );
    expectRefusal(
      'pairedDifference',
      given => pairedDifference(given?.first, given?.second, given?.options).mean,
      { first: [1, 2], second: [2, 4], options: {} },
    );
  });
});
