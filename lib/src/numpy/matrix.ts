import { array2string } from './array2string';
import { type Argument, checkFinite, checkInteger, violation } from '../check';
import { count } from '../count';

/** The plain data of a matrix: what a structured clone of one is. */
export type MatrixData = Pick<Matrix, 'rows' | 'cols' | 'data'>;

/**
 * What a function that needs a matrix accepts: a `Matrix` or its plain data, or rows as `[[0, 1], [2, 3]]`, typed arrays
 * among them.
 */
export type MatrixLike = MatrixData | readonly ArrayLike<number>[];

/** Their toString tags: cells run in another realm, whose Float64Array `instanceof` does not know. */
const FLOATS: readonly string[] = ['[object Float32Array]', '[object Float64Array]'];

/**
 * A dense matrix in row-major order: element (i, j) is `data[i * cols + j]`.
 *
 * Float64Array where exactness is taught (data, theory), Float32Array where Keras has it (engine).
 *
 * @example
 * const m = matrix([[1, 2], [3, 4]]);
 * m.at(1, 0); // 3
 * m.shape;    // [2, 2]
 */
export class Matrix {
  readonly rows: number;
  readonly cols: number;
  readonly data: Float32Array | Float64Array;

  /** @throws TypeError when `data` is neither a Float32Array nor a Float64Array; RangeError when its length is not `rows * cols`. */
  constructor(rows: number, cols: number, data: Float32Array | Float64Array) {
    checkInteger({ fn: 'Matrix', name: 'rows' }, rows, 0);
    checkInteger({ fn: 'Matrix', name: 'cols' }, cols, 0);
    if (!FLOATS.includes(Object.prototype.toString.call(data))) {
      throw new TypeError(
        violation({ fn: 'Matrix', name: 'data' }, 'be a Float32Array or a Float64Array', data),
      );
    }
    if (data.length !== rows * cols) {
      throw new RangeError(
        violation(
          { fn: 'Matrix', name: 'data' },
          `hold rows × cols = ${rows} × ${cols} numbers`,
          data.length,
        ),
      );
    }
    this.rows = rows;
    this.cols = cols;
    this.data = data;
  }

  /** [rows, cols] */
  get shape(): [number, number] {
    return [this.rows, this.cols];
  }

  /** Element (i, j). */
  at(i: number, j: number): number {
    checkInteger({ fn: 'Matrix.at', name: 'i', meaning: 'row' }, i, 0, this.rows - 1);
    checkInteger({ fn: 'Matrix.at', name: 'j', meaning: 'column' }, j, 0, this.cols - 1);
    return this.data[i * this.cols + j];
  }

  /** Row i as an array of length `cols`. */
  row(i: number): number[] {
    checkInteger({ fn: 'Matrix.row', name: 'i', meaning: 'row' }, i, 0, this.rows - 1);
    return Array.from(this.data.subarray(i * this.cols, (i + 1) * this.cols));
  }

  /** Column j as an array of length `rows`. */
  column(j: number): number[] {
    checkInteger({ fn: 'Matrix.column', name: 'j', meaning: 'column' }, j, 0, this.cols - 1);
    return Array.from({ length: this.rows }, (_, i) => this.data[i * this.cols + j]);
  }

  /** Rows start … end − 1 as a matrix of their own: NumPy's `X[start:end]`. Negative numbers count from the end. */
  slice(start: number = 0, end: number = this.rows): Matrix {
    checkInteger({ fn: 'Matrix.slice', name: 'start', meaning: 'first row' }, start, -this.rows, this.rows);
    checkInteger(
      { fn: 'Matrix.slice', name: 'end', meaning: 'row after the last' },
      end,
      -this.rows,
      this.rows,
    );
    const [first, last] = [start, end].map(row => (row < 0 ? row + this.rows : row));
    const data = this.data.slice(first * this.cols, Math.max(first, last) * this.cols);
    return new Matrix(Math.max(last - first, 0), this.cols, data);
  }

