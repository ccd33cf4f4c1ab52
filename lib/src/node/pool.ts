import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Tinypool } from 'tinypool';
import type { Pool } from '../host';

/** Threads without work are closed after this many milliseconds: long enough for a reader to reach the next sweep. */
const IDLE = 60_000;

interface Threads {
  readonly tinypool: Tinypool;
  readonly workers: number;
}

/** The threads of the last pool that was closed, and the timer that ends them. */
let idle: (Threads & { readonly timer: NodeJS.Timeout }) | undefined;

/**
 * Opens a pool of worker threads; without a number, one for each core. Closing it keeps its threads for the next pool of
 * that size: they are open already, and their code is compiled. Threads with unfinished tasks are ended instead.
 */
export async function openPool(workers: number = availableParallelism()): Promise<Pool> {
  const { tinypool } = takeIdle(workers) ?? (await openThreads(workers));
  let unfinished = 0;
  return {
    async run(task, signal) {
      unfinished++;
      const result: unknown = await tinypool.run(task, { signal: signal as AbortSignal | undefined });
      unfinished--;
      return result;
    },
    atOnce: 2 * workers,
    close: () => (unfinished ? tinypool.destroy() : keep({ tinypool, workers })),
  };
}

async function openThreads(workers: number): Promise<Threads> {
  const { Tinypool } = await import('tinypool');
  const tinypool = new Tinypool({
    filename: join(__dirname, 'worker.js'),
    name: 'work',
    minThreads: workers,
    maxThreads: workers,
    isolateWorkers: false,
    // A training allocates hardly anything on the heap. By default each thread takes up to 48 MB for new objects.
    resourceLimits: { maxYoungGenerationSizeMb: 6 },
  });
  return { tinypool, workers };
}

function takeIdle(workers: number): Threads | undefined {
  if (idle?.workers !== workers) return undefined;
  const threads = idle;
  clearTimeout(threads.timer);
  idle = undefined;
  return threads;
}

/** Keeps the threads in place of those that were idle. Neither the timer nor idle threads keep the process alive. */
async function keep(threads: Threads): Promise<void> {
  const earlier = idle;
  idle = { ...threads, timer: setTimeout(endIdle, IDLE).unref() };
  if (!earlier) return;
  clearTimeout(earlier.timer);
  await earlier.tinypool.destroy();
}

function endIdle(): void {
  void idle?.tinypool.destroy();
  idle = undefined;
}
