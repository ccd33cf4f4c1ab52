import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeBlobs } from '../../lib/src/data/makeBlobs.ts';
import { randomState } from '../../lib/src/numpy/random.ts';
import { expectError } from '../expectGrammar.ts';
import { SIGMAS } from '../tolerances.ts';
import { expectRefusal } from '../expectRefusal.ts';
import { casesOf, expectAgreement, madeBy } from './scikitLearn.ts';

describe('makeBlobs', () => {
  it.each(casesOf('makeBlobs'))(`draws what ${madeBy} draws: %s`, (_, one) => expectAgreement(one));

  it('moves every point to its center as the spread goes to 0', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 5 }), (seed, classes) => {
        const { X, y, centers } = makeBlobs({
          centers: classes,
          clusterStd: 0,
          nSamples: 20,
          randomState: seed,
        });
        X.toArray().forEach((point, i) => expect(point).toEqual(centers.row(y[i])));
      }),
    );
  });

  it('divides the points evenly, the first classes taking one more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 9 }), (nSamples, classes) => {
        const { y } = makeBlobs({ nSamples, centers: classes, randomState: 0 });
        const counts = Array.from({ length: classes }, (_, k) => y.filter(label => label === k).length);
        expect(counts.reduce((sum, count) => sum + count)).toBe(nSamples);
        expect(counts).toEqual(counts.toSorted((a, b) => b - a));
        expect(counts[0] - counts[classes - 1]).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('only reorders when it shuffles', () => {
    const pairs = (shuffle: boolean): string[] => {
      const { X, y } = makeBlobs({ nSamples: 50, shuffle, randomState: 3 });
      return X.toArray().map((point, i) => JSON.stringify([point, y[i]]));
    };
    expect(pairs(true)).not.toEqual(pairs(false));
    expect(pairs(true).toSorted()).toEqual(pairs(false).toSorted());
  });

  it('takes a stream in place of a seed, and goes on where the last draw ended', () => {
    const random = randomState(4);
    const first = makeBlobs({ randomState: random });
    expect(first).toEqual(makeBlobs({ randomState: 4 }));
    expect(makeBlobs({ randomState: random })).not.toEqual(first);
  });

  it('has the mean and the spread asked for, within 4 standard errors', () => {
    const n = 20_000;
    const { X } = makeBlobs({ nSamples: n, centers: [[3, -1]], clusterStd: 2, randomState: 5 });
    [3, -1].forEach((center, j) => {
      const values = X.column(j);
      const mean = values.reduce((sum, x) => sum + x, 0) / n;
      const variance = values.reduce((sum, x) => sum + (x - center) ** 2, 0) / n;
      expect(Math.abs(mean - center)).toBeLessThan((SIGMAS * 2) / Math.sqrt(n));
      expect(Math.abs(variance - 4)).toBeLessThan((SIGMAS * 4 * Math.SQRT2) / Math.sqrt(n));
    });
  });

  it('says what is wrong: a misspelt option, a missing seed, a spread for each of other centers', () => {
    expectError(
      () => makeBlobs({ n_samples: 5, randomState: 1 } as never),
      'RangeError',
      "makeBlobs: option must be one of 'nSamples', 'nFeatures', 'centers', 'clusterStd', 'centerBox', 'shuffle', " +
        `'randomState'. Got "n_samples".`,
    );
    expectError(
      () => makeBlobs({} as never),
      'TypeError',
      'makeBlobs: randomState (seed or RandomState) must be given, as in { randomState: 42 }. Got undefined.',
    );
    expectError(
      () => makeBlobs({ centers: 2, clusterStd: [1, 2, 3], randomState: 1 }),
      'RangeError',
      'makeBlobs: clusterStd (standard deviation) must have length 2. Got [1, 2, 3].',
    );
    expectError(
      () => makeBlobs({ centers: 2, clusterStd: [1, -2], randomState: 1 }),
      'RangeError',
      'makeBlobs: clusterStd[1] (standard deviation) must be at least 0. Got -2.',
    );
  });

  it('refuses bad input in the grammar of errors', () => {
    expectRefusal('makeBlobs', makeBlobs, {
      nSamples: 6,
      nFeatures: 2,
      centers: 2,
      clusterStd: 1,
      centerBox: [0, 1],
      shuffle: true,
      randomState: 1,
    });
  });
});
