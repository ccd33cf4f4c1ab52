import * as fc from 'fast-check';
import { expect } from 'vitest';
import { describe } from '../lib/src/describe.ts';
import { Matrix } from '../lib/src/numpy/matrix.ts';
import { anyJunk, expectGrammar } from './expectGrammar.ts';

/** Whether this is a large size, or holds one: valid, it would only take time and memory. */
function isLargeSize(value: unknown): boolean {
  if (typeof value === 'number') return value > 1e3 && value <= Number.MAX_SAFE_INTEGER;
  return Array.isArray(value) && value.some(isLargeSize);
}

/** What no option of any function takes. */
const NEVER: readonly unknown[] = [Symbol('x'), 10n, NaN];

/**
 * Puts junk in the place of each option in turn. What no option takes must be refused by the name of the option and the
 * value; with other junk the call must succeed with finite numbers only, or throw in the grammar of errors.
 */
export function expectRefusal<O extends object>(fn: string, call: (options: O) => unknown, valid: O): void {
  const names = Object.keys(valid);
  for (const name of names) {
    for (const value of NEVER) expectNamed(fn, () => call({ ...valid, [name]: value }), name, value);
  }
  const smallJunk = anyJunk.filter(junk => !isLargeSize(junk));
  fc.assert(
    fc.property(fc.constantFrom(...names), smallJunk, (name, junk) => {
      expectFinite(expectGrammar(fn, () => call({ ...valid, [name]: junk })));
    }),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(anyJunk, junk => {
      expectFinite(expectGrammar(fn, () => call(junk as O)));
    }),
  );
}

/** `fn: name (…) must …. Got value.` */
function expectNamed(fn: string, call: () => unknown, name: string, value: unknown): void {
  let message = 'nothing thrown';
  try {
    call();
  } catch (error) {
    message = (error as Error).message;
  }
  const { start, end } = { start: `${fn}: ${name}`, end: `. Got ${describe(value)}.` };
  expect(message.startsWith(start) && message.endsWith(end), `${start} … ${end} but: ${message}`).toBe(true);
}

function expectFinite(result: unknown): void {
  if (typeof result === 'number') return expect(Number.isFinite(result)).toBe(true);
  if (result instanceof Matrix) return expect(result.data.every(Number.isFinite)).toBe(true);
  if (typeof result === 'object' && result !== null) Object.values(result).forEach(expectFinite);
}
