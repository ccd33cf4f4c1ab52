export { Matrix, matrix, zeros, type MatrixLike } from './matrix';
export { RandomState, randomState } from './random';
