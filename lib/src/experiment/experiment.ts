import { type Argument, checkSeed, violation } from '../check';
import { type MatrixLike } from '../numpy/matrix';
import { randomState } from '../numpy/random';
import type { Layer } from '../engine/layers/kinds';
import { experimentData, type Recipe } from './experimentData';
import type { Evaluation } from '../engine/evaluate';
import { fit, type History } from '../engine/fit';
import type { ModelJson } from '../engine/model';
import type { Loss } from '../engine/losses/kinds';
import { sequential } from '../engine/sequential';
import { type Options, readOptions } from '../options';
import type { Optimizer } from '../engine/optimizers/kinds';
import type { StopSignal } from '../platform';

/** How an experiment trains: as the options of `fit` of the same names. */
export interface TrainingRecipe {
  readonly loss: Loss;
  readonly optimizer: Optimizer;
  readonly epochs: number;
  readonly batchSize: number;
}

const table = {
  /** Where the points come from: blobs, moons or circles, drawn anew for every seed, or a data set `{ kind: 'points', X, y, … }`. */
  data: { read: (data: Recipe): Recipe => data },
  /** The layers, as `sequential` takes them. */
  layers: { read: (layers: readonly Layer[]): readonly Layer[] => layers },
  /** How it trains: loss, optimizer, epochs, batchSize, as for `fit`. */
  fit: {
    read: checkedTraining as typeof checkedTraining,
    meaning: 'loss, optimizer, epochs, batchSize',
  },
  /** Other initial weights, batch order and masks on the same data: 0 (default), 1, 2, … */
  member: { type: 'integer', min: 0, default: 0, meaning: 'which initialization' },
  /** Points to predict after training; the run's `predictions` then hold the answers. */
  predictAt: { read: (X: MatrixLike): MatrixLike => X, optional: true },
  /** Whether the run keeps its history, epoch by epoch. Costs an evaluation per epoch. Default false. */
  keepHistory: { type: 'boolean', default: false },
  /** Whether the run keeps the trained model: `sequentialFromJSON(run.model!)` brings it back. Default false. */
  keepModel: { type: 'boolean', default: false },
} as const;

/**
 * Data, network and training as plain data: it can be sent to a worker thread, printed, or saved as JSON.
 * Change parts of one by spreading: `{ ...base, layers: [dense({ units: 1, activation: 'sigmoid' })] }`.
 */
export type Experiment = Options<typeof table>;

/**
 * What one experiment gave with one seed. Losses and accuracies are measured with dropout switched off; an accuracy is NaN
 * where the loss has none (meanSquaredError).
 */
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
  /** The trained model as plain data: `sequentialFromJSON(run.model!)` brings it back, weights and all. */
  readonly model?: ModelJson;
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
  const settings = readOptions(fn, table, experiment);
  const { layers, member, predictAt, keepHistory, keepModel } = settings;
  const { loss } = settings.fit;
  checkSeed({ fn, name: 'seed' }, seed);
  const { train, test, fresh } = experimentData(settings.data, seed, member);
  const own = member ? randomState(seed).spawn(`member ${member}`).uint32() : seed;
  const model = sequential(layers, { inputDim: train.X.cols, seed: own });
  const history = await fit(model, train.X, train.y, {
    ...settings.fit,
    seed: own,
    signal,
    ...(keepHistory && { validationData: [test.X, test.y], evaluateTraining: true }),
  });
  const [onFresh, onTest, onTrain] = [fresh, test, train].map(({ X, y }) =>
    judge(model.evaluate(X, y, { loss })),
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
    ...(keepModel && { model: model.toJSON() }),
  };
}

function checkedTraining(recipe: TrainingRecipe, argument: Argument): TrainingRecipe {
  if (typeof recipe === 'object' && recipe !== null) return recipe;
  throw new TypeError(violation(argument, 'be an object', recipe));
}

function judge({ loss, accuracy = NaN }: Evaluation): Required<Evaluation> {
  return { loss, accuracy };
}
