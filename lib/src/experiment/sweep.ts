import { checkArray, checkBoolean, checkInteger, checkOptions, violation } from '../check';
import { host, type Pool } from '../host';
import type { Experiment, Run } from './experiment';
import { runTask, type SweepTask } from './sweepTask';
import { progress } from '../notebook/progress';
import { macrotask, type StopSignal } from '../platform';
import { checkGoingOn, stopSignal } from '../engine/stopSignal';

/** How far a sweep is. */
export interface SweepProgress {
  readonly done: number;
  readonly total: number;
}

/** Which experiments to run with which seeds. */
export interface SweepPlan<Name extends string = string> {
  /** The seeds, or how many of them: 20 means 0 … 19. */
  readonly seeds: number | ArrayLike<number>;
  /** The experiments to compare, by name. */
  readonly settings: Readonly<Record<Name, Experiment>>;
  /** Whether a notebook shows a bar while it runs; true by default. */
  readonly progress?: boolean;
  /** Called after every run. */
  readonly onProgress?: (progress: SweepProgress) => void;
  /** Ends the sweep when aborted: the promise then rejects with the signal's reason. */
  readonly signal?: StopSignal;
  /** Worker threads: one for each core by default; 0 runs everything in this thread, so that nothing else runs beside it. */
  readonly workers?: number;
}

/** The runs of every setting in the order of the seeds: `runs.with[3]` and `runs.without[3]` are a pair. */
export type SweepRuns<Name extends string = string> = Readonly<Record<Name, readonly Run[]>>;

interface Place<Name> {
  readonly name: Name;
  readonly at: number;
  readonly seed: number;
}

const fn = 'sweep';

/**
 * Many seeds × many experiments, on the host's workers: the basis of every statement about an average.
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
  checkOptions(fn, plan, ['seeds', 'settings', 'progress', 'onProgress', 'signal', 'workers']);
  const { workers, progress: shown = true } = plan;
  checkBoolean({ fn, name: 'progress', meaning: 'whether to show a bar' }, shown);
  if (workers !== undefined) {
    checkInteger({ fn, name: 'workers', meaning: 'number of threads' }, workers, 0, 1024);
  }
  const pool = workers === 0 ? undefined : await host.openPool?.(workers);
  try {
    return await runAll(plan, pool ?? here);
  } finally {
    await pool?.close();
  }
}

/** At most `pool.atOnce` runs at a time. The first that fails ends the sweep and is named in the error. */
async function runAll<Name extends string>(
  plan: SweepPlan<Name>,
  pool: Pick<Pool, 'run' | 'atOnce'>,
): Promise<SweepRuns<Name>> {
  const { settings, onProgress } = plan;
  const signal = stopSignal(plan.signal);
  const tasks = tasksOf(plan);
  const report = (plan.progress ?? true) && host.shows ? progress(tasks.length, 'trainings') : undefined;
  const names = Object.keys(settings) as Name[];
  const runs = Object.fromEntries(names.map(name => [name, [] as Run[]])) as Record<Name, Run[]>;
  let [next, done] = [0, 0];
  const workThrough = async (): Promise<void> => {
    while (next < tasks.length) {
      const { name, at, seed } = tasks[next++];
      try {
        checkGoingOn(signal);
        runs[name][at] = (await pool.run({ experiment: settings[name], seed }, signal)) as Run;
      } catch (error) {
        next = tasks.length;
        checkGoingOn(signal);
        throw failure(name, seed, error);
      }
      done++;
      report?.(done);
      onProgress?.({ done, total: tasks.length });
    }
  };
  await Promise.all(Array.from({ length: pool.atOnce }, workThrough));
  return runs;
}

/** Seed by seed, so that an early look has whole pairs. */
function tasksOf<Name extends string>({ seeds, settings }: SweepPlan<Name>): Place<Name>[] {
  if (typeof seeds === 'number') checkInteger({ fn, name: 'seeds', meaning: 'how many' }, seeds, 1);
  else checkArray({ fn, name: 'seeds' }, seeds);
  const list =
    typeof seeds === 'number' ? Array.from({ length: seeds }, (_, seed) => seed) : Array.from(seeds);
  for (const seed of list) checkInteger({ fn, name: 'seeds' }, seed, 0, 2 ** 32 - 1);
  const names = Object.keys(settings ?? {}) as Name[];
  if (!list.length || !names.length) {
    const argument = { fn, name: list.length ? 'settings' : 'seeds' };
    throw new RangeError(violation(argument, 'not be empty', list.length ? settings : seeds));
  }
  for (const name of names) checkExperiment(name, settings[name]);
  return list.flatMap((seed, at) => names.map(name => ({ name, at, seed })));
}

/** What the experiment holds is checked when it runs. */
function checkExperiment(name: string, value: unknown): void {
  if (typeof value === 'object' && value !== null) return;
  const argument = { fn, name: `settings.${name}` };
  throw new TypeError(violation(argument, 'be an experiment, as lectureExperiment({ rate: 0.5 })', value));
}

/** This thread, with a turn for timers, drawing and interrupts after every run. */
const here: Pick<Pool, 'run' | 'atOnce'> = {
  async run(task, signal) {
    const run = await runTask(task as SweepTask, signal);
    await macrotask();
    return run;
  },
  atOnce: 1,
};

function failure(name: string, seed: number, cause: unknown): Error {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new Error(`${fn}: setting '${name}', seed ${seed}: ${message}`, { cause });
}
