import type { Tensor } from './kernels/arena';
import type { Kernels } from './kernels/kernels';

/**
 * f in output = f(z):
 * - 'linear': z
 * - 'relu': max(0, z)
 * - 'sigmoid': 1 / (1 + e^−z)
 * - 'tanh': tanh(z)
 * - 'softmax': e^z / Σ e^z over the units of a layer
 */
export type Activation = 'linear' | 'relu' | 'sigmoid' | 'tanh' | 'softmax';

/** a = f(z), where linear and relu are already done with the product. */
export function transform(kernels: Kernels, f: Activation, z: number, a: Tensor, rows: number): void {
  if (f === 'sigmoid') kernels.sigmoid(z, a.value, rows * a.stride);
  else if (f === 'tanh') kernels.tanh(z, a.value, rows * a.stride);
  else if (f === 'softmax') kernels.softmax(z, a.value, rows, a.cols, a.stride);
}

/** dz = da · f′(z), where linear shares da's place. */
export function differentiate(kernels: Kernels, f: Activation, a: Tensor, dz: number, rows: number): void {
  const count = rows * a.stride;
  if (f === 'relu') kernels.reluGradient(a.value, a.grad, dz, count);
  else if (f === 'sigmoid') kernels.sigmoidGradient(a.value, a.grad, dz, count);
  else if (f === 'tanh') kernels.tanhGradient(a.value, a.grad, dz, count);
  else if (f === 'softmax') kernels.softmaxGradient(a.value, a.grad, dz, rows, a.cols, a.stride);
}
