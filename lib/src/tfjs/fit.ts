import type { LayersModel, Tensor2D } from '@tensorflow/tfjs';
import { checkInteger, checkOptions, violation } from '../check';
import { checkTargets, type TargetsLike } from '../engine/batch';
import { macrotask } from '../platform';
import { checkGoingOn, stopSignal } from '../engine/stopSignal';
import { type Matrix, matrix, type MatrixLike } from '../numpy/matrix';
import { randomState } from '../numpy/random';
import { toTensor } from './tensors';

const fn = 'fit';

/** Options of `fit`. */
export interface FitOptions {
  readonly epochs?: number;
  readonly batchSize?: number;
  /** Decides the order of the samples in every epoch. */
  readonly seed: number;
  readonly validationData?: readonly [MatrixLike, TargetsLike];
}

/** Losses and metrics by name, `val_…` for those of the validation data, one value for each epoch. */
export type KerasHistory = Record<string, number[]>;

/**
 * Trains a compiled TensorFlow.js model as `model.fit` does, in batches that a seed decides: `model.fit` itself
 * shuffles with `Math.random` and cannot be repeated.
 *
 * @throws RangeError when epochs, batchSize or seed is no integer in its range, X and y differ in their rows, or an
 *   option is unknown; TypeError for what is no matrix; the kernel's reason when the cell is interrupted.
 * @example
 * const history = await fit(model, XTrain, yTrain, { epochs: 100, batchSize: 100, seed: 1 });
 * history.loss.at(-1);
 */
export async function fit(
  model: LayersModel,
  X: MatrixLike,
  y: TargetsLike,
  options: FitOptions,
): Promise<KerasHistory> {
  checkOptions(fn, options, ['epochs', 'batchSize', 'seed', 'validationData']);
  const { epochs = 1, batchSize = 32, seed, validationData } = options;
  checkInteger({ fn, name: 'epochs' }, epochs, 0);
  checkInteger({ fn, name: 'batchSize' }, batchSize, 1);
  const random = randomState(seed).spawn('batches');
  const signal = stopSignal();
  const samples = checkData('', X, y).map(values => values.toArray());
  const validation = validationData ? checkValidation(validationData) : [];
  const history: KerasHistory = {};
  await withTensors(validation, async held => {
    for (let epoch = 0; epoch < epochs; epoch++) {
      const order = Array.from(random.permutation(samples[0].length));
      const shuffled = samples.map(rows => order.map(i => rows[i]));
      const result = await withTensors(shuffled, async ([inputs, targets]) =>
        model.fit(inputs, targets, {
          batchSize,
          shuffle: false,
          validationData: held.length ? [held[0], held[1]] : undefined,
          verbose: 0,
        }),
      );
      for (const [name, [value]] of Object.entries(result.history)) {
        (history[name] ??= []).push(Number(value));
      }
      await macrotask();
      checkGoingOn(signal);
    }
  });
  return history;
}

/** Inputs and targets with as many rows. */
function checkData(suffix: string, X: MatrixLike, y: TargetsLike): [Matrix, Matrix] {
  const argument = { fn, name: `X${suffix}` };
  const inputs = matrix(X, argument);
  checkInteger({ ...argument, meaning: 'number of rows' }, inputs.rows, 1);
  return [inputs, checkTargets({ fn, name: `y${suffix}` }, y, inputs.rows)];
}

function checkValidation(data: readonly [MatrixLike, TargetsLike]): [Matrix, Matrix] {
  if (Array.isArray(data) && data.length === 2) {
    return checkData(' of validationData', data[0], data[1]);
  }
  throw new TypeError(violation({ fn, name: 'validationData' }, 'be [XTest, yTest]', data));
}

/** What `use` makes of tensors of these values, which are disposed of whether it fails or not. */
async function withTensors<T>(
  values: readonly MatrixLike[],
  use: (tensors: Tensor2D[]) => Promise<T>,
): Promise<T> {
  const tensors = values.map(toTensor);
  try {
    return await use(tensors);
  } finally {
    tensors.forEach(tensor => tensor.dispose());
  }
}
