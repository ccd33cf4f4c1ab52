import { checkChoice, checkInteger, checkOptions, checkSeed, violation } from '../check';
import { type MatrixLike } from '../numpy/matrix';
import { randomState } from '../numpy/random';
import type { Layer } from '../engine/layers/kinds';
import { type BlobsRecipe, experimentData } from './experimentData';
import type { Evaluation } from '../engine/evaluate';
import { fit, type History } from '../engine/fit';
import { sequential } from '../engine/sequential';
import type { Optimizer } from '../engine/optimizers/kinds';
import type { StopSignal } from '../platform';

const LOSSES = ['binaryCrossentropy', 'sparseCategoricalCrossentropy'] as const;

/** How an experiment trains: as the options of `fit` of the same names. */
export interface TrainingRecipe {
  /** The classes are numbers: 'binaryCrossentropy' for two, 'sparseCategoricalCrossentropy' for two or more. */
  readonly loss: (typeof LOSSES)[number];
  readonly optimizer: Optimizer;
  readonly epochs: number;
  readonly batchSize: number;
}

/**
 * Data, network and training as plain data: it can be sent to a worker thread, printed, or saved as JSON.
 * Change parts of one by spreading: `{ ...base, layers: [dense({ units: 1, activation: 'sigmoid' })] }`.
 */
export interface Experiment {
  readonly data: BlobsRecipe;
  readonly layers: readonly Layer[];
  readonly fit: TrainingRecipe;
  /** Another initialisation, batch order and masks on the same data: 0 (default), 1, 2, … */
  readonly member?: number;
  /** Points to predict after training; the run's `predictions` then hold the answers. */
  readonly predictAt?: MatrixLike;
  /** Whether the run keeps its history, epoch by epoch. Costs an evaluation per epoch. Default false. */
  readonly keepHistory?: boolean;
  /** Whether the run keeps the trained weights, for `setWeights`. Default false. */
  readonly keepWeights?: boolean;
}

/** What one experiment gave with one seed. Losses and accuracies are measured with dropout switched off. */
export interface Run {
  readonly seed: number;
  /** On the fresh points. */
  readonly trueAccuracy: number;
  readonly trueLoss: number;
  /** On the held-out points. */
  readonly valAccuracy: number;
  readonly valLoss: number;
  /** On the training points, wrong labels included. */
  readonly trainAccuracy: number;
  readonly trainLoss: number;
  /** One row per point of `predictAt`, row-major. */
  readonly predictions?: Float32Array;
  readonly history?: History;
  /** Kernel and bias of each dense layer, row-major, in the order of `getWeights`. */
  readonly weights?: readonly Float32Array[];
}

/**
 * Trains and judges one network. Data, split, initial weights and batch order follow from the seed alone, so that
 * two experiments that differ in dropout only are compared like with like.
 *
 * @throws TypeError or RangeError for an experiment of the wrong kind or value; RangeError when training diverges.
 * @example
 * const run = await runExperiment(lectureExperiment({ rate: 0.5 }), 1);
 * run.trueAccuracy; // on 2000 fresh points
 */
export async function runExperiment(experiment: Experiment, seed: number, signal?: StopSignal): Promise<Run> {
  const fn = 'runExperiment';
  checkOptions(fn, experiment, [
    'data',
    'layers',
    'fit',
    'member',
    'predictAt',
    'keepHistory',
    'keepWeights',
  ]);
  const { layers, member = 0, predictAt, keepHistory = false, keepWeights = false } = experiment;
  checkSeed({ fn, name: 'seed' }, seed);
  checkInteger({ fn, name: 'member', meaning: 'which initialisation' }, member, 0);
  if (typeof experiment.fit !== 'object' || experiment.fit === null) {
    const argument = { fn, name: 'fit', meaning: 'loss, optimizer, epochs, batchSize' };
    throw new TypeError(violation(argument, 'be an object', experiment.fit));
  }
  const { loss } = experiment.fit;
  checkChoice({ fn, name: 'loss' }, loss, LOSSES);
  const { train, test, fresh } = experimentData(experiment.data, seed, member);
  const own = member ? randomState(seed).spawn(`member ${member}`).uint32() : seed;
  const model = sequential(layers, { inputDim: train.X.cols, seed: own });
  const history = await fit(model, train.X, train.y, {
    ...experiment.fit,
    seed: own,
    signal,
    ...(keepHistory && { validationData: [test.X, test.y], evaluateTraining: true }),
  });
  const [onFresh, onTest, onTrain] = [fresh, test, train].map(
    ({ X, y }) => model.evaluate(X, y, { loss }) as Required<Evaluation>,
  );
  return {
    seed,
    trueAccuracy: onFresh.accuracy,
    trueLoss: onFresh.loss,
    valAccuracy: onTest.accuracy,
    valLoss: onTest.loss,
    trainAccuracy: onTrain.accuracy,
    trainLoss: onTrain.loss,
    ...(predictAt && { predictions: model.predict(predictAt).data as Float32Array }),
    ...(keepHistory && { history }),
    ...(keepWeights && { weights: model.getWeights().map(w => w.data as Float32Array) }),
  };
}
