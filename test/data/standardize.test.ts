import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardize } from '../../lib/src/data/standardize.ts';
import { Matrix } from '../../lib/src/numpy/matrix.ts';
import { expectAllClose, expectClose } from '../expectClose.ts';
import { expectError } from '../expectGrammar.ts';
import { expectRefusal } from '../expectRefusal.ts';
import { STANDARDIZED } from '../tolerances.ts';
import { casesOf, expectAgreement, madeBy } from './scikitLearn.ts';

const anyRow = fc.tuple(
  fc.integer({ min: -500, max: 500 }),
  fc.integer({ min: -9, max: 9 }).map(i => 7 + i / 1000),
);
const anyPoints = fc.array(anyRow, { minLength: 1, maxLength: 30 });

describe('standardize', () => {
  it.each(casesOf('standardize'))(`scales as ${madeBy} scales: %s`, (_, one) => expectAgreement(one));

  it('gives every column mean 0 and variance 1, a constant one zeros', () => {
    fc.assert(
      fc.property(anyPoints, points => {
        const { X, scale } = standardize(points);
        for (const j of [0, 1]) {
          const column = X.column(j);
          const constant = points.every(row => row[j] === points[0][j]);
          if (constant) expect(scale[j]).toBe(1);
          expectClose(column.reduce((sum, x) => sum + x, 0) / column.length, 0, STANDARDIZED);
          if (!constant)
            expectClose(column.reduce((sum, x) => sum + x * x, 0) / column.length, 1, STANDARDIZED);
        }
      }),
    );
  });

  it('applies the means and scales of a training set to other points', () => {
    const train = standardize([
      [0, 10],
      [2, 30],
    ]);
    const { mean, scale } = train;
    for (const given of [{ mean, scale }, train]) {
      const test = standardize([[4, 20]], given);
      expect(test.X.rows).toBe(1);
      expectAllClose(test.X.row(0), [3, 0]);
      expect(test.mean).toEqual(mean);
      expect(test.scale).toEqual(scale);
    }
  });

  it('leaves its input as it is', () => {
    const given = new Matrix(2, 1, new Float64Array([1, 3]));
    standardize(given);
    expect(Array.from(given.data)).toEqual([1, 3]);
  });

  it('refuses bad input in the grammar of errors', () => {
    expectError(
      () => standardize([[1, 2]], { mean: [0, 0], scale: [1, 0] }),
      'RangeError',
      'standardize: scale[1] (one per column) must be greater than 0. Got 0.',
    );
    expectError(() => standardize([]), 'RangeError', 'standardize: X must have rows. Got [].');
    expectRefusal('standardize', given => standardize([[1, 2]], given), { mean: [0, 0], scale: [1, 1] });
    expectRefusal('standardize', given => standardize(given?.X), { X: [[1, 2]] });
  });
});
