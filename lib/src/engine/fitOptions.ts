import { type Argument, checkArray, checkInteger } from '../check';
import type { Matrix, MatrixLike } from '../numpy/matrix';
import { type Options, readOptions, type Settings } from '../options';
import { type TargetsLike, validation } from './batch';
import { type Callback, lambda } from './callbacks';
import { checkData } from './checkData';
import { lossKind } from './losses/kinds';
import { checkedOptimizer } from './optimizers/kinds';
import type { ModelState } from './state';
import { checkedSignal } from './stopSignal';

/** The options of whatever trains. */
export const trainingTable = {
  /** What training makes small. */
  loss: { read: lossKind as typeof lossKind },
  /** `sgd(…)` or `adam(…)`. */
  optimizer: { read: checkedOptimizer as typeof checkedOptimizer },
} as const;

const table = {
  /** How often all rows are visited; 1 by default. */
  epochs: { type: 'integer', min: 0, default: 1 },
  /** Rows per step; 32 by default, as in Keras. */
  batchSize: { type: 'integer', min: 1, max: 16777216, default: 32, meaning: 'rows per step' },
  /** Whether the rows are shuffled anew for every epoch; true by default. */
  shuffle: { type: 'boolean', default: true },
  /** Points held back, [X, y]: measured after every epoch with dropout switched off. */
  validationData: validation as typeof validation,
  /** Seed of the order of the rows and of the masks; the model's own by default. */
  seed: { type: 'seed', optional: true },
  /** What `fit` calls after each epoch: `earlyStopping(…)`, `liveView(…)`, `lambda({ onEpochEnd })`. */
  callbacks: {
    read(callbacks: readonly Callback[], argument: Argument): readonly Callback[] {
      checkArray(argument, callbacks);
      return Array.from(callbacks, lambda);
    },
    default: [],
  },
  /** Whether to measure all training rows too after every epoch, with dropout switched off: `train_loss`. */
  evaluateTraining: { type: 'boolean', default: false },
  /** Ends the fit when aborted: `new AbortController().signal`. */
  signal: { read: checkedSignal as typeof checkedSignal, optional: true },
} as const;

/** What `fit` takes. */
export type FitOptions = Options<typeof trainingTable> & Options<typeof table>;

/** A fit whose input has been checked. */
export interface FitPlan
  extends Settings<typeof trainingTable>, Omit<Settings<typeof table>, 'seed' | 'validationData'> {
  readonly X: Matrix;
  readonly y: Matrix;
  readonly seed: number;
  readonly validation?: { readonly X: Matrix; readonly y: Matrix };
}

/** Row numbers are handed to the kernels as float32. */
const MAX_ROWS = 2 ** 24;

/** Checks everything `fit` is given, before anything is changed. */
export function checkFit(
  { architecture: shape, seed: modelSeed }: ModelState,
  X: MatrixLike,
  y: TargetsLike,
  options: FitOptions,
): FitPlan {
  const fn = 'fit';
  const { validationData, ...settings } = readOptions(fn, { ...trainingTable, ...table }, options);
  const { loss, batchSize, seed = modelSeed } = settings;
  const train = checkData(fn, '', shape, loss, X, y);
  checkInteger({ fn, name: 'X', meaning: 'number of rows' }, train.X.rows, 1, MAX_ROWS);
  const heldBack = validationData && checkData(fn, ' of validationData', shape, loss, ...validationData);
  return {
    ...settings,
    ...train,
    seed,
    batchSize: Math.min(batchSize, train.X.rows),
    validation: heldBack ?? undefined,
  };
}
