import { checkInteger, checkOptions } from '../check';
import { type SweepPlan, type SweepRuns, sweepWith } from '../engine/sweep';

const isNode =
  (globalThis as { process?: { versions?: { node?: string } } }).process?.versions?.node !== undefined;

/**
 * Many seeds × many experiments, in worker threads: the basis of every statement about an average.
 *
 * Paired by construction: with one seed all experiments see the same data, split, initial weights and batch order,
 * as far as their settings allow. The same seeds give the same bits, whatever the number of workers.
 *
 * @returns for each setting its runs, in the order of the seeds.
 * @throws TypeError or RangeError for bad options; Error naming setting and seed when a run fails; the signal's reason
 * when aborted, the kernel's when the cell is interrupted.
 * @example
 * const runs = await sweep({ seeds: 200, settings: { without: lectureExperiment(), with: lectureExperiment({ rate: 0.5 }) } });
 * const gains = runs.with.map((run, i) => run.trueAccuracy - runs.without[i].trueAccuracy);
 */
export async function sweep<Name extends string>(plan: SweepPlan<Name>): Promise<SweepRuns<Name>> {
  const fn = 'sweep';
  checkOptions(fn, plan, ['seeds', 'settings', 'onProgress', 'signal', 'workers']);
  const { workers } = plan;
  if (workers !== undefined) {
    checkInteger({ fn, name: 'workers', meaning: 'number of threads' }, workers, 0, 1024);
  }
  if (workers === 0 || !isNode) return sweepWith(plan);
  const { openPool } = await import('./pool.js');
  const pool = await openPool(workers);
  try {
    return await sweepWith(plan, pool.runTask, pool.atOnce);
  } finally {
    await pool.close();
  }
}
