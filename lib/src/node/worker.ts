import type { Run } from '../experiment/experiment';
import { runTask, type SweepTask } from '../experiment/sweepTask';

/** What a worker thread of a sweep does with a task. */
export function work(task: SweepTask): Promise<Run> {
  return runTask(task);
}
