import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeClassification } from '../../lib/src/data/makeClassification.ts';
import { expectError } from '../expectGrammar.ts';
import { expectRefusal } from '../expectRefusal.ts';
import { casesOf, expectAgreement, madeBy } from './scikitLearn.ts';

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

describe('makeClassification', () => {
  it.each(casesOf('makeClassification'))(`draws what ${madeBy} draws: %s`, (_, one) => expectAgreement(one));

  it('says of every column what it is: as many of each kind as asked for, a repeated one equal to another', () => {
    const few = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(fc.nat(), few, few, few, (randomState, nRedundant, nRepeated, noise) => {
        const nFeatures = 2 + nRedundant + nRepeated + noise;
        const { X, features } = makeClassification({
          nSamples: 9,
          nFeatures,
          nRedundant,
          nRepeated,
          randomState,
        });
        const columns = features.map((_, j) => X.column(j).join());
        const count = (kind: string): number => features.filter(feature => feature === kind).length;
        expect(['informative', 'redundant', 'repeated', 'random'].map(count)).toEqual([
          2,
          nRedundant,
          nRepeated,
          noise,
        ]);
        columns.forEach((column, j) => {
          const copies = columns.filter(other => other === column).length;
          if (features[j] === 'repeated') expect(copies).toBeGreaterThan(1);
          if (features[j] === 'random') expect(copies).toBe(1);
        });
      }),
    );
  });

  it('separates the classes by informative columns and not by noise', () => {
    const { X, y, features } = makeClassification({
      nSamples: 2000,
      nFeatures: 6,
      nInformative: 2,
      nRedundant: 0,
      nClustersPerClass: 1,
      classSep: 3,
      randomState: 0,
    });
    const gaps = features.map((_, j) => {
      const column = X.column(j);
      const of = (label: number): number => mean(column.filter((_value, i) => y[i] === label));
      return Math.abs(of(0) - of(1));
    });
    features.forEach((kind, j) => kind === 'random' && expect(gaps[j]).toBeLessThan(0.2));
    expect(Math.max(...gaps)).toBeGreaterThan(4);
  });

  it('gives every class its weight, to one point per cluster', () => {
    const { y } = makeClassification({ nSamples: 200, weights: [0.8], flipY: 0, randomState: 2 });
    expect(Math.abs(y.filter(label => label === 0).length - 160)).toBeLessThanOrEqual(2);
  });

  it('refuses bad input in the grammar of errors', () => {
    expectError(
      () => makeClassification({ nClasses: 5, randomState: 1 }),
      'RangeError',
      'makeClassification: nClasses × nClustersPerClass (at most 2^nInformative corners) must be in [1, 4]. Got 10.',
    );
    expectError(
      () => makeClassification({ nFeatures: 3, randomState: 1 }),
      'RangeError',
      'makeClassification: nFeatures (informative + redundant + repeated + noise) must be at least 4. Got 3.',
    );
    expectError(
      () => makeClassification({ classSep: 0, randomState: 1 }),
      'RangeError',
      'makeClassification: classSep must be greater than 0. Got 0.',
    );
    expectRefusal('makeClassification', makeClassification, {
      nSamples: 6,
      nFeatures: 8,
      nInformative: 3,
      nRedundant: 2,
      nRepeated: 1,
      nClasses: 2,
      nClustersPerClass: 2,
      weights: [0.5],
      flipY: 0.1,
      classSep: 1,
      hypercube: false,
      shift: null,
      scale: null,
      shuffle: true,
      randomState: 1,
    });
  });
});
