import { type Experiment, type Run, runExperiment } from '../engine/experiment';

/** What a worker thread of a sweep is sent. */
export interface WorkerTask {
  readonly experiment: Experiment;
  readonly seed: number;
}

/** What a worker thread does with it. */
export function work({ experiment, seed }: WorkerTask): Promise<Run> {
  return runExperiment(experiment, seed);
}
