import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCircles } from '../../lib/src/data/makeCircles.ts';
import { expectClose } from '../expectClose.ts';
import { expectError } from '../expectGrammar.ts';
import { expectRefusal } from '../expectRefusal.ts';
import { casesOf, expectAgreement, madeBy } from './scikitLearn.ts';

describe('makeCircles', () => {
  it.each(casesOf('makeCircles'))(`draws what ${madeBy} draws: %s`, (_, one) => expectAgreement(one));

  it('puts class 0 on the circle of radius 1, class 1 on the circle of radius factor, half of the points each', () => {
    const anyFactor = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 80 }), anyFactor, (randomState, nSamples, factor) => {
        const { X, y } = makeCircles({ nSamples, factor, randomState });
        X.toArray().forEach(([a, b], i) => expectClose(Math.hypot(a, b), y[i] ? factor : 1));
        expect(y.filter(label => label === 0).length).toBe(Math.floor(nSamples / 2));
      }),
    );
  });

  it('refuses bad input in the grammar of errors', () => {
    expectError(
      () => makeCircles({ factor: 1.5, randomState: 1 }),
      'RangeError',
      'makeCircles: factor (inner radius over outer) must be in [0, 1). Got 1.5.',
    );
    expectError(
      () => makeCircles({ factor: 1, randomState: 1 }),
      'RangeError',
      'makeCircles: factor (inner radius over outer) must be in [0, 1). Got 1.',
    );
    const valid = { nSamples: 6, noise: 0.1, factor: 0.5, shuffle: true, randomState: 1 };
    expectRefusal('makeCircles', makeCircles, valid);
  });
});
