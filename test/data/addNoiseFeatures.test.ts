import { describe, expect, it } from 'vitest';
import { addNoiseFeatures } from '../../lib/src/data/addNoiseFeatures.ts';
import { randomState } from '../../lib/src/numpy/random.ts';
import { expectError } from '../expectGrammar.ts';
import { expectRefusal } from '../expectRefusal.ts';

const X = [
  [1, 2],
  [3, 4],
  [5, 6],
];

describe('addNoiseFeatures', () => {
  it('keeps the columns there are and appends normals, row by row', () => {
    const wide = addNoiseFeatures(X, { nFeatures: 3, std: 2, randomState: 8 });
    const normals = randomState(8).normal(0, 2, 9);
    expect(wide.shape).toEqual([3, 5]);
    wide.toArray().forEach((row, i) => expect(row).toEqual([...X[i], ...normals.slice(3 * i, 3 * i + 3)]));
  });

  it('adds nothing when asked for no column', () => {
    expect(addNoiseFeatures(X, { nFeatures: 0, randomState: 1 }).toArray()).toEqual(X);
  });

  it('refuses bad input in the grammar of errors', () => {
    expectError(
      () => addNoiseFeatures(X, { nFeatures: -1, randomState: 1 }),
      'RangeError',
      'addNoiseFeatures: nFeatures (columns to add) must be at least 0. Got -1.',
    );
    const valid = { nFeatures: 2, std: 1, randomState: 1 };
    expectRefusal('addNoiseFeatures', given => addNoiseFeatures(X, given), valid);
    expectRefusal('addNoiseFeatures', given => addNoiseFeatures(given?.X, valid), { X });
  });
});
