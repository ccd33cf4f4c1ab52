import type { LayersModel, Tensor2D } from '@tensorflow/tfjs';
import { checkInteger } from '../check';
import { checkTargets, type TargetsLike, validation } from '../engine/batch';
import { macrotask } from '../platform';
import { checkGoingOn, stopSignal } from '../engine/stopSignal';
import { type Matrix, matrix, type MatrixLike } from '../numpy/matrix';
import { randomState } from '../numpy/random';
import { type Options, readOptions } from '../options';
import { toTensor } from './tensors';

const fn = 'fit';

const table = {
  /** How often all rows are visited; 1 by default. */
  epochs: { type: 'integer', min: 0, default: 1 },
  /** Rows per step; 32 by default. */
  batchSize: { type: 'integer', min: 1, default: 32 },
  /** Decides the order of the samples in every epoch. */
  seed: { type: 'seed' },
  /** Points held back, [X, y]: measured after every epoch. */
  validationData: validation as typeof validation,
} as const;

/** Options of `fit`. */
export type FitOptions = Options<typeof table>;

/** What `fit` returns, as `fit` of the engine does: one number per epoch for each loss and metric. */
export interface History {
  readonly epoch: number[];
  /** By Keras's names: loss, accuracy, val_loss, … */
  readonly history: Record<string, number[]>;
}

/**
 * Trains a compiled TensorFlow.js model as `model.fit` does, in batches that a seed decides: `model.fit` itself
 * shuffles with `Math.random` and cannot be repeated.
 *
 * @throws RangeError when epochs, batchSize or seed is not an integer in its range, X and y differ in their rows, or an
 *   option is unknown; TypeError for what is not a matrix; the kernel's reason when the cell is interrupted.
 * @example
 * const { history } = await fit(model, XTrain, yTrain, { epochs: 100, batchSize: 100, seed: 1 });
 * history.loss.at(-1);
 */
export async function fit(
  model: LayersModel,
  X: MatrixLike,
  y: TargetsLike,
  options: FitOptions,
): Promise<History> {
  const { epochs, batchSize, seed, validationData } = readOptions(fn, table, options);
  const random = randomState(seed).spawn('batches');
  const signal = stopSignal();
  const samples = checkData('', X, y).map(values => values.toArray());
  const heldBack = validationData ? checkData(' of validationData', ...validationData) : [];
  const epochNumbers: number[] = [];
  const history: History['history'] = {};
  await withTensors(heldBack, async held => {
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
      epochNumbers.push(epoch);
      for (const [name, [value]] of Object.entries(result.history)) {
        (history[name] ??= []).push(Number(value));
      }
      await macrotask();
      checkGoingOn(signal);
    }
  });
  return { epoch: epochNumbers, history };
}

/** Inputs and targets with as many rows. */
function checkData(suffix: string, X: MatrixLike, y: TargetsLike): [Matrix, Matrix] {
  const argument = { fn, name: `X${suffix}` };
  const inputs = matrix(X, argument);
  checkInteger({ ...argument, meaning: 'number of rows' }, inputs.rows, 1);
  return [inputs, checkTargets({ fn, name: `y${suffix}` }, y, inputs.rows)];
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
