import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeMoons } from '../../lib/src/data/makeMoons.ts';
import { expectClose } from '../expectClose.ts';
import { expectError } from '../expectGrammar.ts';
import { expectRefusal } from '../expectRefusal.ts';
import { SIGMAS } from '../tolerances.ts';
import { casesOf, expectAgreement, madeBy } from './scikitLearn.ts';

describe('makeMoons', () => {
  it.each(casesOf('makeMoons'))(`draws what ${madeBy} draws: %s`, (_, one) => expectAgreement(one));

  it('puts class 0 on the upper half of one circle, class 1 on the lower half of another', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 80 }), (randomState, nSamples) => {
        const { X, y } = makeMoons({ nSamples, randomState });
        X.toArray().forEach(([a, b], i) => {
          const [centerX, centerY] = y[i] ? [1, 0.5] : [0, 0];
          expectClose((a - centerX) ** 2 + (b - centerY) ** 2, 1);
          expect(y[i] ? b <= 0.5 : b >= 0).toBe(true);
        });
      }),
    );
  });

  it('adds noise to the same points', () => {
    const noise = 1e-6;
    const clean = makeMoons({ nSamples: 40, randomState: 1 });
    const noisy = makeMoons({ nSamples: 40, noise, randomState: 1 });
    expect(noisy.y).toEqual(clean.y);
    noisy.X.data.forEach((value, k) =>
      expect(Math.abs(value - clean.X.data[k])).toBeLessThan(SIGMAS * noise),
    );
    expect(noisy.X).not.toEqual(clean.X);
  });

  it('refuses bad input in the grammar of errors', () => {
    expectError(
      () => makeMoons({ noise: -1, randomState: 1 }),
      'RangeError',
      'makeMoons: noise (standard deviation) must be at least 0. Got -1.',
    );
    expectError(
      () => makeMoons({ noise: 1e308, randomState: 1 }),
      'RangeError',
      'makeMoons: X[2][1] (in float64) must be finite. Got -Infinity.',
    );
    expectRefusal('makeMoons', makeMoons, { nSamples: 6, noise: 0.1, shuffle: true, randomState: 1 });
  });
});
