import type { LayersModel, Tensor2D } from '@tensorflow/tfjs';
import { checkInteger } from '../check';
import { macrotask } from '../engine/host';
import { checkGoingOn, stopSignal } from '../engine/stopSignal';
import { matrix, type MatrixLike } from '../matrix';
import { randomState } from '../random';
import { toTensor } from './tensors';

/** Options of `fit`. */
export interface FitOptions {
  readonly epochs?: number;
  readonly batchSize?: number;
  /** Decides the order of the samples in every epoch. */
  readonly seed: number;
  readonly validationData?: readonly [MatrixLike, MatrixLike];
}

/** Losses and metrics by name, `val_…` for those of the validation data, one value for each epoch. */
export type KerasHistory = Record<string, number[]>;

/**
 * Trains a compiled TensorFlow.js model as `model.fit` does, in batches that a seed decides: `model.fit` itself
 * shuffles with `Math.random` and cannot be repeated.
 *
 * @throws RangeError when epochs, batchSize or seed is no integer in its range; the kernel's reason when the cell is
 *   interrupted.
 * @example
 * const history = await fit(model, XTrain, yTrain, { epochs: 100, batchSize: 100, seed: 1 });
 * history.loss.at(-1);
 */
export async function fit(
  model: LayersModel,
  X: MatrixLike,
  y: MatrixLike,
  { epochs = 1, batchSize = 32, seed, validationData }: FitOptions,
): Promise<KerasHistory> {
  checkInteger({ fn: 'fit', name: 'epochs' }, epochs, 0);
  checkInteger({ fn: 'fit', name: 'batchSize' }, batchSize, 1);
  const random = randomState(seed).spawn('batches');
  const signal = stopSignal();
  const inputs = matrix(X).toArray();
  const targets = matrix(y).toArray();
  const validation = validationData?.map(values => toTensor(values)) as [Tensor2D, Tensor2D] | undefined;
  const history: KerasHistory = {};
  try {
    for (let epoch = 0; epoch < epochs; epoch++) {
      const order = Array.from(random.permutation(inputs.length));
      const batches = [inputs, targets].map(rows => toTensor(order.map(i => rows[i])));
      const result = await model.fit(batches[0], batches[1], {
        batchSize,
        shuffle: false,
        validationData: validation,
        verbose: 0,
      });
      batches.forEach(batch => batch.dispose());
      for (const [name, [value]] of Object.entries(result.history)) {
        (history[name] ??= []).push(Number(value));
      }
      await macrotask();
      checkGoingOn(signal);
    }
  } finally {
    validation?.forEach(tensor => tensor.dispose());
  }
  return history;
}
