export { Matrix, matrix, zeros, type MatrixLike } from './matrix';
export { array2string, type Printable, type PrintOptions } from './array2string';
export { RandomState, randomState } from './random';
