import * as fc from 'fast-check';
import { expect } from 'vitest';

/** Anything a notebook might pass by mistake. */
export const anyJunk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    NaN,
    Infinity,
    -Infinity,
    -0,
    -1,
    0.5,
    1.5,
    2 ** 53,
    1e308,
    -1e308,
    '',
    '2',
    true,
    false,
  ),
  fc.constantFrom<unknown>(
    [],
    [NaN],
    [1e308, -1e308],
    [[]],
    [[1], [2, 3]],
    [[1e308, 1e308]],
    {},
    () => 1,
    Symbol('x'),
    10n,
    new Date(0),
    new Map(),
  ),
  fc.anything(),
);

/**
 * Asserts that a call returns, or throws in the library's grammar:
 * `function: argument (meaning) must expectation. Got value.`
 *
 * @returns what the call returned, or undefined after an error.
 */
export function expectGrammar<T>(fn: string | RegExp, call: () => T): T | undefined {
  try {
    return call();
  } catch (error) {
    expect(error).toSatisfy((e: unknown) => e instanceof TypeError || e instanceof RangeError);
    const { message } = error as Error;
    expect(message).toMatch(/^[\w.]+: [^]+ must [^]+\. Got [^]*\.$/);
    expect(message.slice(0, message.indexOf(':'))).toMatch(
      typeof fn === 'string' ? new RegExp(`^${fn}$`) : fn,
    );
    return undefined;
  }
}

/** Asserts that a call throws an error of this type with exactly this message. */
export function expectError(call: () => unknown, type: 'TypeError' | 'RangeError', message: string): void {
  let thrown: unknown;
  try {
    call();
  } catch (error) {
    thrown = error;
  }
  expect(String(thrown)).toBe(`${type}: ${message}`);
}
