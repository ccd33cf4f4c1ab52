import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { RunTask } from '../engine/sweep';
import type { WorkerTask } from './worker';

/** Worker threads that run experiments. */
export interface Pool {
  readonly runTask: RunTask;
  /** How many experiments to have under way: one in work and one waiting for every thread. */
  readonly atOnce: number;
  close(): Promise<void>;
}

/** Opens a pool of worker threads; without a number, one for each core. */
export async function openPool(workers: number = availableParallelism()): Promise<Pool> {
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    filename: join(__dirname, 'worker.js'),
    name: 'work',
    minThreads: workers,
    maxThreads: workers,
    isolateWorkers: false,
  });
  return {
    runTask(experiment, seed, signal) {
      const task: WorkerTask = { experiment, seed };
      return pool.run(task, { signal: signal instanceof AbortSignal ? signal : undefined });
    },
    atOnce: 2 * workers,
    close: () => pool.destroy(),
  };
}
