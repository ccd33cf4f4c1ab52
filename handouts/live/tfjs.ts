/** What the course uses of TensorFlow.js, in the place of the whole: the bundler puts it under its name. */
// oxlint-disable import/no-unassigned-import -- they register operations
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-cpu';

export * from '@tensorflow/tfjs-core';
export * from '@tensorflow/tfjs-layers';
