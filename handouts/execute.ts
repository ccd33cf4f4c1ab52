import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { jupyter, root, workspace } from '../binder/jupyter.mjs';
import { keepNewest } from './keepNewest.ts';
import type { Notebook } from './notebook.ts';

/** A notebook that ran to its end. */
export interface Execution {
  /** With outputs. */
  notebook: Notebook;
  /** Wall time, with the start of the kernel. */
  seconds: number;
  /** Wall time of each code cell, by its id. */
  cellSeconds: Record<string, number>;
}

/** A code cell that begins: the `number`-th `of` the notebook's. */
export interface Step {
  cell: string;
  number: number;
  of: number;
}

export interface ExecuteOptions {
  /** For each cell. Default 120. */
  timeoutSeconds?: number;
  /** Set for the kernel beside the environment of this process. */
  env?: NodeJS.ProcessEnv;
  /** Stops the run and its kernel. */
  signal?: AbortSignal;
  onStep?: (step: Step) => void;
}

type Kind = 'error' | 'type error' | 'unhandled rejection' | 'timeout' | 'dead kernel' | 'not executed';

interface Failed {
  cell: string | null;
  kind: Kind;
  name: string;
  text: string;
}

/** A notebook that did not run to its end: which, where, and what the kernel said. */
export class NotebookError extends Error {
  override name = 'NotebookError';

  constructor(
    readonly notebook: string,
    readonly cellId: string | null,
    readonly kind: Kind,
    /** The error as the kernel told it. */
    readonly detail: string,
  ) {
    super(`${basename(notebook)}, cell ${cellId ?? '(none yet)'}: ${kind}\n${detail}`);
  }
}

const cache = `${workspace}.cache/executed/`;
/** Results kept of each notebook: with and without answers, for a few seeds and states of the library. */
const KEPT = 8;
const script = fileURLToPath(new URL('execute.py', import.meta.url));

/**
 * Runs the notebook from top to bottom with its own kernel, in its own folder, through nbclient.
 *
 * Throws a {@link NotebookError} naming the cell that failed, timed out, was not executed, or took the kernel down.
 */
export async function execute(notebookPath: string, options: ExecuteOptions = {}): Promise<Execution> {
  mkdirSync(cache, { recursive: true });
  const result = `${cache}${randomUUID()}.json`;
  try {
    return await run(notebookPath, result, options);
  } finally {
    rmSync(result, { force: true });
    rmSync(`${result}.lock`, { force: true });
  }
}

/**
 * The same, kept until the notebook, the library, the kernel, this script, a lock file or COURSE_SEED changes.
 * Several processes that ask at once share one run.
 */
export async function executed(notebookPath: string, options: ExecuteOptions = {}): Promise<Execution> {
  const result = cachePath(notebookPath, options.env);
  if (existsSync(result)) return JSON.parse(readFileSync(result, 'utf8')) as Execution;
  mkdirSync(cache, { recursive: true });
  const execution = await run(notebookPath, result, options);
  keepNewest(cache, basename(notebookPath, '.ipynb'), KEPT);
  return execution;
}

function cachePath(notebookPath: string, env: NodeJS.ProcessEnv = {}): string {
  const hash = createHash('sha256');
  const built = [...filesIn(`${root}lib/dist`), ...filesIn(`${root}binder/kernel/dist`)];
  const locks = [`${root}package-lock.json`, `${root}binder/requirements.txt`];
  for (const file of [...built, ...locks, script, notebookPath]) {
    hash
      .update(`${basename(file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  hash.update(`${process.version}\0${env.COURSE_SEED ?? process.env.COURSE_SEED ?? ''}`);
  return `${cache}${basename(notebookPath, '.ipynb')}.${hash.digest('hex').slice(0, 16)}.json`;
}

function filesIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.endsWith('.tsbuildinfo'))
    .map(entry => join(entry.parentPath, entry.name));
  files.sort();
  return files;
}

async function run(notebookPath: string, result: string, options: ExecuteOptions): Promise<Execution> {
  const { timeoutSeconds = 120, onStep, signal } = options;
  signal?.throwIfAborted();
  const { python, env } = jupyter();
  const child = spawn(python, [script, resolve(notebookPath), result, String(timeoutSeconds)], {
    env: { ...env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = () => child.kill('SIGTERM'); // on which nbclient ends the kernel
  signal?.addEventListener('abort', stop);
  let failed: Failed | undefined;
  let complaint = '';
  createInterface(child.stdout).on('line', line => {
    const { event, ...fields } = JSON.parse(line) as { event: string };
    if (event === 'cell') onStep?.(fields as unknown as Step);
    else failed = fields as unknown as Failed;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (complaint += chunk));
  const status = await new Promise<number | null>((done, stopped) => {
    child.on('error', stopped).on('close', done);
  }).finally(() => signal?.removeEventListener('abort', stop));
  signal?.throwIfAborted();
  if (failed) {
    throw new NotebookError(notebookPath, failed.cell, kindOf(failed), stripVTControlCharacters(failed.text));
  }
  if (status !== 0) throw new Error(`${notebookPath} could not be executed:\n${complaint.trim()}`);
  return JSON.parse(readFileSync(result, 'utf8')) as Execution;
}

function kindOf({ kind, name }: Failed): Kind {
  if (kind !== 'error') return kind;
  if (name === 'TypeScriptError') return 'type error';
  return name === 'UnhandledRejection' ? 'unhandled rejection' : 'error';
}
