import { describe, expect, test } from 'vitest';
import { binomialInterval, meanInterval, pairedDifference, winRate } from '../../lib/src/index.ts';

const functions = {
  meanInterval: (options: object) => meanInterval([1, 2, 4], options),
  pairedDifference: (options: object) => pairedDifference([1, 2, 4], [1, 1, 2], options),
  binomialInterval: (options: object) => binomialInterval(1, 3, options),
  winRate: (options: object) => winRate([1, 2, 4], [1, 1, 2], options),
};

describe.each(Object.entries(functions))('%s', (name, call) => {
  test.each([0, 1, -0.5, 1.5, 95, NaN, Infinity, '0.9', null, true, [0.9]])(
    'refuses the confidence %j',
    confidence => {
      expect(() => call({ confidence })).toThrow(
        `${name}: confidence (probability of covering the true value) must be `,
      );
    },
  );

  test.each([[{ level: 0.9 }], [[0.9]], [0.9], [null]])('refuses the options %j', options => {
    expect(() => call(options as object)).toThrow(new RegExp(`^${name}: options? must be `));
  });

  test('takes 0.95 where none is given, and a wider interval for more', () => {
    const [usual, same, more] = [call({}), call({ confidence: 0.95 }), call({ confidence: 0.99 })];
    expect(same).toEqual(usual);
    expect(more.high - more.low).toBeGreaterThan(usual.high - usual.low);
  });
});
