import { describe, expect, it } from 'vitest';
import { meanInterval } from '../../lib/src/stats/meanInterval.ts';
import { randomState } from '../../lib/src/numpy/random.ts';
import { expectClose } from '../expectClose.ts';
import { expectError } from '../expectGrammar.ts';
import { expectRefusal } from '../expectRefusal.ts';
import { SIGMAS } from '../tolerances.ts';
import { madeBy, samples } from './samples.ts';

describe('meanInterval', () => {
  it.each(samples)(`agrees with ${madeBy}: %s`, (_, sample) => {
    for (const [confidence, low, high] of sample.intervals) {
      const interval = meanInterval(sample.values, { confidence });
      expectClose(interval.low, low);
      expectClose(interval.high, high);
      expectClose(interval.mean, sample.mean);
      expectClose(interval.sd, sample.sd);
      expectClose(interval.standardError * Math.sqrt(interval.n), sample.sd);
      expectClose(interval.mean + interval.margin, high);
    }
  });

  it('covers the true mean as often as it says, within 4 standard errors', () => {
    const random = randomState(12);
    const runs = 4000;
    const covers = (confidence: number): number =>
      Array.from({ length: runs }, () => meanInterval(random.normal(2, 3, 5), { confidence })).filter(
        ({ low, high }) => low <= 2 && 2 <= high,
      ).length / runs;
    for (const confidence of [0.5, 0.9]) {
      const error = Math.sqrt((confidence * (1 - confidence)) / runs);
      expect(Math.abs(covers(confidence) - confidence)).toBeLessThan(SIGMAS * error);
    }
  });

  it('refuses bad input in the grammar of errors', () => {
    expectError(
      () => meanInterval([1, 2], { confidence: 95 }),
      'RangeError',
      'meanInterval: confidence (probability of covering the true value) must be in (0, 1). Got 95.',
    );
    expectRefusal('meanInterval', given => meanInterval(given?.values, given?.options), {
      values: [1, 2],
      options: { confidence: 0.9 },
    });
  });
});
