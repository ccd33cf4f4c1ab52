export { Matrix, matrix, zeros, type MatrixLike } from './matrix';
