import { expect, test } from 'vitest';
import { loadDigits } from '../../lib/src/data/loadDigits.ts';
import oracle from '../fixtures/digits/digits.json' with { type: 'json' };

const { X, y } = loadDigits();

test('1797 images of 64 pixels from 0 to 16, in float32', () => {
  expect([X.rows, X.cols, y.length]).toEqual([1797, 64, 1797]);
  expect(X.data).toBeInstanceOf(Float32Array);
  expect(new Set(X.data)).toEqual(new Set(Array.from({ length: 17 }, (_, k) => k)));
});

test('are those of scikit-learn', () => {
  expect(X.row(0)).toEqual(oracle.first);
  expect(X.row(1796)).toEqual(oracle.last);
  const sums = oracle.columnSums.map((_, j) => X.column(j).reduce((a, b) => a + b));
  expect(sums).toEqual(oracle.columnSums);
  expect(Array.from(X.data).reduce((sum, pixel, k) => sum + (k % 1009) * pixel, 0)).toBe(oracle.weightedSum);
});

test('and so are their labels', () => {
  const counts = Array.from({ length: 10 }, (_, digit) => y.filter(label => label === digit).length);
  expect(counts).toEqual(oracle.classCounts);
  expect(Array.from(y.slice(0, 20))).toEqual(oracle.firstLabels);
});

test('every call returns arrays of its own', () => {
  loadDigits().X.data.fill(7);
  expect(loadDigits().X.row(0)).toEqual(oracle.first);
});
