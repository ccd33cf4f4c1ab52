import type { MatrixLike } from '../numpy/matrix';
import type { TargetsLike } from './batch';
import { type Logs, quantities, type Quantity } from './callbacks';
import { epochs } from './epochs';
import { capacityFor } from './evaluate';
import { checkFit, type FitOptions } from './fitOptions';
import { macrotask } from '../platform';
import { acquireArena, releaseArena } from './kernels/pool';
import { checkModel, type Sequential } from './model';
import { checkGoingOn, stopSignal } from './stopSignal';
import { Trainer } from './trainer';

/** What `fit` returns: one number per epoch and quantity; quantities that were not measured stay empty. */
export interface History {
  /** Numbers of the epochs, from 0, over all fits of the model. */
  readonly epoch: number[];
  readonly history: Record<Quantity, number[]>;
}

/** Longest stretch of work, in milliseconds, before timers, messages and drawing get their turn. */
const BREATH = 50;

/**
 * Trains a model on X and y, batch by batch, and returns the history of its losses.
 *
 * Each epoch visits all rows once, in an order drawn from `seed` (unless `shuffle` is false), `batchSize` at a time; the
 * last batch holds what is left. `history.loss` is what Keras reports: the mean over the batches, measured with the masks
 * on while the weights move. `evaluateTraining: true` adds `train_loss`: all training rows after the epoch, masks off.
 *
 * A second fit with the same optimizer *object* and seed goes on where the first stopped (moments, order of batches,
 * masks): 50 + 50 epochs equal 100. With a new optimizer object only the moments and the learning-rate schedule start afresh:
 * the model counts its steps and epochs, so that masks and orders are new ones.
 *
 * Lets timers and drawing have their turn every 50 ms; the result does not depend on it: while a fit is under way, only
 * its callbacks can set weights. A fit that is aborted, or whose cell is interrupted, leaves the weights as they were
 * after the last complete epoch, and so does one that diverges.
 *
 * @throws TypeError or RangeError for bad input, before anything is changed; RangeError naming epoch and value when the loss
 *   or the weights stop being finite; rejects with `signal.reason` when aborted
 *   and with the kernel's interrupt error when interrupted.
 * @example
 * const { history } = await fit(model, XTrain, yTrain, { loss: 'binaryCrossentropy',
 *   optimizer: adam({ learningRate: 0.01 }), epochs: 100, batchSize: 100, validationData: [XTest, yTest], seed: 1 });
 */
export async function fit(
  model: Sequential,
  X: MatrixLike,
  y: TargetsLike,
  options: FitOptions,
): Promise<History> {
  checkModel('fit', model);
  const plan = checkFit(model.state, X, y, options);
  const { callbacks } = plan;
  const signal = stopSignal(plan.signal);
  const arena = acquireArena('fit');
  model.state.fitting = true;
  let stopped = false;
  const training = {
    model,
    stop(): void {
      stopped = true;
    },
  };
  try {
    const history: History = { epoch: [], history: {} as History['history'] };
    for (const name of quantities) history.history[name] = [];
    const capacity = capacityFor(plan.batchSize);
    const trainer = new Trainer(arena, model.state, plan.loss, plan.optimizer, capacity);
    for (const callback of callbacks) await callback.onTrainBegin?.(training);
    if (callbacks.length) trainer.reload();
    checkGoingOn(signal);
    let worked = Date.now();
    for (const logs of epochs(arena, trainer, plan, model.state)) {
      if (logs) {
        record(history, model.state.epochs - 1, logs);
        for (const callback of callbacks) {
          await callback.onEpochEnd?.(model.state.epochs - 1, logs, training);
        }
        if (callbacks.length) trainer.reload();
        if (stopped) break;
      }
      if (Date.now() - worked >= BREATH) {
        model.state.paused = true;
        await macrotask();
        model.state.paused = false;
        worked = Date.now();
      }
      checkGoingOn(signal);
    }
    for (const callback of callbacks) await callback.onTrainEnd?.(training);
    return history;
  } finally {
    model.state.fitting = false;
    releaseArena(arena);
  }
}

function record({ epoch, history }: History, number: number, logs: Logs): void {
  epoch.push(number);
  for (const [name, value] of Object.entries(logs)) history[name as Quantity].push(value);
}
