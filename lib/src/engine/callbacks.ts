import { violation } from '../check';
import type { Matrix, MatrixLike } from '../numpy/matrix';
import { type Options, readOptions } from '../options';

/** What one epoch of `fit` measured; the same names as in `history`. */
export type Logs = { readonly [name in Quantity]?: number };

/** The quantities `fit` can measure. */
export const quantities = [
  'loss',
  'accuracy',
  'val_loss',
  'val_accuracy',
  'train_loss',
  'train_accuracy',
] as const;

export type Quantity = (typeof quantities)[number];

/** The model under training, as far as a callback needs it. */
export interface TrainedModel {
  predict(X: MatrixLike): Matrix;
  getWeights(layer?: string): Matrix[];
  setWeights(weights: readonly (MatrixLike | ArrayLike<number>)[], layer?: string): void;
}

/** A training under way, as a callback sees it. */
export interface Training {
  readonly model: TrainedModel;
  /** Ends the fit after this epoch. */
  stop(): void;
}

/** Functions that `fit` calls; each may be async. */
export interface Callback {
  /** Called before the first epoch. */
  onTrainBegin?(training: Training): void | Promise<void>;
  /** Called after each epoch; `epoch` counts from 0, over all fits of the model. */
  onEpochEnd?(epoch: number, logs: Logs, training: Training): void | Promise<void>;
  /** Called after the last epoch. */
  onTrainEnd?(training: Training): void | Promise<void>;
}

const lambdaTable = {
  onTrainBegin: { type: 'function', optional: true },
  onEpochEnd: { type: 'function', optional: true },
  onTrainEnd: { type: 'function', optional: true },
} as const;

/**
 * A callback from plain functions.
 *
 * @example
 * lambda({ onEpochEnd: (epoch, logs) => console.log(epoch, logs.loss) });
 */
export function lambda(functions: Callback): Callback {
  readOptions('lambda', lambdaTable, functions);
  return functions;
}

/** How far `earlyStopping` is with one model. */
interface Progress {
  /** The least value of the quantity so far, negated where it should rise. */
  readonly best: number;
  /** Epochs since. */
  readonly waited: number;
  /** Weights of the best epoch if `restoreBestWeights`. */
  readonly weights?: Matrix[];
}

const earlyStoppingTable = {
  /** 'val_loss' (default), 'loss', 'val_accuracy', …; losses should fall, accuracies rise. */
  monitor: { choices: quantities as typeof quantities, default: 'val_loss' },
  /** Epochs without improvement that are allowed; 0 (default) stops at the first, as in Keras. */
  patience: { type: 'integer', min: 0, default: 0, meaning: 'epochs without improvement' },
  /** The least change that counts as improvement; 0 by default. */
  minDelta: { type: 'number', min: 0, default: 0 },
  /** Whether the model gets the weights of the best epoch back at the end; false by default. */
  restoreBestWeights: { type: 'boolean', default: false },
} as const;

/** What `earlyStopping` takes. */
export type EarlyStoppingOptions = Options<typeof earlyStoppingTable>;

/**
 * Stops when the monitored quantity has not improved for `patience` epochs in a row.
 *
 * @throws RangeError when an option is out of range, and in `fit` when the quantity is not measured there.
 * @example
 * earlyStopping({ monitor: 'val_loss', patience: 10, restoreBestWeights: true });
 * @see Keras: https://keras.io/api/callbacks/early_stopping/
 */
export function earlyStopping(options: EarlyStoppingOptions = {}): Callback {
  const fn = 'earlyStopping';
  const { monitor, patience, minDelta, restoreBestWeights } = readOptions(fn, earlyStoppingTable, options);
  const sign = monitor.toLowerCase().endsWith('accuracy') ? -1 : 1;
  const progress = new WeakMap<TrainedModel, Progress>();
  return {
    onTrainBegin({ model }) {
      progress.delete(model);
    },
    onEpochEnd(_epoch, logs, training) {
      const { model } = training;
      const value = logs[monitor];
      if (value === undefined) {
        const measured = Object.keys(logs).join(', ');
        const expectation = `be one of the quantities that this fit measures (${measured})`;
        throw new RangeError(violation({ fn, name: 'monitor' }, expectation, monitor));
      }
      const { best, waited, weights } = progress.get(model) ?? { best: Infinity, waited: 0 };
      if (sign * value < best - minDelta) {
        const found = restoreBestWeights ? model.getWeights() : undefined;
        progress.set(model, { best: sign * value, waited: 0, weights: found });
        return;
      }
      progress.set(model, { best, waited: waited + 1, weights });
      if (waited + 1 >= patience) training.stop();
    },
    onTrainEnd({ model }) {
      const weights = progress.get(model)?.weights;
      if (weights) model.setWeights(weights);
    },
  };
}
