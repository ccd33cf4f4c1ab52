import { setImmediate, setTimeout } from './timers';

/** Waits until promises that were rejected and timers that were due have had their turn. */
export function settled(): Promise<void> {
  return new Promise(resolve => setTimeout(() => setImmediate(resolve), 1));
}
