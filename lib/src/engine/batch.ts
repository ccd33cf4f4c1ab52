import { type Argument, violation } from '../check';
import { count } from '../count';
import { Matrix, matrix, type MatrixLike } from '../numpy/matrix';

/** What a function takes as targets: a matrix with a row per sample, or one number per sample. */
export type TargetsLike = MatrixLike | ArrayLike<number>;

/** An entry of a table of options: points held back. */
export const validation = {
  read(points: readonly [MatrixLike, TargetsLike], argument: Argument): readonly [MatrixLike, TargetsLike] {
    if (Array.isArray(points) && points.length === 2) return points;
    throw new TypeError(violation(argument, 'be [XTest, yTest]', points));
  },
  default: null,
} as const;

/** Throws a RangeError when a value is NaN or infinite as a float32. */
function checkAllFinite(argument: Argument, values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(Math.fround(values[i]))) {
      throw new RangeError(violation(argument, 'hold finite float32 numbers only', values[i]));
    }
  }
}

/** The inputs as a matrix, with at least one row and `cols` columns. */
export function checkInputs(argument: Argument, X: unknown, cols: number): Matrix {
  const values = matrix(X as MatrixLike, argument);
  if (values.rows === 0) throw new RangeError(violation(argument, 'have at least one row', X));
  if (values.cols !== cols) {
    throw new RangeError(violation(argument, `have ${count(cols, 'column')}, as the model's inputDim`, X));
  }
  checkAllFinite(argument, values.data);
  return values;
}

/** The targets as a matrix with `rows` rows: a flat array becomes one column. */
export function checkTargets(argument: Argument, y: unknown, rows: number): Matrix {
  const values = isFlat(y) ? columnOf(argument, y) : matrix(y as MatrixLike, argument);
  if (values.rows !== rows) {
    throw new RangeError(violation(argument, `have ${count(rows, 'row')}, one for each row of X`, y));
  }
  checkAllFinite(argument, values.data);
  return values;
}

/** A matrix of finite numbers; a flat array becomes one row. */
export function rowOrMatrix(argument: Argument, value: unknown): Matrix {
  const values = matrix(
    (isFlat(value) && value.length ? [Array.from(value)] : value) as MatrixLike,
    argument,
  );
  checkAllFinite(argument, values.data);
  return values;
}

function isFlat(y: unknown): y is ArrayLike<number> {
  if (ArrayBuffer.isView(y) && 'length' in y) return true;
  return Array.isArray(y) && !y.some(value => typeof value === 'object' && value !== null);
}

function columnOf(argument: Argument, values: ArrayLike<unknown>): Matrix {
  const index = Array.from(values).findIndex(value => typeof value !== 'number');
  if (index < 0) return new Matrix(values.length, 1, Float64Array.from(values as ArrayLike<number>));
  throw new TypeError(violation({ ...argument, index }, 'be a number', values[index]));
}
