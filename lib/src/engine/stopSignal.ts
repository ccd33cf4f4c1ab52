import { type Argument, violation } from '../check';
import { host } from '../host';
import { platform, type StopSignal } from '../platform';

/**
 * The signal that ends a long computation: `signal`, the interrupt of the running cell, or one that combines both.
 * Call it once at the start, so that an interrupt of a later cell does not count.
 */
export function stopSignal(signal?: StopSignal): StopSignal | undefined {
  const { stop } = host;
  return signal && stop ? platform.AbortSignal.any([signal, stop]) : (signal ?? stop);
}

/** The signal, unless it is none. */
export function checkedSignal(signal: StopSignal, argument: Argument): StopSignal {
  if (typeof (signal as StopSignal | null)?.aborted === 'boolean') return signal;
  throw new TypeError(violation(argument, 'be an AbortSignal', signal));
}

/** @throws the signal's reason once it is aborted. */
export function checkGoingOn(signal: StopSignal | undefined): void {
  if (signal?.aborted) throw signal.reason ?? new Error('aborted');
}
