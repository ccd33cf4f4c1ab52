import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bayesAccuracy, type Blobs } from '../../lib/src/data/bayesAccuracy.ts';
import { makeBlobs } from '../../lib/src/data/makeBlobs.ts';
import { expectClose } from '../expectClose.ts';
import { expectError } from '../expectGrammar.ts';
import { expectRefusal } from '../expectRefusal.ts';
import scipy from '../fixtures/scipy/stats.json' with { type: 'json' };
import { EXACT, GRID_SUM, QUADRATURE, SIGMAS } from '../tolerances.ts';

const anyCoordinate = fc.double({ min: -2, max: 2, noNaN: true });
const anyStd = fc.double({ min: 0.1, max: 3, noNaN: true });
const anyCenters = fc.array(fc.tuple(anyCoordinate, anyCoordinate), { minLength: 2, maxLength: 3 });
const anyBlobs: fc.Arbitrary<Required<Blobs> & { centers: number[][]; clusterStd: number[] }> =
  anyCenters.chain(centers =>
    fc.record({
      centers: fc.constant(centers),
      clusterStd: fc.array(anyStd, { minLength: centers.length, maxLength: centers.length }),
    }),
  );

describe('bayesAccuracy', () => {
  it("is 0.8461 for the lecture's blobs", () => {
    const accuracy = bayesAccuracy({
      centers: [
        [0, 0],
        [0.5, 0.1],
      ],
      clusterStd: 0.25,
    });
    expect(accuracy.toFixed(4)).toBe('0.8461');
  });

  it('is Φ(d / 2s) for two classes of equal spread, in any dimension', () => {
    const anyCenter = fc.integer({ min: 1, max: 6 }).chain(cols => {
      const center = fc.array(anyCoordinate, { minLength: cols, maxLength: cols });
      return fc.tuple(center, center);
    });
    fc.assert(
      fc.property(anyCenter, anyStd, ([a, b], std) => {
        const distance = Math.sqrt(a.reduce((sum, x, j) => sum + (x - b[j]) ** 2, 0));
        expectClose(
          bayesAccuracy({ centers: [a, b], clusterStd: std }),
          normalCdf(distance / (2 * std), 0, 1),
        );
      }),
    );
  });

  it('has the numerical integral agree with the closed form where the spreads all but agree', () => {
    fc.assert(
      fc.property(anyCoordinate, anyCoordinate, anyStd, (x, y, std) => {
        const centers = [
          [0, 0],
          [x, y],
        ];
        const closed = bayesAccuracy({ centers, clusterStd: std });
        expectClose(bayesAccuracy({ centers, clusterStd: [std, std * (1 + 1e-12)] }), closed, QUADRATURE);
      }),
      { numRuns: 20 },
    );
  });

  it('is ½ (1 − exp(−R² / 2s²) + exp(−R² / 2t²)) for two rings around one centre, R² = 4 ln(t/s) / (1/s² − 1/t²)', () => {
    fc.assert(
      fc.property(anyStd, anyStd, (s, t) => {
        fc.pre(t > s * 1.01);
        const square = (4 * Math.log(t / s)) / (1 / s ** 2 - 1 / t ** 2);
        const expected = (1 - Math.exp(-square / (2 * s ** 2)) + Math.exp(-square / (2 * t ** 2))) / 2;
        const centers = [
          [1, 2],
          [1, 2],
        ];
        expectClose(bayesAccuracy({ centers, clusterStd: [s, t] }), expected, QUADRATURE);
      }),
      // In the example, the rings touch a piece of the integral at its very end.
      { numRuns: 20, examples: [[0.10116049099141418, 0.44956349821747216]] },
    );
  });

  it('is (4Φ(½) − 1) / 3 for three classes in a row at distance 1, Φ(½)² for four on a square', () => {
    const phi = normalCdf(0.5, 0, 1);
    expectClose(bayesAccuracy({ centers: [[0], [1], [2]] }), (4 * phi - 1) / 3);
    const square = [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ];
    expectClose(bayesAccuracy({ centers: square }), phi ** 2, QUADRATURE);
  });

  it.each(scipy.blobs.map(blobs => [JSON.stringify(blobs), blobs] as const))(
    `agrees with an integral by ${scipy['made by']}: %s`,
    (_, { accuracy, ...blobs }) => {
      expectClose(bayesAccuracy(blobs), accuracy, blobs.centers[0].length === 1 ? EXACT : GRID_SUM);
    },
  );

  it('does not change when the blobs are moved, turned by a right angle, renamed or blown up', () => {
    fc.assert(
      fc.property(
        anyBlobs,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        ({ centers, clusterStd }, factor) => {
          const accuracy = bayesAccuracy({ centers, clusterStd });
          const same = (blobs: Blobs): void => expectClose(bayesAccuracy(blobs), accuracy, QUADRATURE);
          same({ centers: centers.map(([x, y]) => [x + 3, y - 2]), clusterStd });
          same({ centers: centers.map(([x, y]) => [-y, x]), clusterStd });
          same({ centers: centers.toReversed(), clusterStd: clusterStd.toReversed() });
          const blownUp = centers.map(row => row.map(x => x * factor));
          same({ centers: blownUp, clusterStd: clusterStd.map(std => std * factor) });
          expect(accuracy).toBeGreaterThanOrEqual(1 / centers.length - QUADRATURE);
          expect(accuracy).toBeLessThanOrEqual(1 + QUADRATURE);
        },
      ),
      { numRuns: 10 },
    );
  });

  it('keeps its digits far from 0, in one dimension and in two', () => {
    const line = [[0], [1], [2.5]];
    const plane = [[0, 0], [1, 0], [2.5, 1]]; // prettier-ignore
    const clusterStd = [0.5, 0.7, 1];
    for (const centers of [line, plane]) {
      const accuracy = bayesAccuracy({ centers, clusterStd });
      for (const far of [1e6, 1e8]) {
        const moved = centers.map(row => row.map(x => x + far));
        expectClose(bayesAccuracy({ centers: moved, clusterStd }), accuracy, QUADRATURE);
      }
    }
  });

  it('adds a class far from all others as one that is always right', () => {
    const near = bayesAccuracy({ centers: [[0], [1]], clusterStd: [0.7, 1] });
    const centers = [[0], [1e8], [1e8 + 1]];
    expectClose(bayesAccuracy({ centers, clusterStd: [0.5, 0.7, 1] }), (1 + 2 * near) / 3);
  });

  it('is what the rule itself scores on fresh points, within 4 standard errors', () => {
    const blobs = {
      centers: [
        [0, 0],
        [1, 0.5],
        [0, 2],
      ],
      clusterStd: [0.5, 1, 0.8],
    };
    const n = 50_000;
    const { X, y } = makeBlobs({ ...blobs, nSamples: n, randomState: 11 });
    const score = (point: number[], k: number): number => {
      const square = blobs.centers[k].reduce((sum, c, j) => sum + (point[j] - c) ** 2, 0);
      return -square / (2 * blobs.clusterStd[k] ** 2) - 2 * Math.log(blobs.clusterStd[k]);
    };
    const hits = X.toArray().filter((point, i) => {
      const scores = [0, 1, 2].map(k => score(point, k));
      return scores.indexOf(Math.max(...scores)) === y[i];
    });
    const accuracy = bayesAccuracy(blobs);
    const error = Math.sqrt((accuracy * (1 - accuracy)) / n);
    expect(Math.abs(hits.length / n - accuracy)).toBeLessThan(SIGMAS * error);
  });

  it('refuses bad input in the grammar of errors', () => {
    const space = [
      [0, 0, 0],
      [1, 1, 1],
    ];
    expectError(
      () => bayesAccuracy({ centers: space, clusterStd: [1, 2] }),
      'RangeError',
      'bayesAccuracy: centers (columns where the integral is numerical) must be in [1, 2]. Got 3.',
    );
    expectRefusal<Blobs>('bayesAccuracy', bayesAccuracy, { centers: [[0], [1]], clusterStd: [1, 2] });
  });
});
