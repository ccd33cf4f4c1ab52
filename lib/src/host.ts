import { platform, type StopSignal } from './platform';

/** One output in several MIME types; the front end draws the richest one it can. Every output has a text. */
export interface Bundle {
  readonly 'text/plain': string;
  readonly [mimeType: string]: unknown;
}

/** `id` names the output; with `update` the output of that name is replaced where it stands. */
export interface DisplayOptions {
  readonly id?: string;
  readonly update?: boolean;
}

/** Workers that run the tasks of a sweep. A task and its result are plain data. */
export interface Pool {
  /** Runs one task; rejects when `signal` is aborted first. */
  run(task: object, signal?: StopSignal): Promise<unknown>;
  /** How many tasks to have under way: one in work and one waiting for every worker. */
  readonly atOnce: number;
  /** Returns the workers. */
  close(): Promise<void>;
}

/** The place where a cell's code runs: a kernel, a page, a plain script. Every part is optional. */
export interface Host {
  /** Shows an output below the running cell. */
  display?(bundle: Bundle, options: DisplayOptions): void;
  /** The course seed, as text. */
  readonly seed?: string;
  /** Aborted when the running cell is interrupted. */
  readonly stop?: StopSignal;
  /** True while submissions are graded: a check that is not right then throws. */
  readonly grading?: boolean;
  /** Opens a pool of workers; without a number, one for each core. */
  openPool?(workers?: number): Promise<Pool>;
}

/** Where the place that code runs in installs its host. */
const KEY: unique symbol = Symbol.for('dropout-lab.host') as never;

let fallback: Host = {};

/** Sets the parts that are used where the installed host has none; plain Node sets its own. */
export function setDefaultHost(host: Host): void {
  fallback = host;
}

function part<Name extends keyof Host>(name: Name): Host[Name] {
  const installed = (globalThis as { [KEY]?: Host })[KEY];
  return installed?.[name] ?? fallback[name];
}

/**
 * The host of the running code: parts of the one that is installed under `Symbol.for('dropout-lab.host')`, else of the
 * default. Without either, outputs are printed and a sweep runs in its own thread.
 */
export const host: Host & Required<Pick<Host, 'display'>> & { readonly shows: boolean } = {
  /** Whether outputs are shown somewhere and not merely printed. */
  get shows() {
    return part('display') !== undefined;
  },
  display(bundle, options) {
    const display = part('display');
    if (display) display(bundle, options);
    else platform.console.log(bundle['text/plain']);
  },
  get seed() {
    return part('seed');
  },
  get stop() {
    return part('stop');
  },
  get grading() {
    return part('grading');
  },
  get openPool() {
    return part('openPool');
  },
};
