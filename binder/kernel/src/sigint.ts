import type { EventEmitter } from 'node:events';
import { Interrupted } from './Interrupted';

/** What Node's REPL watches SIGINT with: its handler stays installed between two scripts that the signal may break. */
interface Watchdog {
  startSigintWatchdog(): void;
  stopSigintWatchdog(): boolean;
  watchdogHasPendingSigint(): boolean;
}

const { binding } = process as unknown as { binding?: (name: string) => Watchdog };
const watchdog = binding?.call(process, 'contextify');
let pending = false;

/**
 * Has SIGINT end no process from now on: it breaks the innermost `guard` or, where there is none, waits for
 * `takeInterrupt`. A listener of `process` would leave moments between itself and a guard in which nobody takes the
 * signal. So none may be: Node would take the signal away from its watchdog.
 */
export function watchInterrupts(): void {
  if (!watchdog) return void process.on('SIGINT', () => (pending = true));
  watchdog.startSigintWatchdog();
  const emitter: EventEmitter = process;
  for (const listen of emitter.listeners('newListener')) {
    emitter.off('newListener', listen as () => void);
    emitter.on('newListener', (event, ...rest) => void (event === 'SIGINT' || listen(event, ...rest)));
  }
}

/** Whether SIGINT has come since this was last asked, and has broken nothing. */
export function takeInterrupt(): boolean {
  if (watchdog) {
    pending = watchdog.watchdogHasPendingSigint();
    // Stopping one of two watches forgets the signal, as the end of each guard does.
    watchdog.startSigintWatchdog();
    watchdog.stopSigintWatchdog();
  }
  const taken = pending;
  pending = false;
  return taken;
}

/** @throws what Node throws in a script that SIGINT breaks, when it has come a moment too early for that. */
export function throwIfInterrupted(): void {
  if (takeInterrupt()) throw Object.assign(new Error('interrupted'), { code: Interrupted.code });
}
