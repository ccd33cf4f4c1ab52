/** What of an AbortSignal `fit` looks at. */
export interface StopSignal {
  readonly aborted: boolean;
  readonly reason?: unknown;
}

/** Where the course's kernel keeps the signal of the running cell; elsewhere there is none. */
const KEY = Symbol.for('dropout-lab.interrupt');

/**
 * What ends a long piece of work: `signal`, or an interrupt of the cell that began it. To be asked for when the work
 * begins; where only one of the two can come, it is that one.
 */
export function stopSignal(signal?: StopSignal): StopSignal | undefined {
  const cell = (globalThis as unknown as Record<symbol, StopSignal | undefined>)[KEY];
  if (!signal || !cell) return signal ?? cell;
  const first = (): StopSignal | undefined => [signal, cell].find(({ aborted }) => aborted);
  return {
    get aborted() {
      return first() !== undefined;
    },
    get reason() {
      return first()?.reason;
    },
  };
}

/** @throws the signal's reason once it is aborted. */
export function checkGoingOn(signal: StopSignal | undefined): void {
  if (signal?.aborted) throw signal.reason ?? new Error('aborted');
}
