import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Pool } from '../host';

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
    run: (task, signal) => pool.run(task, { signal: signal as AbortSignal | undefined }),
    atOnce: 2 * workers,
    close: () => pool.destroy(),
  };
}
