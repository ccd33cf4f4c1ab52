import { afterEach, describe, expect, it } from 'vitest';
import { checkGoingOn, stopSignal } from '../../lib/src/engine/stopSignal.ts';

const KEY = Symbol.for('dropout-lab.host');

/** As the course's kernel does for the cell that runs. */
function runCell(): AbortController {
  const cell = new AbortController();
  Object.defineProperty(globalThis, KEY, { value: { stop: cell.signal }, configurable: true });
  return cell;
}

describe('stopSignal', () => {
  afterEach(() => Reflect.deleteProperty(globalThis, KEY));

  it('is nothing where nothing can come, and otherwise the one that can', () => {
    const { signal } = new AbortController();
    expect(stopSignal()).toBeUndefined();
    expect(stopSignal(signal)).toBe(signal);
    expect(runCell().signal).toBe(stopSignal());
  });

  it.each([0, 1])('is whichever of the two comes (%i)', which => {
    const given = new AbortController();
    const stop = stopSignal(given.signal);
    const cell = runCell();
    const either = stopSignal(given.signal);
    checkGoingOn(either);
    [given, cell][which].abort(new Error('enough'));
    expect(() => checkGoingOn(either)).toThrow('enough');
    expect(stop?.aborted).toBe(which === 0);
  });

  it('belongs to the cell that began the work, not to a later one', () => {
    runCell();
    const stop = stopSignal();
    runCell().abort();
    expect(stop?.aborted).toBe(false);
  });
});
