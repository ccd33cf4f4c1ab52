import { checkBoolean, checkChoice, checkInteger, checkNonNegative, checkOptions, violation } from '../check';
import type { Matrix } from '../numpy/matrix';
import type { Sequential } from './model';

/** What one epoch of `fit` measured; the same names as in `history`. */
export type Logs = { readonly [name in Quantity]?: number };

/** The quantities `fit` can measure. */
export type Quantity =
  'loss' | 'accuracy' | 'valLoss' | 'valAccuracy' | 'trainLossEvaluated' | 'trainAccuracyEvaluated';

/** A training under way, as a callback sees it. */
export interface Training {
  readonly model: Sequential;
  /** Ends the fit after this epoch. */
  stop(): void;
}

/** Functions that `fit` calls; each may be async. */
export interface Callback {
  onTrainBegin?(training: Training): void | Promise<void>;
  /** `epoch` counts from 0, over all fits of the model. */
  onEpochEnd?(epoch: number, logs: Logs, training: Training): void | Promise<void>;
  onTrainEnd?(training: Training): void | Promise<void>;
}

/**
 * A callback from plain functions.
 *
 * @example
 * lambda({ onEpochEnd: (epoch, logs) => console.log(epoch, logs.loss) });
 */
export function lambda(functions: Callback): Callback {
  checkOptions('lambda', functions, ['onTrainBegin', 'onEpochEnd', 'onTrainEnd']);
  for (const [name, value] of Object.entries(functions)) {
    if (typeof value !== 'function') {
      throw new TypeError(violation({ fn: 'lambda', name }, 'be a function', value));
    }
  }
  return functions;
}

/** How far `earlyStopping` is with one model. */
interface Progress {
  /** The least value of the quantity so far, negated where it should rise. */
  readonly best: number;
  /** Epochs since. */
  readonly waited: number;
  /** Those of the best epoch, where they are wanted back. */
  readonly weights?: Matrix[];
}

/**
 * Stops when the monitored quantity has not improved for `patience` epochs in a row.
 *
 * - `monitor`: 'valLoss' (default), 'loss', 'valAccuracy', …; losses should fall, accuracies rise.
 * - `patience`: epochs without improvement that are allowed; 0 (default) stops at the first, as in Keras.
 * - `minDelta`: the least change that counts as improvement, 0 by default.
 * - `restoreBestWeights`: whether the model gets the weights of the best epoch back at the end.
 *
 * @throws RangeError when an option is out of range, and in `fit` when the quantity is not measured there.
 * @example
 * earlyStopping({ monitor: 'valLoss', patience: 10, restoreBestWeights: true });
 * @see Keras: https://keras.io/api/callbacks/early_stopping/
 */
export function earlyStopping(
  options: {
    monitor?: Quantity;
    patience?: number;
    minDelta?: number;
    restoreBestWeights?: boolean;
  } = {},
): Callback {
  const fn = 'earlyStopping';
  const names = ['monitor', 'patience', 'minDelta', 'restoreBestWeights'];
  checkOptions(fn, options, names);
  const { monitor = 'valLoss', patience = 0, minDelta = 0, restoreBestWeights = false } = options;
  checkChoice({ fn, name: 'monitor' }, monitor, QUANTITIES);
  checkInteger({ fn, name: 'patience', meaning: 'epochs without improvement' }, patience, 0);
  checkNonNegative({ fn, name: 'minDelta' }, minDelta);
  checkBoolean({ fn, name: 'restoreBestWeights' }, restoreBestWeights);
  const sign = monitor.toLowerCase().endsWith('accuracy') ? -1 : 1;
  const progress = new WeakMap<Sequential, Progress>();
  return {
    onTrainBegin({ model }) {
      progress.delete(model);
    },
    onEpochEnd(_epoch, logs, training) {
      const { model } = training;
      const value = logs[monitor];
      if (value === undefined) {
        const measured = Object.keys(logs).join(', ');
        throw new RangeError(violation({ fn, name: 'monitor' }, `be measured (here: ${measured})`, monitor));
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

const QUANTITIES = [
  'loss',
  'accuracy',
  'valLoss',
  'valAccuracy',
  'trainLossEvaluated',
  'trainAccuracyEvaluated',
] as const;
