import { type Argument, checkArray, checkFunction, checkInteger, checkSeed, violation } from '../check';
import { host, type Pool } from '../host';
import type { Experiment, Run } from './experiment';
import { runTask, type SweepTask } from './sweepTask';
import { progress } from '../notebook/progress';
import { type Options, readOptions, type Settings } from '../options';
import { macrotask } from '../platform';
import { checkedSignal, checkGoingOn, stopSignal } from '../engine/stopSignal';

/** How far a sweep is. */
export interface SweepProgress {
  readonly done: number;
  readonly total: number;
}

const table = {
  /** The seeds, or how many of them: 20 means 0 … 19. */
  seeds: { read: listed as typeof listed },
  /** Whether a notebook shows a bar while it runs; true by default. */
  progress: { type: 'boolean', default: true, meaning: 'whether to show a bar' },
  /** Called after every run. */
  onProgress: {
    read(call: (progress: SweepProgress) => void, argument: Argument): (progress: SweepProgress) => void {
      checkFunction(argument, call);
      return call;
    },
    optional: true,
  },
  /** Ends the sweep when aborted: the promise then rejects with the signal's reason. */
  signal: { read: checkedSignal as typeof checkedSignal, optional: true },
  /** Worker threads: one for each core by default; 0 runs everything in this thread, so that nothing else runs beside it. */
  workers: { type: 'integer', min: 0, max: 1024, optional: true, meaning: 'number of threads' },
} as const;

/** Which experiments to run with which seeds. */
export interface SweepPlan<Name extends string = string> extends Options<typeof table> {
  /** The experiments to compare, by name. */
  readonly settings: Readonly<Record<Name, Experiment>>;
}

type Plan<Name extends string> = Settings<typeof table> & Pick<SweepPlan<Name>, 'settings'>;

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
  const settings = { read: checkedExperiments<Name> };
  const read: Plan<Name> = readOptions(fn, { ...table, settings }, plan);
  const pool = read.workers === 0 ? undefined : await host.openPool?.(read.workers);
  try {
    return await runAll(read, pool ?? here);
  } finally {
    await pool?.close();
  }
}

/** At most `pool.atOnce` runs at a time. The first that fails ends the sweep and is named in the error. */
async function runAll<Name extends string>(
  plan: Plan<Name>,
  pool: Pick<Pool, 'run' | 'atOnce'>,
): Promise<SweepRuns<Name>> {
  const { settings, onProgress } = plan;
  const signal = stopSignal(plan.signal);
  const tasks = tasksOf(plan);
  const report = plan.progress && host.shows ? progress(tasks.length, 'trainings') : undefined;
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
function tasksOf<Name extends string>({ seeds, settings }: Plan<Name>): Place<Name>[] {
  const names = Object.keys(settings) as Name[];
  return seeds.flatMap((seed, at) => names.map(name => ({ name, at, seed })));
}

function listed(seeds: number | ArrayLike<number>, argument: Argument): readonly number[] {
  if (typeof seeds === 'number') {
    checkInteger({ ...argument, meaning: 'how many' }, seeds, 1);
    return Array.from({ length: seeds }, (_, seed) => seed);
  }
  checkArray(argument, seeds);
  if (!seeds.length) throw new RangeError(violation(argument, 'not be empty', seeds));
  const list = Array.from(seeds);
  for (const seed of list) checkSeed(argument, seed);
  return list;
}

/** What the experiments hold is checked when they run. */
function checkedExperiments<Name extends string>(
  settings: Readonly<Record<Name, Experiment>>,
  argument: Argument,
): Readonly<Record<Name, Experiment>> {
  const entries = Object.entries<unknown>(settings ?? {});
  if (!entries.length) throw new RangeError(violation(argument, 'not be empty', settings));
  for (const [name, value] of entries) {
    if (typeof value === 'object' && value !== null) continue;
    const expectation = 'be an experiment, as lectureExperiment({ rate: 0.5 })';
    throw new TypeError(violation({ fn, name: `settings.${name}` }, expectation, value));
  }
  return settings;
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
