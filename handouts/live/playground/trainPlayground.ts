import { experimentData, lectureExperiment, runExperiment } from 'dropout-lab';
import type { PlaygroundSettings } from '../../../lib/src/notebook/playground.ts';

/** What a playground draws: all numbers of one training. */
export interface Trained {
  /** Training points, x and y in turn, with their labels as trained. */
  points: Float64Array;
  labels: Float64Array;
  /** Probability of class 1 at each point of the grid, row by row from below. */
  surface: Float32Array;
  trainLoss: readonly number[];
  valLoss: readonly number[];
  trueAccuracy: number;
}

/** The square of the plane that is drawn, and its points in each direction. */
export const FIELD = { left: -0.75, right: 1.25, bottom: -0.95, top: 1.05, size: 48 } as const;

const grid = Array.from({ length: FIELD.size ** 2 }, (_, k) => [
  FIELD.left + ((FIELD.right - FIELD.left) * (k % FIELD.size)) / (FIELD.size - 1),
  FIELD.bottom + ((FIELD.top - FIELD.bottom) * Math.floor(k / FIELD.size)) / (FIELD.size - 1),
]);

/** Trains the lecture's network with the settings of a playground. */
export async function trainPlayground({ seed, ...changes }: PlaygroundSettings): Promise<Trained> {
  const experiment = lectureExperiment(changes);
  const { train } = experimentData(experiment.data, seed);
  const run = await runExperiment({ ...experiment, predictAt: grid, keepHistory: true }, seed);
  const { train_loss: trainLoss, val_loss: valLoss } = run.history!.history;
  return {
    points: Float64Array.from(train.X.data),
    labels: Float64Array.from(train.y),
    surface: run.predictions!,
    trainLoss,
    valLoss,
    trueAccuracy: run.trueAccuracy,
  };
}
