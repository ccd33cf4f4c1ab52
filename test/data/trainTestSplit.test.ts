import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trainTestSplit } from '../../lib/src/data/trainTestSplit.ts';
import { Matrix, matrix, zeros } from '../../lib/src/numpy/matrix.ts';
import { mean } from '../../lib/src/stats/mean.ts';
import { expectError } from '../expectGrammar.ts';
import { expectRefusal } from '../expectRefusal.ts';
import { casesOf, expectAgreement, madeBy } from './scikitLearn.ts';

const rows = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const points = (n: number): number[][] => rows(n).map(i => [i, -i]);
const ascending = (values: ArrayLike<number>): number[] => Array.from(values).toSorted((a, b) => a - b);

describe('trainTestSplit', () => {
  it.each(casesOf('trainTestSplit'))(`draws what ${madeBy} draws: %s`, (_, one) => expectAgreement(one));

  it('puts every point into one part, together with its target', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.nat(), fc.boolean(), (n, randomState, shuffle) => {
        const split = trainTestSplit(points(n), rows(n), { testSize: 0.4, randomState, shuffle });
        expect(split.XTrain.column(0)).toEqual(split.yTrain);
        expect(split.XTest.column(0)).toEqual(split.yTest);
        expect(ascending([...split.yTrain, ...split.yTest])).toEqual(rows(n));
        expect(split.yTest.length).toBe(Math.ceil(0.4 * n));
      }),
    );
  });

  it('gives every class its share in both parts when stratified, to less than one point', () => {
    const anyLabels = fc
      .array(fc.integer({ min: 0, max: 2 }), { minLength: 12, maxLength: 60 })
      .map(labels => [0, 0, 1, 1, 2, 2, ...labels]);
    fc.assert(
      fc.property(anyLabels, fc.nat(), (labels, randomState) => {
        const n = labels.length;
        const { yTrain, yTest } = trainTestSplit(points(n), labels, {
          testSize: 0.5,
          stratify: labels,
          randomState,
        });
        for (const k of [0, 1, 2]) {
          const count = (part: readonly number[]): number => part.filter(label => label === k).length;
          expect(Math.abs(count(yTrain) - (count(labels) * yTrain.length) / n)).toBeLessThan(1);
          expect(count(yTrain) + count(yTest)).toBe(count(labels));
        }
      }),
    );
  });

  it('stratifies classes of any size', () => {
    const labels = Int32Array.from({ length: 400_000 }, (_, i) => i % 2);
    const { yTrain } = trainTestSplit(zeros(labels.length, 1), labels, { stratify: labels, randomState: 1 });
    expect(mean(yTrain)).toBe(0.5);
  });

  it('keeps the types of points and targets', () => {
    const X = new Matrix(4, 1, new Float32Array([1, 2, 3, 4]));
    const split = trainTestSplit(X, Int32Array.of(0, 1, 0, 1), { randomState: 0 });
    expect(split.XTrain.data).toBeInstanceOf(Float32Array);
    expect(split.yTest).toBeInstanceOf(Int32Array);
    expect(trainTestSplit(X, [0.5, 1, 2, 3], { randomState: 0 }).yTrain).toBeInstanceOf(Array);
  });

  it('splits targets of several columns as it splits those of one, rows and matrices', () => {
    const options = { testSize: 0.4, randomState: 3 };
    const { yTrain, yTest } = trainTestSplit(points(10), rows(10), options);
    const listed = trainTestSplit(points(10), points(10), options);
    expect([listed.yTrain, listed.yTest]).toEqual([yTrain, yTest].map(part => part.map(i => [i, -i])));
    const matrices = trainTestSplit(points(10), matrix(points(10)), options);
    expect([matrices.yTrain, matrices.yTest].map(part => part.toArray())).toEqual([
      listed.yTrain,
      listed.yTest,
    ]);
    expectError(
      () => trainTestSplit(points(3), points(2), options),
      'RangeError',
      'trainTestSplit: y (one target per row of X) must have 3 rows. Got an array of shape (2, 2).',
    );
  });

  it('needs no seed where nothing is random', () => {
    expect(trainTestSplit(points(4), rows(4), { shuffle: false }).yTest).toEqual([3]);
  });

  it('says what is wrong: lengths that differ, a part that would be empty, a class of one', () => {
    const split = (n: number, options: object): unknown =>
      trainTestSplit(points(n), rows(n), options as never);
    expectError(
      () => trainTestSplit(points(3), [0, 1], { randomState: 1 }),
      'RangeError',
      'trainTestSplit: y (one target per row of X) must have length 3. Got [0, 1].',
    );
    expectError(
      () => split(3, { testSize: 3, randomState: 1 }),
      'RangeError',
      'trainTestSplit: testSize (a fraction in (0, 1) or a number of points) must be in [1, 2]. Got 3.',
    );
    expectError(
      () => split(3, { trainSize: 0.1, randomState: 1 }),
      'RangeError',
      'trainTestSplit: training set (number of the 3 points) must be at least 1. Got 0.',
    );
    expectError(
      () => split(4, { stratify: [0, 0, 0, 1], randomState: 1 }),
      'RangeError',
      'trainTestSplit: stratify (members of the smallest class) must be at least 2. Got 1.',
    );
    expectError(
      () => split(4, { stratify: [0, 0, 1, 1], shuffle: false }),
      'RangeError',
      'trainTestSplit: shuffle must be true with stratify. Got false.',
    );
  });

  it('refuses bad input in the grammar of errors', () => {
    const y = [0, 1, 0, 1, 0, 1, 0, 1];
    const options = { testSize: 0.5, trainSize: 0.5, shuffle: true, stratify: y, randomState: 1 };
    expectRefusal('trainTestSplit', given => trainTestSplit(points(8), y, given), options);
    expectRefusal(
      'trainTestSplit',
      given => trainTestSplit(given?.X as never, given?.y as never, { randomState: 1 }),
      { X: points(8), y },
    );
  });
});
