import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bayesAccuracy } from '../../lib/src/data/bayesAccuracy.ts';
import { makeBlobs } from '../../lib/src/data/makeBlobs.ts';
import { expectClose } from '../expectClose.ts';
import { expectError } from '../expectGrammar.ts';
import { expectRefusal } from '../expectRefusal.ts';
import scipy from '../fixtures/scipy/stats.json' with { type: 'json' };
import { SIGMAS } from '../tolerances.ts';

const lecture = {
  centers: [
    [0, 0],
    [0.5, 0.1],
  ],
  clusterStd: 0.25,
};

describe('bayesAccuracy', () => {
  it("is 0.8461 for the lecture's blobs", () => {
    expect(bayesAccuracy(lecture).toFixed(4)).toBe('0.8461');
  });

  it.each(scipy.normal)(
    `is Φ(d / 2s) for d = 2 · $x, as ${scipy['made by']} has it`,
    ({ x, probability }) => {
      expectClose(bayesAccuracy({ centers: [[0], [2 * x]] }), probability);
    },
  );

  it('depends on the distance in units of the standard deviation alone, in any dimension', () => {
    const coordinate = fc.double({ min: -2, max: 2, noNaN: true });
    const point = fc.array(coordinate, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(point, point, fc.double({ min: 0.1, max: 3, noNaN: true }), (a, b, clusterStd) => {
        const distance = Math.sqrt(a.reduce((sum, x, j) => sum + (x - b[j]) ** 2, 0));
        expectClose(
          bayesAccuracy({ centers: [a, b], clusterStd }),
          bayesAccuracy({ centers: [[0], [distance / clusterStd]] }),
        );
      }),
    );
  });

  it('is what the nearer center scores on fresh points, within 4 standard errors', () => {
    const n = 50_000;
    const { X, y } = makeBlobs({ ...lecture, nSamples: n, randomState: 11 });
    const square = (point: number[], k: number): number =>
      lecture.centers[k].reduce((sum, c, j) => sum + (point[j] - c) ** 2, 0);
    const hits = X.toArray().filter((point, i) => Number(square(point, 1) < square(point, 0)) === y[i]);
    const accuracy = bayesAccuracy(lecture);
    const error = Math.sqrt((accuracy * (1 - accuracy)) / n);
    expect(Math.abs(hits.length / n - accuracy)).toBeLessThan(SIGMAS * error);
  });

  it('refuses bad input in the grammar of errors', () => {
    expectError(
      () => bayesAccuracy({ centers: [[0], [1], [2]] }),
      'RangeError',
      'bayesAccuracy: centers (number of classes) must be in [2, 2]. Got 3.',
    );
    expectRefusal('bayesAccuracy', bayesAccuracy, { centers: [[0], [1]], clusterStd: 2 });
  });
});
