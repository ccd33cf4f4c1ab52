import { promisify } from 'node:util';
import { Script } from 'node:vm';
import { Cell } from './Cell';
import { Interrupted } from './Interrupted';
import { throwIfInterrupted } from './sigint';
import { clearInterval, setImmediate, setInterval, setTimeout } from './timers';

const timers: object = require('node:timers');
const promises: typeof import('node:timers/promises') = require('node:timers/promises');

/** What Node calls at the end of each turn: runs the ticks and the continuations of promises that are due. */
const { _tickCallback: continuePromises } = process as unknown as { _tickCallback: () => void };

const name = Symbol.for('dropout-lab.guarded');
const script = new Script(`globalThis[Symbol.for('${name.description}')]()`, { filename: __filename });
let next: () => void = () => {};
Object.defineProperty(globalThis, name, {
  value: () => {
    next();
    continuePromises();
  },
});

/**
 * Does `work`, and what follows in the same turn after an `await`, so that SIGINT can break it. Cells that heed their
 * signal are left to end in order.
 *
 * @throws Error with the code ERR_SCRIPT_EXECUTION_INTERRUPTED when it did.
 */
export function guard(work: () => void): void {
  if (Cell.current()?.heeds) return work();
  throwIfInterrupted();
  next = work;
  script.runInThisContext({ breakOnSigint: true });
}

/** Guards the callbacks of all timers from now on; an interval that was broken is over. */
export function guardTimers(): void {
  const guarded =
    (start: (...args: any[]) => unknown) =>
    (callback: (...args: unknown[]) => void, ...rest: unknown[]): unknown => {
      if (typeof callback !== 'function') return start(callback, ...rest);
      return start(
        function (this: NodeJS.Timeout, ...args: unknown[]) {
          try {
            guard(() => callback.apply(this, args));
          } catch (error) {
            if (Interrupted.bySignal(error)) clearInterval(this);
            throw error;
          }
        },
        ...rest,
      );
    };
  const soon = guarded(setImmediate);
  const inGuardedTurn = <T>(value: T): Promise<T> => new Promise(resolve => soon(() => resolve(value)));
  for (const [key, start] of Object.entries({ setTimeout, setInterval, setImmediate })) {
    const replacement = guarded(start);
    if (key !== 'setInterval') {
      const wait = promises[key as 'setTimeout'] as (...args: unknown[]) => Promise<unknown>;
      const guardedWait = (...args: unknown[]): Promise<unknown> => wait(...args).then(inGuardedTurn);
      Object.assign(promises, { [key]: guardedWait });
      Object.defineProperty(replacement, promisify.custom, { value: guardedWait });
    }
    Object.defineProperty(replacement, 'name', { value: key });
    Object.assign(timers, { [key]: replacement });
    Object.assign(globalThis, { [key]: replacement });
  }
}
