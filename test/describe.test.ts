import * as fc from 'fast-check';
import { describe as suite, expect, it } from 'vitest';
import { describe } from '../lib/src/describe.ts';
import { matrix } from '../lib/src/numpy/matrix.ts';

const cyclic: unknown[] = [1];
cyclic.push(cyclic);

const cases: [unknown, string][] = [
  [0.5, '0.5'],
  [-0, '-0'],
  [NaN, 'NaN'],
  [10n, '10n'],
  ['10', '"10"'],
  ['x'.repeat(80), `"${'x'.repeat(57)}..."`],
  [null, 'null'],
  [undefined, 'undefined'],
  [Symbol('a'), 'Symbol(a)'],
  [Math.sqrt, 'a function sqrt'],
  [() => 1, 'a function'],
  [[], '[]'],
  [[1, 'a', [2]], '[1, "a", […]]'],
  [[1, 2, 3, 4, 5], 'an array of shape (5,)'],
  [[[1, 2]], 'an array of shape (1, 2)'],
  [new Float32Array(3), 'Float32Array of shape (3,)'],
  [matrix([[1, 2]]), 'a Matrix of shape (1, 2)'],
  [{}, 'an object with no keys'],
  [{ a: 1, b: 2 }, 'an object with a, b'],
  [Object.create(null), 'an object with no keys'],
  [Promise.resolve(1), 'a value of type Promise'],
  [{ shape: [8, 2] }, 'a value of shape (8, 2)'],
];

suite('describe', () => {
  it.each(cases.map(([value, text]) => [text, value] as const))('%s', (text, value) =>
    expect(describe(value)).toBe(text),
  );

  it('does not follow an array that holds itself', () => expect(describe(cyclic)).toBe('[1, […]]'));

  it('is short for anything at all and never throws', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withTypedArray: true,
      withNullPrototype: true,
    });
    fc.assert(
      fc.property(anything, value => {
        expect(describe(value).length).toBeLessThan(1000);
      }),
    );
  });
});
