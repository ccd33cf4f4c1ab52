import * as tf from '@tensorflow/tfjs';
import { version_wasm } from '@tensorflow/tfjs-backend-wasm';
import { serve, type Task, type Training } from './protocol.ts';

/** TensorFlow.js as a user writes it: tf.layers and model.fit. The backend, `cpu` or `wasm`, is the argument. */

const backend = process.argv[2];
await tf.setBackend(backend);
await serve(backend === 'wasm' ? version_wasm : tf.version.tfjs, { train });

async function train(task: Task, { rate, epochs, batchSize }: Training): Promise<number> {
  const [X, y, XTest, yTest] = [task.X, task.y, task.XTest, task.yTest].map(values => tf.tensor2d(values));
  const model = tf.sequential();
  for (let layer = 0; layer < 4; layer++) {
    model.add(tf.layers.dense({ units: 64, activation: 'relu', inputShape: layer ? undefined : [2] }));
    if (rate) model.add(tf.layers.dropout({ rate }));
  }
  model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
  model.compile({ loss: 'binaryCrossentropy', optimizer: tf.train.adam(0.01) });
  const history = await model.fit(X, y, {
    epochs,
    batchSize,
    validationData: [XTest, yTest],
    verbose: 0,
    yieldEvery: 'never',
  });
  tf.dispose([X, y, XTest, yTest]);
  model.dispose();
  return history.history.val_loss.at(-1) as number;
}
