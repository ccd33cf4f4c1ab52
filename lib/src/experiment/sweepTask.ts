import type { StopSignal } from '../platform';
import { type Experiment, type Run, runExperiment } from './experiment';

/** What a worker of a sweep is sent: plain data. */
export interface SweepTask {
  readonly experiment: Experiment;
  readonly seed: number;
}

/** Carries out one task of a sweep, here or in a worker. */
export function runTask({ experiment, seed }: SweepTask, signal?: StopSignal): Promise<Run> {
  return runExperiment(experiment, seed, signal);
}
