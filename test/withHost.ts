import type { Host } from '../lib/src/host.ts';

/** Runs `run` with `host` installed, as a kernel or a page does it. */
export async function withHost<T>(host: Host, run: () => T | Promise<T>): Promise<T> {
  const key = Symbol.for('dropout-lab.host');
  Object.defineProperty(globalThis, key, { value: host, configurable: true });
  try {
    return await run();
  } finally {
    Reflect.deleteProperty(globalThis, key);
  }
}
