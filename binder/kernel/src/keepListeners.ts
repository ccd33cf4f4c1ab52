import type { EventEmitter } from 'node:events';

/** Through these Node learns that a signal is listened for. */
const bookkeeping = ['newListener', 'removeListener'];

type Listener = [event: string, listener: (value: any) => void];

/**
 * Has `process` call `listeners` whatever a cell does: those it removes are added again before the next turn. A signal's
 * listener that was added while Node's bookkeeping was gone is never called, and the signal ends the process: where the
 * bookkeeping is missing, all are added anew.
 *
 * @param own Does the kernel's own work, apart from what cells have patched.
 */
export function keepListeners(
  listeners: Record<string, (value: any) => void>,
  own: (work: () => void) => void,
): void {
  const emitter: EventEmitter = process;
  const ofNode = bookkeeping.flatMap(event =>
    emitter.listeners(event).map(listener => [event, listener] as Listener),
  );
  const kept = [
    ...ofNode,
    ['removeListener', () => queueMicrotask(() => own(keep))],
    ...Object.entries(listeners),
  ] as Listener[];
  const isMissing = ([event, listener]: Listener) => !emitter.listeners(event).includes(listener);
  const keep = (): void => {
    const anew = ofNode.some(isMissing);
    for (const [event, listener] of kept) {
      if (anew) emitter.off(event, listener);
      if (isMissing([event, listener])) emitter.on(event, listener);
    }
  };
  keep();
  const removeAll: (...events: any[]) => unknown = process.removeAllListeners.bind(process);
  process.removeAllListeners = (...events) => {
    removeAll(...events);
    own(keep); // At once: what an interrupt breaks in this turn is an exception that someone must take.
    return process;
  };
}
