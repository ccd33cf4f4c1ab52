import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { droppedUnitsDistribution, idleProbability, maskProbabilities } from '../../lib/src/index.ts';
import fixture from '../fixtures/theory/theory.json' with { type: 'json' };
import { expectAllClose, expectClose } from '../expectClose.ts';
import { anyRate } from './support.ts';

describe('droppedUnitsDistribution', () => {
  test.each(fixture.binomial)("n = $n at rate $rate is SciPy's binomial distribution", ({ n, rate, pmf }) => {
    expectAllClose(droppedUnitsDistribution(n, rate), pmf);
  });

  test('four units at rate one half: two dropped .375, the whole layer empty .0625', () => {
    expect([...droppedUnitsDistribution(4, 0.5)]).toEqual([0.0625, 0.25, 0.375, 0.25, 0.0625]);
  });

  test('it adds up to 1 with mean n · rate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), anyRate, (n, rate) => {
        const distribution = droppedUnitsDistribution(n, rate);
        expectClose(
          distribution.reduce((sum, p) => sum + p, 0),
          1,
        );
        expectClose(
          distribution.reduce((sum, p, k) => sum + p * k, 0),
          n * rate,
        );
      }),
    );
  });

  test('at rate 0 none is dropped, at rate 1 all are', () => {
    expect([...droppedUnitsDistribution(3, 0)]).toEqual([1, 0, 0, 0]);
    expect([...droppedUnitsDistribution(3, 1)]).toEqual([0, 0, 0, 1]);
  });
});

describe('idleProbability', () => {
  test('one half: .5 for a batch of 1, .0625 for 4, 8e-31 for 100', () => {
    expect(idleProbability(0.5, 1)).toBe(0.5);
    expect(idleProbability(0.5, 4)).toBe(0.0625);
    expect(idleProbability(0.5, 100).toExponential(0)).toBe('8e-31');
  });

  test('it is the probability that all of a batch of independent masks drop the unit', () => {
    fc.assert(
      fc.property(anyRate, fc.integer({ min: 1, max: 10 }), (rate, batchSize) => {
        expectClose(idleProbability(rate, batchSize), maskProbabilities(batchSize, rate)[0]);
      }),
    );
  });
});
