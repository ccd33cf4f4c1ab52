import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as check from '../lib/src/check.ts';
import { anyJunk, expectError, expectGrammar } from './expectGrammar.ts';

const argument: check.Argument = { fn: 'dropout', name: 'rate', meaning: 'fraction of units to drop' };
const rate = 'dropout: rate (fraction of units to drop)';
const message = (call: () => void): string => {
  try {
    call();
  } catch (error) {
    return String(error);
  }
  return 'accepted';
};

describe('violation', () => {
  it('names the function, the argument and its meaning, the expectation and the value', () => {
    expect(check.violation(argument, 'be in [0, 1]', 1.5)).toBe(`${rate} must be in [0, 1]. Got 1.5.`);
    expect(check.violation({ fn: 'dense', name: 'units' }, 'be an integer', 'a')).toBe(
      'dense: units must be an integer. Got "a".',
    );
    expect(check.violation({ ...argument, index: 2 }, 'be finite', NaN)).toBe(
      'dropout: rate[2] (fraction of units to drop) must be finite. Got NaN.',
    );
  });
});

/** Each check with what it accepts, and what it refuses and how. */
const contracts: [string, (value: unknown) => void, unknown[], [unknown, string][]][] = [
  [
    'checkFinite',
    value => check.checkFinite(argument, value),
    [0, -1.5, 1e308],
    [
      ['1', `TypeError: ${rate} must be a number. Got "1".`],
      [undefined, `TypeError: ${rate} must be a number. Got undefined.`],
      [NaN, `RangeError: ${rate} must be finite. Got NaN.`],
      [Infinity, `RangeError: ${rate} must be finite. Got Infinity.`],
    ],
  ],
  [
    'checkNumber, from 0 to 1',
    value => check.checkNumber(argument, value, { min: 0, max: 1 }),
    [0, 0.5, 1, -0],
    [
      [1.0000001, `RangeError: ${rate} must be in [0, 1]. Got 1.0000001.`],
      [-1e-9, `RangeError: ${rate} must be in [0, 1]. Got -1e-9.`],
      [[0.5], `TypeError: ${rate} must be a number. Got [0.5].`],
    ],
  ],
  [
    'checkRate',
    value => check.checkRate('dropout', value),
    [0, 1],
    [[-0.1, 'RangeError: dropout: rate (probability to drop a unit) must be in [0, 1]. Got -0.1.']],
  ],
  [
    'checkNumber, above 0',
    value => check.checkNumber(argument, value, { above: 0 }),
    [1e-300, 7],
    [
      [0, `RangeError: ${rate} must be greater than 0. Got 0.`],
      [-0, `RangeError: ${rate} must be greater than 0. Got -0.`],
    ],
  ],
  [
    'checkNumber, from 0',
    value => check.checkNumber(argument, value, { min: 0 }),
    [0, 7],
    [[-1, `RangeError: ${rate} must be at least 0. Got -1.`]],
  ],
  [
    'checkInteger',
    value => check.checkInteger(argument, value, 2, 4),
    [2, 4],
    [
      [2.5, `RangeError: ${rate} must be an integer. Got 2.5.`],
      [5, `RangeError: ${rate} must be in [2, 4]. Got 5.`],
      [3n, `TypeError: ${rate} must be a number. Got 3n.`],
    ],
  ],
  [
    'checkInteger without an upper end',
    value => check.checkInteger(argument, value, 1),
    [1, Number.MAX_SAFE_INTEGER],
    [
      [0, `RangeError: ${rate} must be at least 1. Got 0.`],
      [2 ** 53, `RangeError: ${rate} must be less than 2^53. Got 9007199254740992.`],
    ],
  ],
  [
    'checkSeed',
    value => check.checkSeed(argument, value),
    [0, 2 ** 32 - 1],
    [[2 ** 32, `RangeError: ${rate} must be in [0, 4294967295]. Got 4294967296.`]],
  ],
  [
    'checkChoice',
    value => check.checkChoice(argument, value, ['relu', 'tanh']),
    ['relu', 'tanh'],
    [
      ['Relu', `RangeError: ${rate} must be one of 'relu', 'tanh'. Got "Relu".`],
      [1, `TypeError: ${rate} must be one of 'relu', 'tanh'. Got 1.`],
    ],
  ],
  [
    'checkBoolean',
    value => check.checkBoolean(argument, value),
    [true, false],
    [['true', `TypeError: ${rate} must be true or false. Got "true".`]],
  ],
  [
    'checkText',
    value => check.checkText(argument, value),
    ['a'],
    [
      ['', `RangeError: ${rate} must not be empty. Got "".`],
      [1, `TypeError: ${rate} must be a string. Got 1.`],
    ],
  ],
  [
    'checkOptions',
    value => check.checkOptions('dropout', value, ['rate', 'seed']),
    [{}, { rate: 1 }, { seed: undefined }],
    [
      [{ Rate: 1 }, `RangeError: dropout: option must be one of 'rate', 'seed'. Got "Rate".`],
      [0.5, 'TypeError: dropout: options must be an object, as in { rate: … }. Got 0.5.'],
      [null, 'TypeError: dropout: options must be an object, as in { rate: … }. Got null.'],
      [[1], 'TypeError: dropout: options must be an object, as in { rate: … }. Got [1].'],
    ],
  ],
  [
    'checkArray',
    value => check.checkArray(argument, value),
    [[], [1, 'a'], new Float32Array(2)],
    [
      ['ab', `TypeError: ${rate} must be an array. Got "ab".`],
      [{ length: 2 }, `TypeError: ${rate} must be an array. Got an object with length.`],
      [
        new DataView(new ArrayBuffer(2)),
        `TypeError: ${rate} must be an array. Got a value of type DataView.`,
      ],
    ],
  ],
  [
    'checkVector',
    value => check.checkVector(argument, value, 2),
    [[0, -1.5], Int32Array.of(1, 2)],
    [
      [[1], `RangeError: ${rate} must have length 2. Got [1].`],
      [[1, NaN], 'RangeError: dropout: rate[1] (fraction of units to drop) must be finite. Got NaN.'],
      [['1', 2], 'TypeError: dropout: rate[0] (fraction of units to drop) must be a number. Got "1".'],
    ],
  ],
  [
    'checkLabels',
    value => check.checkLabels(argument, value),
    [[], [0, 3], Uint8Array.of(1)],
    [
      [[0, 0.5], 'RangeError: dropout: rate[1] (fraction of units to drop) must be an integer. Got 0.5.'],
      [[-1], 'RangeError: dropout: rate[0] (fraction of units to drop) must be in [0, 2147483647]. Got -1.'],
    ],
  ],
];

describe.each(contracts)('%s', (_, run, accepted, refused) => {
  it('accepts what it should', () => {
    for (const value of accepted) expect(message(() => run(value))).toBe('accepted');
  });

  it.each(refused)('refuses %o', (value, text) => expect(message(() => run(value))).toBe(text));

  it('keeps the grammar for anything at all', () => {
    fc.assert(fc.property(anyJunk, junk => void expectGrammar('dropout', () => run(junk))));
  });
});

describe('checkEach', () => {
  it('names the first element that fails', () => {
    const even = (where: check.Argument, value: unknown): void => {
      if ((value as number) % 2) throw new RangeError(check.violation(where, 'be even', value));
    };
    expectError(
      () => check.checkEach({ fn: 'f', name: 'x' }, [2, 4, 5, 7], undefined, even),
      'RangeError',
      'f: x[2] must be even. Got 5.',
    );
  });
});
