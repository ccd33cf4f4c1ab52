import type { Pool } from '../../lib/src/host.ts';
import type { TaskAnswer } from './protocol.ts';
import { cores, post } from './scope.ts';

interface Waiting {
  resolve: (result: unknown) => void;
  reject: (reason: unknown) => void;
}

/** A worker of the page, at the other end of a port. */
class TaskWorker {
  readonly waiting = new Map<number, Waiting>();
  #next = 0;

  constructor(private readonly port: MessagePort) {
    port.addEventListener('message', ({ data }: MessageEvent<TaskAnswer>) => {
      const { resolve, reject } = this.waiting.get(data.id)!;
      this.waiting.delete(data.id);
      if ('error' in data) reject(data.error);
      else resolve(data.result);
    });
    port.start();
  }

  run(task: object): Promise<unknown> {
    const id = this.#next++;
    this.port.postMessage({ id, task }, []);
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }
}

let idle: TaskWorker[] = [];

/**
 * Opens a pool of workers. A worker of a page in a file cannot start workers, so the page does, and hands over the
 * ends of channels to them. Workers that have nothing to do are kept for the next pool.
 */
export async function openPool(size: number = cores): Promise<Pool> {
  const workers = idle.slice(0, size);
  idle = idle.slice(size);
  const channels = Array.from({ length: size - workers.length }, () => new MessageChannel());
  workers.push(...channels.map(({ port1 }) => new TaskWorker(port1)));
  const ports = channels.map(({ port2 }) => port2);
  if (ports.length) post({ type: 'openPool', ports }, ports);
  return {
    atOnce: 2 * size,
    run(task, signal) {
      const [least] = workers.toSorted((a, b) => a.waiting.size - b.waiting.size);
      const aborted = new Promise<never>((_, reject) =>
        (signal as AbortSignal | undefined)?.addEventListener('abort', () => reject(signal!.reason)),
      );
      return Promise.race([least!.run(task), aborted]);
    },
    async close() {
      if (workers.every(({ waiting }) => waiting.size === 0)) {
        idle.push(...workers);
        return;
      }
      // The page ends every worker, also those that wait here.
      idle = [];
      post({ type: 'closePool' });
    },
  };
}
