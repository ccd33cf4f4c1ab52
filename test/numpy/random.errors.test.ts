import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import { randomState } from '../../lib/src/numpy/random.ts';
import { anyJunk, expectError, expectGrammar } from '../expectGrammar.ts';

describe('RandomState names what it cannot use', () => {
  it('a seed that is no 32-bit integer', () => {
    expectError(() => randomState(-1), 'RangeError', 'randomState: seed must be in [0, 4294967295]. Got -1.');
    expectError(() => randomState('1' as never), 'TypeError', 'randomState: seed must be a number. Got "1".');
  });

  it('an empty range, too large a choice, an empty name', () => {
    const random = randomState(1);
    expectError(
      () => random.randint(3, 3),
      'RangeError',
      'randint: high (excluded) must be in [4, 2147483648]. Got 3.',
    );
    expectError(
      () => random.choice(3, 4, { replace: false }),
      'RangeError',
      'choice: size must be in [0, 3]. Got 4.',
    );
    expectError(
      () => random.spawn(''),
      'RangeError',
      'RandomState.spawn: name (what the stream is for) must not be empty. Got "".',
    );
  });

  it('anything at all, in the grammar of errors', () => {
    const small = anyJunk.filter(value => typeof value !== 'number' || value < 1e4 || value > 1e10);
    fc.assert(
      fc.property(small, small, small, (a, b, c) => {
        const random = randomState(1) as unknown as Record<string, (...given: unknown[]) => unknown>;
        expectGrammar('randomState', () => randomState(a as never));
        for (const method of [
          'random',
          'uniform',
          'standardNormal',
          'normal',
          'randint',
          'permutation',
          'shuffle',
        ]) {
          expectGrammar(method, () => random[method](a, b, c));
        }
        expectGrammar('choice', () => random.choice(a, b, { replace: c }));
        expectGrammar('RandomState.spawn', () => random.spawn(a));
      }),
    );
  });
});
