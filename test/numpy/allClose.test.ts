import { describe, expect, it } from 'vitest';
import { allClose, maxAbsDifference } from '../../lib/src/numpy/allClose.ts';
import { matrix } from '../../lib/src/numpy/matrix.ts';

describe('maxAbsDifference', () => {
  it('is the largest distance of two elements in one place', () => {
    expect(maxAbsDifference([1, -2, 3], [1, 2, 2.5])).toBe(4);
    expect(maxAbsDifference(matrix([[1, 2]]), [[1, 5]])).toBe(3);
    expect(maxAbsDifference([], [])).toBe(0);
  });

  it('refuses shapes that differ, though they hold as many numbers', () => {
    expect(() => maxAbsDifference([[1, 2]], [[1], [2]])).toThrow(
      'maxAbsDifference: b must have the shape of a, (1, 2).',
    );
  });
});

describe('allClose has NumPy’s tolerances', () => {
  // np.allclose(a, b): |a - b| <= 1e-8 + 1e-5 |b|
  it.each([
    [[1e10, 1e-7], [1.00001e10, 1e-8], false],
    [[1e10, 1e-8], [1.00001e10, 1e-9], true],
    [[1e10, 1e-8], [1.0001e10, 1e-9], false],
  ])('%j and %j: %s', (a, b, close) => expect(allClose(a, b)).toBe(close));

  it('is not symmetric: relative to the second', () => {
    expect(allClose([10], [9], { rtol: 0.1, atol: 0 })).toBe(false);
    expect(allClose([9], [10], { rtol: 0.1, atol: 0 })).toBe(true);
  });

  it('refuses a negative tolerance', () => {
    expect(() => allClose([1], [1], { atol: -1 })).toThrow(
      'allClose: atol (absolute tolerance) must be at least 0.',
    );
  });
});
