import { describe, expect, expectTypeOf, it } from 'vitest';
import { type Argument, checkInteger } from '../lib/src/check.ts';
import { type Options, readOptions, type Settings } from '../lib/src/options.ts';
import { expectError } from './expectGrammar.ts';

const table = {
  rate: { type: 'number', min: 0, below: 1, meaning: 'share' },
  count: { type: 'integer', min: 1, default: 3 },
  seed: { type: 'seed', default: null },
  activation: { choices: ['relu', 'tanh'], default: 'relu' },
  half: {
    read: (value: number | string, argument: Argument): number => {
      checkInteger(argument, Number(value), 0);
      return Number(value) / 2;
    },
    default: 4,
  },
  name: { type: 'text', optional: true },
  verbose: { type: 'boolean', default: false },
  values: { type: 'vector', optional: true },
  call: { type: 'function', optional: true },
} as const;

const read = (options: unknown) => readOptions('build', table, options);

describe('readOptions', () => {
  it('fills in the defaults', () => {
    expect(read({ rate: 0 })).toEqual({
      rate: 0,
      count: 3,
      seed: null,
      activation: 'relu',
      half: 2,
      name: undefined,
      verbose: false,
      values: undefined,
      call: undefined,
    });
    expect(read({ rate: 0, count: undefined }).count).toBe(3);
  });

  it('takes what is given and converts where the table says so', () => {
    const given = { rate: 0.5, count: 1, seed: 7, activation: 'tanh', half: '6', name: 'a', verbose: true };
    expect(read({ ...given, values: [1, 2] })).toEqual({
      ...given,
      half: 3,
      values: [1, 2],
      call: undefined,
    });
    expect(read({ ...given, seed: null }).seed).toBeNull();
  });

  it('has the types that the table says', () => {
    expectTypeOf<Pick<Options<typeof table>, 'rate' | 'seed' | 'activation' | 'half'>>().toEqualTypeOf<{
      readonly rate: number;
      readonly seed?: number | null | undefined;
      readonly activation?: 'relu' | 'tanh' | undefined;
      readonly half?: number | string | undefined;
    }>();
    expectTypeOf<Pick<Settings<typeof table>, 'seed' | 'half' | 'name'>>().toEqualTypeOf<{
      readonly seed: number | null;
      readonly half: number;
      readonly name: string | undefined;
    }>();
  });

  const refused: [object, 'TypeError' | 'RangeError', string][] = [
    [{}, 'TypeError', 'rate (share) must be a number. Got undefined.'],
    [{ rate: 1 }, 'RangeError', 'rate (share) must be in [0, 1). Got 1.'],
    [{ rate: -1 }, 'RangeError', 'rate (share) must be in [0, 1). Got -1.'],
    [{ rate: NaN }, 'RangeError', 'rate (share) must be finite. Got NaN.'],
    [{ rate: null }, 'TypeError', 'rate (share) must be a number. Got null.'],
    [{ rate: 0, count: 0 }, 'RangeError', 'count must be at least 1. Got 0.'],
    [{ rate: 0, count: 1.5 }, 'RangeError', 'count must be an integer. Got 1.5.'],
    [{ rate: 0, count: null }, 'TypeError', 'count must be a number. Got null.'],
    [{ rate: 0, seed: -1 }, 'RangeError', 'seed must be in [0, 4294967295]. Got -1.'],
    [{ rate: 0, activation: 'r' }, 'RangeError', `activation must be one of 'relu', 'tanh'. Got "r".`],
    [{ rate: 0, half: 0.5 }, 'RangeError', 'half must be an integer. Got 0.5.'],
    [{ rate: 0, name: '' }, 'RangeError', 'name must not be empty. Got "".'],
    [{ rate: 0, name: null }, 'TypeError', 'name must be a string. Got null.'],
    [{ rate: 0, verbose: 1 }, 'TypeError', 'verbose must be true or false. Got 1.'],
    [{ rate: 0, values: [NaN] }, 'RangeError', 'values[0] must be finite. Got NaN.'],
    [{ rate: 0, call: 1 }, 'TypeError', 'call must be a function. Got 1.'],
    [[], 'TypeError', 'options must be an object, as in { rate: … }. Got [].'],
  ];
  it.each(refused)('refuses %o', (options, type, message) => {
    expectError(() => read(options), type, `build: ${message}`);
  });

  it('names every option when one is misspelt', () => {
    const names = Object.keys(table).map(name => `'${name}'`);
    expectError(
      () => read({ rates: 0.5 }),
      'RangeError',
      `build: option must be one of ${names.join(', ')}. Got "rates".`,
    );
  });
});
