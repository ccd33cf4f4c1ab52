/// <reference lib="dom" />
import { unpack } from './content.ts';
import { libraryNames } from './libraryNames.ts';
import type { CellOutput, FromWorker, ToWorker, TypeNames } from './protocol.ts';

/** How a run ended; `lost`: the worker had to be ended, and with it everything that cells had made. */
export type Ending = 'ok' | 'error' | 'stopped' | 'lost';

/** The outputs of a cell, while it runs and after. */
export interface Listener {
  output(output: CellOutput, id: string | undefined): void;
}

/** How long a cell has to end after it was asked to, in ms. */
const PATIENCE = 1500;

let unpacked: Promise<string> | undefined;

/** The address of the worker's script, which is unpacked once. */
export function workerUrl(): Promise<string> {
  unpacked ??= unpack('worker').then(code =>
    URL.createObjectURL(new Blob([code], { type: 'text/javascript' })),
  );
  return unpacked;
}

/** A worker that runs cells, and the pool of workers that the page keeps for its sweeps. */
export class Session {
  readonly #listeners: Listener[] = [];
  #worker: Promise<Worker> | undefined;
  #pool: Worker[] = [];
  #end: ((ending: Ending) => void) | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly seed: string | undefined,
    private readonly update: (id: string, data: Record<string, unknown>) => void,
  ) {}

  /** Loads the worker ahead of the first run. Rejects when it cannot start. */
  async start(): Promise<void> {
    await (this.#worker ??= this.#open());
  }

  /** Runs one cell; only one at a time. */
  async run(label: string, source: string, listener: Listener): Promise<Ending> {
    const worker = await (this.#worker ??= this.#open());
    const run = this.#listeners.push(listener) - 1;
    return new Promise(resolve => {
      this.#end = ending => {
        clearTimeout(this.#patience);
        this.#end = undefined;
        resolve(ending);
      };
      send(worker, { type: 'run', run, label, source });
    });
  }

  /** Asks the running cell to end; ends the worker when it does not. */
  async stop(): Promise<void> {
    const end = this.#end;
    if (!end) return;
    send((await this.#worker)!, { type: 'stop' });
    this.#patience = setTimeout(() => {
      void this.close();
      end('lost');
    }, PATIENCE);
  }

  /** Ends the worker, and with it all that the cells have made; the next run gets a new one. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#closePool();
    (await worker?.catch(() => undefined))?.terminate();
    this.#end?.('lost');
  }

  async #open(): Promise<Worker> {
    const types = await typeNames();
    const worker = new Worker(await workerUrl());
    await new Promise<void>((resolve, reject) => {
      worker.addEventListener('error', event =>
        reject(new Error(event.message || 'the worker could not start')),
      );
      worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
        if (data.type === 'ready') resolve();
        else this.#take(data);
      });
      send(worker, { type: 'start', seed: this.seed, types });
    });
    return worker;
  }

  #take(message: Exclude<FromWorker, { type: 'ready' }>): void {
    switch (message.type) {
      case 'output':
        return this.#listeners[message.run]?.output(message.output, message.id);
      case 'update':
        return this.update(message.id, message.data);
      case 'done':
        return this.#end?.(message.status);
      case 'openPool':
        return void this.#openPool(message.ports);
      case 'closePool':
        return this.#closePool();
    }
  }

  async #openPool(ports: readonly MessagePort[]): Promise<void> {
    const url = await workerUrl();
    for (const port of ports) {
      const worker = new Worker(url);
      worker.postMessage({ type: 'tasks', port } satisfies ToWorker, [port]);
      this.#pool.push(worker);
    }
  }

  #closePool(): void {
    for (const worker of this.#pool) worker.terminate();
    this.#pool = [];
  }
}

async function typeNames(): Promise<TypeNames> {
  const { modules, declared } = await libraryNames();
  return Object.fromEntries(
    Object.entries(modules).map(([module, names]) => [
      module,
      Object.keys(names).filter(name => declared[names[name]!]!.isType),
    ]),
  );
}

function send(worker: Worker, message: ToWorker): void {
  worker.postMessage(message, []);
}
