import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matrix, matrix, zeros } from '../../lib/src/numpy/matrix.ts';
import { expectError } from '../expectGrammar.ts';
import { expectRefusal } from '../expectRefusal.ts';

const anyRows = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, cols]) =>
    fc.array(
      fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: cols, maxLength: cols }),
      {
        minLength: rows,
        maxLength: rows,
      },
    ),
  );

describe('matrix', () => {
  it('gives back the nested arrays it was built from, row by row, column by column, element by element', () => {
    fc.assert(
      fc.property(anyRows, rows => {
        const m = matrix(rows);
        expect(m.shape).toEqual([rows.length, rows.length ? rows[0].length : 0]);
        expect(m.data).toEqual(Float64Array.from(rows.flat()));
        expect(m.toArray()).toEqual(rows);
        rows.forEach((row, i) => {
          expect(m.row(i)).toEqual(row);
          row.forEach((value, j) => {
            expect(m.at(i, j)).toBe(value);
            expect(m.column(j)[i]).toBe(value);
          });
        });
      }),
    );
  });

  it('slices rows as NumPy does, and finds the largest of each row and column, the first of equal ones', () => {
    const m = matrix([
      [0.1, 0.7, 0.7],
      [3, 2, 1],
      [-1, -2, -0.5],
    ]);
    const rows = m.toArray();
    for (const [start, end] of [[0, 2], [1], [], [-2, -1], [-1], [2, 1], [3, 3]]) {
      expect(m.slice(start, end).toArray()).toEqual(rows.slice(start, end));
      expect(m.slice(start, end).cols).toBe(3);
    }
    expect(m.argmax(1)).toEqual(Int32Array.of(1, 0, 2));
    expect(m.argmax(0)).toEqual(Int32Array.of(1, 1, 1));
    expectError(
      () => (m as { argmax(axis?: number): unknown }).argmax(),
      'TypeError',
      'Matrix.argmax: axis (1: of each row, 0: of each column) must be a number. Got undefined.',
    );
    expectError(
      () => m.slice(0, 4),
      'RangeError',
      'Matrix.slice: end (row after the last) must be in [-3, 3]. Got 4.',
    );
    expectError(() => zeros(2, 0).argmax(1), 'RangeError', 'Matrix.argmax: cols must be at least 1. Got 0.');
  });

  it('copies arrays and passes a matrix through', () => {
    const rows = [[1, 2]];
    const m = matrix(rows);
    rows[0][0] = 9;
    expect(m.at(0, 0)).toBe(1);
    expect(matrix(m)).toBe(m);
  });

  it('says which element it cannot use', () => {
    const build =
      (values: unknown): (() => Matrix) =>
      () =>
        matrix(values as never, { fn: 'fit', name: 'X' });
    expectError(
      build([1, 2]),
      'TypeError',
      'fit: X must be a matrix or an array of rows, as in [[0, 1], [2, 3]]. Got [1, 2].',
    );
    expectError(
      build([[1, 2], [3]]),
      'RangeError',
      'fit: X[1] must have 2 columns, as the first row. Got [3].',
    );
    expectError(build([[1, NaN]]), 'RangeError', 'fit: X[0][1] must be finite. Got NaN.');
    expectError(build([[1], ['2']]), 'TypeError', 'fit: X[1][0] must be a number. Got "2".');
    // oxlint-disable-next-line no-sparse-arrays
    expectError(build([[1, , 3]]), 'TypeError', 'fit: X[0][1] must be a number. Got undefined.');
  });

  it('names a NaN inside a matrix as it does in nested arrays', () => {
    const X = new Matrix(2, 3, new Float32Array([1, 2, 3, 4, NaN, 6]));
    const argument = { fn: 'fit', name: 'X', meaning: 'samples' };
    const message = 'fit: X[1][1] (samples) must be finite. Got NaN.';
    expectError(() => matrix(X, argument), 'RangeError', message);
    expectError(() => matrix(X.toArray(), argument), 'RangeError', message);
  });

  it('refuses bad input in the grammar of errors', () => {
    expectRefusal('matrix', given => matrix(given?.values), { values: [[1]] });
    expectRefusal('zeros', given => zeros(given?.rows, given?.cols), { rows: 1, cols: 2 });
    expectRefusal('Matrix', given => new Matrix(given?.rows, given?.cols, given?.data), {
      rows: 1,
      cols: 2,
      data: new Float64Array(2),
    });
  });
});

describe('Matrix', () => {
  const m = new Matrix(2, 3, new Float32Array([1, 2, 3, 4, 5, 6]));

  it('maps with indices, keeps its number type and itself', () => {
    const mapped = m.map((value, i, j) => value + 10 * i + 100 * j);
    expect(mapped.toArray()).toEqual([
      [1, 102, 203],
      [14, 115, 216],
    ]);
    expect(mapped.data).toBeInstanceOf(Float32Array);
    expect(m.at(0, 1)).toBe(2);
  });

  it('refuses an index outside, and data of another length or kind', () => {
    expectError(() => m.at(2, 0), 'RangeError', 'Matrix.at: i (row) must be in [0, 1]. Got 2.');
    expectError(() => m.row(-1), 'RangeError', 'Matrix.row: i (row) must be in [0, 1]. Got -1.');
    expectError(() => m.column(0.5), 'RangeError', 'Matrix.column: j (column) must be an integer. Got 0.5.');
    expectError(
      () => new Matrix(2, 2, new Float64Array(3)),
      'RangeError',
      'Matrix: data must hold rows × cols = 2 × 2 numbers. Got 3.',
    );
    expectError(
      () => new Matrix(1, 2, [1, 2] as never),
      'TypeError',
      'Matrix: data must be a Float32Array or a Float64Array. Got [1, 2].',
    );
  });
});

describe('zeros', () => {
  it('has the shape asked for and nothing in it', () => {
    expect(zeros(2, 2).toArray()).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(zeros(0, 3).shape).toEqual([0, 3]);
  });
});

describe('matrix takes', () => {
  it('rows that are typed arrays', () => {
    expect(matrix([new Float64Array([1, 2]), new Float32Array([0.5, 3])]).toArray()).toEqual([
      [1, 2],
      [0.5, 3],
    ]);
  });

  it('a structured clone of a matrix, as another thread receives it', () => {
    const original = matrix([[1, 2, 3]]);
    const clone = structuredClone(original);
    expect(clone).not.toBeInstanceOf(Matrix);
    expect(matrix(clone)).toEqual(original);
  });

  it('nothing that only looks like one', () => {
    for (const data of [new Float64Array(5), [1, 2, 3, 4]]) {
      expect(() => matrix({ rows: 2, cols: 2, data } as never)).toThrow(
        'must be a matrix or an array of rows',
      );
    }
  });
});
