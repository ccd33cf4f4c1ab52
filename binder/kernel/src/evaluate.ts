import { inspect } from 'node:util';
import { describeFailure } from './describeFailure';
import type { Content } from './message';

/**
 * What each of a request's `user_expressions` is, in JavaScript.
 *
 * @param variables The variables of all cells.
 */
export function evaluate(expressions: unknown, variables: object): Content {
  const entries = Object.entries(expressions ?? {}).map(([name, code]) => {
    try {
      const value: unknown = new Function('variables', `with (variables) return (${code})`)(variables);
      return [name, { status: 'ok', data: { 'text/plain': inspect(value) }, metadata: {} }];
    } catch (error) {
      return [name, { status: 'error', ...describeFailure(error) }];
    }
  });
  return Object.fromEntries(entries);
}
