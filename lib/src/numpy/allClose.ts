import { violation } from '../check';
import { type Options, readOptions } from '../options';
import { Matrix, matrix, type MatrixLike } from './matrix';

const tolerances = {
  /** Relative tolerance. Default 1e-5. */
  rtol: { type: 'number', min: 0, meaning: 'relative tolerance', default: 1e-5 },
  /** Absolute tolerance. Default 1e-8. */
  atol: { type: 'number', min: 0, meaning: 'absolute tolerance', default: 1e-8 },
} as const;

/** Numbers to compare: a matrix, rows, or a list. */
export type Numbers = MatrixLike | ArrayLike<number>;

/**
 * The largest |a − b| over all elements; 0 for empty ones.
 *
 * @throws RangeError when the shapes differ or an element is not finite.
 * @example
 * maxAbsDifference([[1, 2]], [[1, 2.5]]); // 0.5
 */
export function maxAbsDifference(a: Numbers, b: Numbers): number {
  const [left, right] = pair('maxAbsDifference', a, b);
  let largest = 0;
  for (let k = 0; k < left.length; k++) largest = Math.max(largest, Math.abs(left[k] - right[k]));
  return largest;
}

/**
 * Whether |a − b| ≤ atol + rtol · |b| for every pair of elements, as NumPy's `allclose`; by default rtol = 1e-5 and
 * atol = 1e-8.
 *
 * @throws RangeError when the shapes differ, an element is not finite or a tolerance is negative.
 * @example
 * allClose([[1, 2]], [[1, 2.00001]]); // true
 * @see https://numpy.org/doc/stable/reference/generated/numpy.allclose.html
 */
export function allClose(a: Numbers, b: Numbers, options: Options<typeof tolerances> = {}): boolean {
  const fn = 'allClose';
  const { rtol, atol } = readOptions(fn, tolerances, options);
  const [left, right] = pair(fn, a, b);
  return left.every((value, k) => Math.abs(value - right[k]) <= atol + rtol * Math.abs(right[k]));
}

function pair(fn: string, a: Numbers, b: Numbers): [number[], number[]] {
  const [left, right] = [asMatrix(fn, 'a', a), asMatrix(fn, 'b', b)];
  if (left.rows !== right.rows || left.cols !== right.cols) {
    throw new RangeError(
      violation({ fn, name: 'b' }, `have the shape of a, (${left.shape.join(', ')})`, right),
    );
  }
  return [Array.from(left.data), Array.from(right.data)];
}

/** A list counts as one row. */
function asMatrix(fn: string, name: string, values: Numbers): Matrix {
  const isList = 'length' in values && (values.length === 0 || typeof values[0] === 'number');
  return matrix(isList ? [values as ArrayLike<number>] : (values as MatrixLike), { fn, name });
}
