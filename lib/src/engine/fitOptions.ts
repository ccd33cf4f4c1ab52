import { checkArray, checkBoolean, checkInteger, checkOptions, checkSeed, violation } from '../check';
import type { Matrix, MatrixLike } from '../numpy/matrix';
import { checkInputs, checkTargets, type TargetsLike } from './batch';
import { type Callback, lambda } from './callbacks';
import { CHUNK } from './evaluate';
import { checkLoss, encodeTargets, type Loss } from './losses';
import { Sequential } from './model';
import { checkOptimizer, type Optimizer } from './optimizers';
import type { StopSignal } from '../platform';

/** What `fit` takes. */
export interface FitOptions {
  loss: Loss;
  optimizer: Optimizer;
  /** How often all rows are visited; 1 by default. */
  epochs?: number;
  /** Rows per step; 32 by default, as in Keras. */
  batchSize?: number;
  /** Whether every epoch has an order of its own; true by default. */
  shuffle?: boolean;
  /** Points held back, [X, y]: measured after every epoch with dropout switched off. */
  validationData?: readonly [MatrixLike, TargetsLike] | null;
  /** Seed of the order of the rows and of the masks; the model's own by default. */
  seed?: number;
  callbacks?: readonly Callback[];
  /** Whether to measure all training rows too after every epoch, with dropout switched off. */
  evaluateTraining?: boolean;
  /** Ends the fit when aborted: `new AbortController().signal`. */
  signal?: StopSignal;
}

/** A fit whose input has been checked. */
export interface FitPlan {
  readonly X: Matrix;
  readonly y: Matrix;
  readonly loss: Loss;
  readonly optimizer: Optimizer;
  readonly epochs: number;
  readonly batchSize: number;
  readonly shuffle: boolean;
  readonly seed: number;
  readonly validation?: { readonly X: Matrix; readonly y: Matrix };
  readonly callbacks: readonly Callback[];
  readonly evaluateTraining: boolean;
  readonly signal?: StopSignal;
  /** Rows that a batch has at most. */
  readonly capacity: number;
}

const KEYS = [
  'loss',
  'optimizer',
  'epochs',
  'batchSize',
  'shuffle',
  'validationData',
  'seed',
  'callbacks',
  'evaluateTraining',
  'signal',
];

/** Row numbers are handed to the kernels as float32. */
const MAX_ROWS = 2 ** 24;

/** Checks everything `fit` is given, before anything is changed. */
export function checkFit(model: Sequential, X: MatrixLike, y: TargetsLike, options: FitOptions): FitPlan {
  const fn = 'fit';
  checkModel(fn, model);
  checkOptions(fn, options, KEYS);
  const { loss, optimizer, epochs = 1, batchSize = 32, shuffle = true, evaluateTraining = false } = options;
  const { seed = model.seed, callbacks = [], validationData, signal } = options;
  checkLoss(fn, loss, model.state.architecture);
  checkOptimizer(fn, optimizer);
  checkInteger({ fn, name: 'epochs' }, epochs, 0);
  checkInteger({ fn, name: 'batchSize', meaning: 'rows per step' }, batchSize, 1, MAX_ROWS);
  checkSeed({ fn, name: 'seed' }, seed);
  checkBoolean({ fn, name: 'shuffle' }, shuffle);
  checkBoolean({ fn, name: 'evaluateTraining' }, evaluateTraining);
  checkArray({ fn, name: 'callbacks' }, callbacks);
  callbacks.forEach(callback => lambda(callback));
  if (signal !== undefined && typeof signal?.aborted !== 'boolean') {
    throw new TypeError(violation({ fn, name: 'signal' }, 'be an AbortSignal', signal));
  }
  const train = checkData(fn, '', model, loss, X, y);
  checkInteger({ fn, name: 'X', meaning: 'number of rows' }, train.X.rows, 1, MAX_ROWS);
  const rows = Math.min(batchSize, train.X.rows);
  return {
    ...train,
    loss,
    optimizer,
    epochs,
    batchSize: rows,
    shuffle,
    seed,
    validation: validationData ? checkValidation(model, loss, validationData) : undefined,
    callbacks,
    evaluateTraining,
    signal,
    capacity: Math.max(rows, CHUNK),
  };
}

/** Throws unless `model` comes from `sequential` and is not being trained at the moment. */
export function checkModel(fn: string, model: unknown): asserts model is Sequential {
  const argument = { fn, name: 'model' };
  if (!(model instanceof Sequential)) {
    throw new TypeError(violation(argument, 'come from sequential([…], { inputDim })', model));
  }
  if (model.state.fitting) {
    throw new RangeError(violation(argument, 'not be in another fit (await that one first)', 'one in a fit'));
  }
}

/** Inputs and encoded targets that fit the model, the loss and each other. */
export function checkData(
  fn: string,
  suffix: string,
  model: Sequential,
  loss: Loss,
  X: MatrixLike,
  y: TargetsLike,
): { X: Matrix; y: Matrix } {
  const { inputDim, outputDim } = model.state.architecture;
  const inputs = checkInputs({ fn, name: `X${suffix}` }, X, inputDim);
  const argument = { fn, name: `y${suffix}` };
  const targets = checkTargets(argument, y, inputs.rows);
  return { X: inputs, y: encodeTargets(argument, loss, targets, outputDim) };
}

function checkValidation(model: Sequential, loss: Loss, data: readonly unknown[]): { X: Matrix; y: Matrix } {
  if (!Array.isArray(data) || data.length !== 2) {
    throw new TypeError(violation({ fn: 'fit', name: 'validationData' }, 'be [XTest, yTest]', data));
  }
  return checkData('fit', ' of validationData', model, loss, data[0], data[1]);
}
