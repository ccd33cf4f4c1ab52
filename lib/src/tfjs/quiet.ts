import { env, tensor } from '@tensorflow/tfjs';

/**
 * Keeps one message off stderr: TensorFlow.js recommends its native package when it makes its first tensor. The
 * course wants the plain one, so the first tensor is made here, in production mode; later warnings are shown.
 */
export function quiet(): void {
  env().set('PROD', true);
  tensor(0).dispose();
  env().set('PROD', false);
}
