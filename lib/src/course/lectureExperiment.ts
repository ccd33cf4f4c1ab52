import { dense } from '../engine/layers/dense';
import { dropout } from '../engine/layers/dropout';
import { adam } from '../engine/optimizers/adam';
import { l2 } from '../engine/regularizers';
import type { Experiment } from '../experiment/experiment';
import type { BlobsRecipe } from '../experiment/experimentData';
import { type Options, readOptions, type Settings } from '../options';

const table = {
  /** Rate of the dropout after every hidden layer; 0 (default) leaves these layers out. */
  rate: { type: 'number', min: 0, max: 1, default: 0, meaning: 'probability to drop a unit' },
  /** Where dropout keeps the mean: 'inverted' (default) in training, 'scale-down' in prediction, or 'none'. */
  scaling: { choices: ['inverted', 'scale-down', 'none'], default: 'inverted' },
  /** Units of each hidden layer; 64 by default. */
  width: { type: 'integer', min: 1, max: 1048576, default: 64, meaning: 'units of a hidden layer' },
  /** Number of hidden layers; 4 by default. 0 is logistic regression, which needs 1000 epochs to converge. */
  depth: { type: 'integer', min: 0, max: 100, default: 4, meaning: 'number of hidden layers' },
  /** Penalty on all hidden kernels, as `l2`; 0 (default) for none. */
  weightDecay: { type: 'number', min: 0, default: 0, meaning: 'weight of the penalty' },
  /** Passes over the training points; 100 by default. */
  epochs: { type: 'integer', min: 0, default: 100 },
  /** Points per optimizer step; 100 by default. */
  batchSize: { type: 'integer', min: 1, default: 100 },
  /** Learning rate of Adam; 0.01 by default. */
  learningRate: { type: 'number', above: 0, default: 0.01 },
} as const;

/** The lecture's data. */
const DATA: BlobsRecipe = {
  centers: [
    [0, 0],
    [0.5, 0.1],
  ],
  clusterStd: 0.25,
  nTrain: 150,
  nTest: 50,
  nFresh: 2000,
  labelNoise: 0,
  bootstrap: false,
};

/** The settings of the data that can be changed; their values are checked when the data is drawn. */
const dataTable = Object.fromEntries(
  Object.entries(DATA).map(([name, value]) => [name, { read: (given: unknown) => given, default: value }]),
);

/** Changes to section 10's experiment; what is left out stays as in the lecture. */
export interface LectureChanges extends Options<typeof table>, Partial<Omit<BlobsRecipe, 'kind'>> {}

/**
 * Section 10's experiment with changes: two blobs, 4 hidden layers of 64 relu units, each followed by dropout,
 * one sigmoid unit, binary cross-entropy, Adam 0.01, 100 epochs in batches of 100.
 *
 * @example
 * const runs = await sweep({ seeds: 20, settings: { without: lectureExperiment(), with: lectureExperiment({ rate: 0.5 }) } });
 * const noisy = lectureExperiment({ rate: 0.5, labelNoise: 0.2, nTrain: 60 });
 */
export function lectureExperiment(changes: LectureChanges = {}): Experiment & { readonly data: BlobsRecipe } {
  const settings = readOptions('lectureExperiment', { ...table, ...dataTable }, changes);
  const { rate, scaling, width, depth, weightDecay, epochs, batchSize, learningRate, ...data } =
    settings as Settings<typeof table> & BlobsRecipe;
  const kernelRegularizer = weightDecay === 0 ? null : l2(weightDecay);
  const hidden = Array.from({ length: depth }, () => [
    dense({ units: width, activation: 'relu', kernelRegularizer }),
    ...(rate ? [dropout({ rate, scaling })] : []),
  ]);
  return {
    data,
    layers: [...hidden.flat(), dense({ units: 1, activation: 'sigmoid' })],
    fit: { loss: 'binaryCrossentropy', optimizer: adam({ learningRate }), epochs, batchSize },
  };
}
