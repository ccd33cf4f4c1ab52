export { Matrix, matrix, zeros, type MatrixData, type MatrixLike } from './matrix';
export { allClose, maxAbsDifference, type Numbers } from './allClose';
export { array2string, type Printable, type PrintOptions } from './array2string';
export { RandomState, randomState, type Size } from './random';
