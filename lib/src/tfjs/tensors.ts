import { type Tensor, type Tensor2D, tensor2d } from '@tensorflow/tfjs';
import { violation } from '../check';
import { Matrix, matrix, type MatrixLike } from '../numpy/matrix';

/**
 * The numbers of a TensorFlow.js tensor as a float32 matrix; a vector, such as a bias, becomes one row.
 *
 * @throws RangeError when the tensor has more than two dimensions.
 * @example
 * console.log(toMatrix(model.getLayer('h1').getWeights()[0]));
 */
export function toMatrix(tensor: Tensor): Matrix {
  const { shape } = tensor;
  if (shape.length > 2) {
    throw new RangeError(
      violation({ fn: 'toMatrix', name: 'tensor' }, 'have one or two dimensions', `shape (${shape})`),
    );
  }
  const [rows, cols] = [1, 1, ...shape].slice(-2);
  return new Matrix(rows, cols, Float32Array.from(tensor.dataSync()));
}

/**
 * A matrix as a TensorFlow.js tensor of float32 numbers, shape (rows, cols).
 *
 * @example
 * model.predict(toTensor([[1, 1]]));
 */
export function toTensor(values: MatrixLike): Tensor2D {
  const { data, shape } = matrix(values, { fn: 'toTensor', name: 'values' });
  return tensor2d(Float32Array.from(data), shape);
}
