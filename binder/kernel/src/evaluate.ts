import { inspect } from 'node:util';
import { runInThisContext } from 'node:vm';
import { describeFailure } from './describeFailure';
import type { Content } from './message';

/** The values of a request's `user_expressions`: JavaScript, in which the variables of all cells are known. */
export function evaluate(expressions: unknown): Content {
  const entries = Object.entries(expressions ?? {}).map(([name, code]) => {
    try {
      const script = `with (__tslab__.exports) { (${code}) }`;
      const value: unknown = runInThisContext(script, { breakOnSigint: true });
      return [name, { status: 'ok', data: { 'text/plain': inspect(value) }, metadata: {} }];
    } catch (error) {
      return [name, { status: 'error', ...describeFailure(error) }];
    }
  });
  return Object.fromEntries(entries);
}
