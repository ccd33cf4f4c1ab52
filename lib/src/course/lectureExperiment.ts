import { checkInteger, checkOptions, checkRate } from '../check';
import type { Experiment } from '../experiment/experiment';
import type { BlobsRecipe } from '../experiment/experimentData';
import { dense } from '../engine/layers/dense';
import { dropout } from '../engine/layers/dropout';
import { adam } from '../engine/optimizers/adam';
import { l2 } from '../engine/regularizers';

/** What may be changed of section 10's experiment; everything left out is as in the lecture. */
export interface LectureChanges extends Partial<Omit<BlobsRecipe, 'kind'>> {
  /** Of the dropout after every hidden layer; 0 leaves the layers out. Default 0. */
  readonly rate?: number;
  /** Units of each hidden layer. Default 64. */
  readonly width?: number;
  /** How many hidden layers. 0 is logistic regression, which needs 1000 epochs to settle. Default 4. */
  readonly depth?: number;
  /** Penalty on all hidden kernels, as `l2`. Default 0: none. */
  readonly weightDecay?: number;
  /** Default 100. */
  readonly epochs?: number;
  /** Default 100. */
  readonly batchSize?: number;
  /** Of Adam. Default 0.01. */
  readonly learningRate?: number;
}

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

const TRAINING = ['rate', 'width', 'depth', 'weightDecay', 'epochs', 'batchSize', 'learningRate'];

/**
 * Section 10's experiment with changes: two blobs, 4 hidden layers of 64 relu units, each followed by dropout,
 * one sigmoid unit, binary cross-entropy, Adam 0.01, 100 epochs in batches of 100.
 *
 * @throws TypeError or RangeError for a change of the wrong kind or value.
 * @example
 * const runs = await sweep({ seeds: 20, settings: { without: lectureExperiment(), with: lectureExperiment({ rate: 0.5 }) } });
 * const noisy = lectureExperiment({ rate: 0.5, labelNoise: 0.2, nTrain: 60 });
 */
export function lectureExperiment(changes: LectureChanges = {}): Experiment & { readonly data: BlobsRecipe } {
  const fn = 'lectureExperiment';
  checkOptions(fn, changes, [...Object.keys(DATA), ...TRAINING]);
  const {
    rate = 0,
    width = 64,
    depth = 4,
    weightDecay = 0,
    epochs = 100,
    batchSize = 100,
    learningRate = 0.01,
    ...data
  } = changes;
  checkRate(fn, rate);
  checkInteger({ fn, name: 'depth', meaning: 'number of hidden layers' }, depth, 0, 100);
  const kernelRegularizer = weightDecay === 0 ? null : l2(weightDecay);
  const hidden = Array.from({ length: depth }, () => [
    dense({ units: width, activation: 'relu', kernelRegularizer }),
    ...(rate ? [dropout({ rate })] : []),
  ]);
  return {
    data: { ...DATA, ...data },
    layers: [...hidden.flat(), dense({ units: 1, activation: 'sigmoid' })],
    fit: {
      loss: 'binaryCrossentropy',
      optimizer: adam({ learningRate }),
      epochs,
      batchSize,
    },
  };
}
