import { format } from 'node-inspect-extracted';
import type { Host } from '../../lib/src/host.ts';
import { compileCell } from './compileCell.ts';
import { describeError, type LoadedCell } from './describeError.ts';
import { makeConsole } from './makeConsole.ts';
import type { Modules } from './modules.ts';
import { openPool } from './openPool.ts';
import type { CellOutput, RunRequest, TypeNames } from './protocol.ts';
import { importScripts, later, now, on, post } from './scope.ts';
import { soon } from './soon.ts';

type Body = ($import: unknown, $publish: unknown) => Promise<unknown>;

/** How long, in ms, code that is stopped has to end by itself, and prints wait for others. */
const GRACE = 50;
const LONGEST_WAIT = 50;

const shared = globalThis as Record<PropertyKey, any>;

/** Runs cells one after the other; what they declare, print, show and throw is theirs. */
export class CellRunner {
  #cell: RunRequest & { stop: AbortController; failures: unknown[] } = newCell({
    run: 0,
    label: '',
    source: '',
  });
  #running = false;
  readonly #loaded: LoadedCell[] = [];
  #printed: { name: 'stdout' | 'stderr'; text: string; since: number } | undefined;
  constructor(
    private readonly modules: Modules,
    private readonly types: TypeNames,
    seed: string | undefined,
  ) {
    const current = () => this.#cell;
    const host: Host = {
      display: (bundle, { id, update = false }) => this.#show({ ...bundle }, id, update),
      seed,
      get stop() {
        return current().stop.signal;
      },
      openPool,
    };
    Object.defineProperty(shared, Symbol.for('dropout-lab.host'), { value: host });
    shared.console = makeConsole((stream, text) => this.#print(stream, text));
    on('unhandledrejection', (event: PromiseRejectionEvent) => {
      event.preventDefault();
      this.#fail(event.reason, 'A promise was rejected and nobody caught it:');
    });
    on('error', (event: ErrorEvent) => {
      event.preventDefault();
      this.#fail(event.error ?? event.message);
    });
  }

  /** Runs a cell to its end, and says how it ended. */
  async run(request: RunRequest): Promise<void> {
    const cell = (this.#cell = newCell(request));
    this.#running = true;
    try {
      const value = await Promise.race([this.#execute(request), stopped(cell.stop.signal)]);
      if (value !== undefined && value !== null) this.#return(value);
    } catch (error) {
      cell.failures.push(error);
    }
    await settled();
    this.#running = false;
    this.#flush();
    const isStopped = cell.stop.signal.aborted;
    const failures = isStopped ? [cell.stop.signal.reason] : [...new Set(cell.failures)];
    for (const failure of failures) this.#post(describeError(failure, cell.source, this.#loaded));
    post({ type: 'done', run: cell.run, status: isStopped ? 'stopped' : failures.length ? 'error' : 'ok' });
  }

  /** Aborts the running cell. */
  stop(): void {
    if (this.#running) this.#cell.stop.abort(new Stopped('the cell was stopped'));
  }

  #execute({ run, label, source }: RunRequest): Promise<unknown> {
    const { body, declares, placeInSource } = compileCell(source);
    for (const name of declares) declare(name);
    const head = 'self.$cell = async function ($import, $publish) {"use strict";';
    const code = `${head}${body}\n};`;
    const url = `data:text/javascript;charset=utf-8;run=${run},${encodeURIComponent(code)}`;
    this.#loaded.push({
      url,
      label,
      placeInSource: ({ line, column }) =>
        placeInSource({ line, column: line === 1 ? Math.max(1, column - head.length) : column }),
    });
    importScripts(url);
    const execute = shared.$cell as Body;
    delete shared.$cell;
    return execute(this.#import, publish);
  }

  readonly #import = async (name: string, wanted?: Record<string, string>): Promise<unknown> => {
    const load = this.modules[name];
    if (!load) {
      const known = Object.keys(this.modules).join(', ');
      throw new Error(`Cannot find module '${name}'. A page has only what is inside it: ${known}.`);
    }
    const module = (await load()) as Record<string, unknown>;
    const types = this.types[name];
    for (const [local, imported] of Object.entries(wanted ?? {})) {
      const isThere = imported === '*' || imported === 'default' || imported in module;
      if (types && !isThere && !types.includes(imported)) {
        throw new Error(`Module '"${name}"' has no exported member '${imported}'.`);
      }
      shared[local] =
        imported === '*' ? module : imported === 'default' ? (module.default ?? module) : module[imported];
    }
    return module;
  };

  #fail(error: unknown, title?: string): void {
    const cell = this.#cell;
    if (cell.stop.signal.aborted) return;
    if (this.#running) {
      cell.failures.push(error);
      return;
    }
    const failure = describeError(error, cell.source, this.#loaded);
    this.#post({ ...failure, traceback: title ? [title, ...failure.traceback] : failure.traceback });
  }

  #print(name: 'stdout' | 'stderr', text: string): void {
    if (this.#printed && this.#printed.name !== name) this.#flush();
    if (!this.#printed) later(() => this.#flush(), 0);
    this.#printed ??= { name, text: '', since: now() };
    this.#printed.text += text;
    if (now() - this.#printed.since > LONGEST_WAIT) this.#flush();
  }

  #flush(): void {
    if (!this.#printed) return;
    const { name, text } = this.#printed;
    this.#printed = undefined;
    this.#post({ output_type: 'stream', name, text });
  }

  #show(data: Record<string, unknown>, id: string | undefined, update: boolean): void {
    this.#flush();
    if (update && id !== undefined) post({ type: 'update', data, id });
    else this.#post({ output_type: 'display_data', data }, id);
  }

  /** Shows the value of the cell's last expression, as `console.log` would. */
  #return(value: unknown): void {
    this.#flush();
    this.#post({ output_type: 'execute_result', data: { 'text/plain': format(value) } });
  }

  #post(output: CellOutput, id?: string): void {
    post({ type: 'output', run: this.#cell.run, output, id });
  }
}

/** The reason of a cell that the reader stopped. */
class Stopped extends Error {
  override name = 'Stopped';
  override stack = undefined;
}

function newCell(request: RunRequest) {
  return { ...request, stop: new AbortController(), failures: [] as unknown[] };
}

/** A variable that all cells see; also in the place of what the worker has under that name. */
function declare(name: string): void {
  const known = Object.getOwnPropertyDescriptor(shared, name);
  if (known?.writable && known.enumerable) return;
  Object.defineProperty(shared, name, {
    value: undefined,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

function publish(values: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(values)) {
    declare(name);
    shared[name] = value;
  }
}

/** Rejects once the signal is aborted and code that looks at it had its time to end. */
function stopped(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) =>
    signal.addEventListener('abort', () => later(() => reject(signal.reason), GRACE)),
  );
}

/** Waits until promises that were rejected and timers that were due have had their turn. */
function settled(): Promise<void> {
  return new Promise(resolve => later(() => soon(resolve), 1));
}