  /**
   * Where the largest element stands, the first of equal ones: with axis 1 its column in each row (the class that a
   * softmax predicts), with axis 0 its row in each column.
   */
  argmax(axis: 0 | 1): Int32Array {
    const argument = { fn: 'Matrix.argmax', name: 'axis', meaning: '1: of each row, 0: of each column' };
    checkInteger(argument, axis, 0, 1);
    const [lines, length] = axis ? [this.rows, this.cols] : [this.cols, this.rows];
    checkInteger({ fn: 'Matrix.argmax', name: axis ? 'cols' : 'rows' }, length, 1);
    return Int32Array.from({ length: lines }, (_, i) => {
      const line = axis ? this.row(i) : this.column(i);
      return line.reduce((best, value, j) => (value > line[best] ? j : best), 0);
    });
  }

  /** Nested arrays, one per row. */
  toArray(): number[][] {
    return Array.from({ length: this.rows }, (_, i) => this.row(i));
  }

  /** A new matrix with `f(value, i, j)` in place of each element; the number type is kept. */
  map(f: (value: number, i: number, j: number) => number): Matrix {
    const { cols } = this;
    return new Matrix(
      this.rows,
      cols,
      this.data.map((value, k) => f(value, Math.floor(k / cols), k % cols)),
    );
  }

  /** The matrix as NumPy prints it. */
  toString(): string {
    return array2string(this);
  }
}

// console.log prints a matrix as its text.
Object.defineProperty(Matrix.prototype, Symbol.for('nodejs.util.inspect.custom'), {
  value: Matrix.prototype.toString,
});

/**
 * Builds a float64 matrix from rows; a `Matrix` of finite numbers passes through as it is, its plain data (as another
 * thread receives it) becomes one again.
 *
 * @throws TypeError when an element is not a number; RangeError when rows differ in length or an element is NaN or infinite.
 * @example
 * const X = matrix([[0, 0], [0, 1], [1, 0], [1, 1]]); // shape (4, 2)
 */
export function matrix(values: MatrixLike, argument: Argument = { fn: 'matrix', name: 'values' }): Matrix {
  if (isMatrix(values)) {
    const { cols, data } = values;
    for (let k = 0; k < data.length; k++) {
      if (!Number.isFinite(data[k])) checkElement(argument, Math.floor(k / cols), k % cols, data[k]);
    }
    return values instanceof Matrix ? values : new Matrix(values.rows, cols, data);
  }
  const rows: readonly unknown[] = Array.isArray(values) ? Array.from(values) : [undefined];
  if (!rows.every(isRow)) {
    const expectation = 'be a matrix or an array of rows, as in [[0, 1], [2, 3]]';
    throw new TypeError(violation(argument, expectation, values));
  }
  const cols = rows.length ? rows[0].length : 0;
  const data = new Float64Array(rows.length * cols);
  rows.forEach((row, i) => {
    if (row.length !== cols) {
      const name = `${argument.name}[${i}]`;
      throw new RangeError(
        violation({ ...argument, name }, `have ${count(cols, 'column')}, as the first row`, row),
      );
    }
    for (let j = 0; j < cols; j++) {
      if (!Number.isFinite(row[j])) checkElement(argument, i, j, row[j]);
      data[i * cols + j] = row[j];
    }
  });
  return new Matrix(rows.length, cols, data);
}

/** Whether `value` is a `Matrix` or the plain data of one; recognized by its shape, as a structured clone has no class. */
export function isMatrix(value: unknown): value is MatrixData {
  if (value instanceof Matrix) return true;
  if (typeof value !== 'object' || value === null) return false;
  const { rows, cols, data } = value as Partial<MatrixData>;
  return (
    FLOATS.includes(Object.prototype.toString.call(data)) && data?.length === Number(rows) * Number(cols)
  );
}

function isRow(value: unknown): value is ArrayLike<number> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);
}

function checkElement(argument: Argument, i: number, j: number, value: unknown): void {
  checkFinite({ ...argument, name: `${argument.name}[${i}][${j}]` }, value);
}

/** A float64 matrix of zeros, shape (rows, cols). */
export function zeros(rows: number, cols: number): Matrix {
  checkInteger({ fn: 'zeros', name: 'rows' }, rows, 0);
  checkInteger({ fn: 'zeros', name: 'cols' }, cols, 0);
  return new Matrix(rows, cols, new Float64Array(rows * cols));
}
