import type { EventEmitter } from 'node:events';

/** Through these Node learns that a signal is listened for. */
const bookkeeping = ['newListener', 'removeListener'];

/**
 * Has `process` call `listeners` whatever a cell does: those it removes are added again before the next turn.
 *
 * @param own Does the kernel's own work, apart from what cells have patched.
 */
export function keepListeners(
  listeners: Record<string, (value: any) => void>,
  own: (work: () => void) => void,
): void {
  const emitter: EventEmitter = process;
  const kept = [
    ...bookkeeping.flatMap(event => emitter.listeners(event).map(listener => [event, listener])),
    ['removeListener', () => queueMicrotask(() => own(keep))],
    ...Object.entries(listeners),
  ] as [event: string, listener: (value: any) => void][];
  const keep = (): void => {
    for (const [event, listener] of kept) {
      if (!emitter.listeners(event).includes(listener)) emitter.on(event, listener);
    }
  };
  keep();
}
