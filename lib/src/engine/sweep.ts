import { checkArray, checkInteger, violation } from '../check';
import { Matrix } from '../matrix';
import { type Experiment, type Run, runExperiment } from './experiment';
import { macrotask } from './host';
import { checkGoingOn, type StopSignal, stopSignal } from './stopSignal';

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
  /** Called after every run. */
  readonly onProgress?: (progress: SweepProgress) => void;
  /** Ends the sweep when aborted: the promise then rejects with the signal's reason. */
  readonly signal?: StopSignal;
  /** Worker threads: one for each core by default; 0 runs everything in this thread, as a page always does. */
  readonly workers?: number;
}

/** The runs of every setting in the order of the seeds: `runs.with[3]` and `runs.without[3]` are a pair. */
export type SweepRuns<Name extends string = string> = Readonly<Record<Name, readonly Run[]>>;

/** Carries out one experiment with one seed, here or in another thread. */
export type RunTask = (experiment: Experiment, seed: number, signal?: StopSignal) => Promise<Run>;

interface Task<Name> {
  readonly name: Name;
  readonly at: number;
  readonly seed: number;
}

const fn = 'sweep';

/**
 * Runs every experiment with every seed through `runTask`, at most `atOnce` at a time. The runs depend on neither;
 * the first that fails ends the sweep and is named in the error.
 */
export async function sweepWith<Name extends string>(
  plan: SweepPlan<Name>,
  runTask: RunTask = runHere,
  atOnce: number = 1,
): Promise<SweepRuns<Name>> {
  const { settings, onProgress } = plan;
  const signal = stopSignal(plan.signal);
  const tasks = tasksOf(plan);
  const names = Object.keys(settings) as Name[];
  const runs = Object.fromEntries(names.map(name => [name, [] as Run[]])) as Record<Name, Run[]>;
  let [next, done] = [0, 0];
  const workThrough = async (): Promise<void> => {
    while (next < tasks.length) {
      const { name, at, seed } = tasks[next++];
      try {
        checkGoingOn(signal);
        runs[name][at] = await runTask(plain(settings[name]), seed, signal);
      } catch (error) {
        next = tasks.length;
        checkGoingOn(signal);
        throw failure(name, seed, error);
      }
      onProgress?.({ done: ++done, total: tasks.length });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, workThrough));
  return runs;
}

/** Seed by seed, so that an early look has whole pairs. */
function tasksOf<Name extends string>({ seeds, settings }: SweepPlan<Name>): Task<Name>[] {
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

/** Here, giving timers, drawing and interrupts their turn after every run. */
async function runHere(experiment: Experiment, seed: number, signal?: StopSignal): Promise<Run> {
  const run = await runExperiment(experiment, seed, signal);
  await macrotask();
  return run;
}

/** The experiment without anything that a message to another thread would change. */
function plain(experiment: Experiment): Experiment {
  const { predictAt } = experiment;
  return predictAt instanceof Matrix ? { ...experiment, predictAt: predictAt.toArray() } : experiment;
}

function failure(name: string, seed: number, cause: unknown): Error {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new Error(`${fn}: setting '${name}', seed ${seed}: ${message}`, { cause });
}
