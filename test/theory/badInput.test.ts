import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as lab from '../../lib/src/index.ts';
import * as plain from '../../lib/src/theory/functions.ts';
import * as theory from '../../lib/src/theory/index.ts';
import { matrix } from '../../lib/src/numpy/matrix.ts';
import { at, misspelt, type Path, paths, replaced } from './paths.ts';
import { network, unit, validCalls } from './validCalls.ts';

function call(name: string, args: readonly unknown[]): unknown {
  const functions = lab as unknown as Record<string, (...args: readonly unknown[]) => unknown>;
  return functions[name](...args);
}

/** Whether every number inside `value` is a number. */
function free(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isNaN(value);
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array).every(free);
  return typeof value !== 'object' || value === null || Object.values(value).every(free);
}

/** Whether a square or product of numbers inside `value` may exceed float64. */
function overflows(value: unknown): boolean {
  if (typeof value === 'number') return Math.abs(value) > 1e100;
  return typeof value === 'object' && value !== null && Object.values(value).some(overflows);
}

const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    NaN,
    Infinity,
    -Infinity,
    -1,
    1.5,
    1e308,
    '0.5',
    '',
    null,
    true,
    10n,
    [],
    {},
    Symbol('s'),
  ),
  fc.anything(),
  fc.double(),
);

const names = Object.keys(validCalls);

test('every function of the room is fuzzed, save those of plain numbers, which answer NaN, and of a model', () => {
  const exported = Object.keys(theory).filter(name => !(name in plain) && name !== 'dropoutNetwork');
  expect(new Set(names)).toEqual(new Set(exported));
});

describe.each(names)('%s', name => {
  test('accepts its valid call', () => {
    expect(free(call(name, validCalls[name]))).toBe(true);
  });

  test('answers a wrong value anywhere in its arguments with an error of the grammar, or with numbers', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths(validCalls[name])), hostile, (path, value) => {
        const args = replaced(validCalls[name], path, value) as unknown[];
        let result: unknown;
        try {
          result = call(name, args);
        } catch (error) {
          expect(error).toSatisfy(e => e instanceof TypeError || e instanceof RangeError);
          expect((error as Error).message).toMatch(/^\w+: \S+( \([^)]+\))? must [^]+\. Got [^]+\.$/);
          expect((error as Error).message.startsWith(`${name}: `), (error as Error).message).toBe(true);
          return;
        }
        if (!overflows(value)) expect(free(result)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

const propertiesOf = (name: string): Path[] =>
  paths(validCalls[name]).filter(path => !Array.isArray(at(validCalls[name], path.slice(0, -1))));

test.each(names.filter(name => propertiesOf(name).length))('%s ignores no misspelt property', name => {
  for (const path of propertiesOf(name)) {
    const args = misspelt(validCalls[name], path) as unknown[];
    expect(() => call(name, args), path.join('.')).toThrow(new RegExp(`^${name}: `));
  }
});

/** Whether these are nested arrays with rows of equal length. */
const isRows = (value: unknown): boolean =>
  Array.isArray(value) && value.every(row => row.length === value[0].length && row.every?.(Number.isFinite));

const matricesOf = (name: string): Path[] =>
  paths(validCalls[name]).filter(path => isRows(at(validCalls[name], path)));

test.each(names.filter(name => matricesOf(name).length))(
  '%s refuses a NaN, in a matrix and in nested arrays',
  name => {
    for (const path of matricesOf(name)) {
      const X = matrix(at(validCalls[name], path) as number[][]).map((value, i, j) => (i + j ? value : NaN));
      const given = (value: unknown) => () =>
        call(name, replaced(validCalls[name], path, value) as unknown[]);
      const message = new RegExp(`^${name}: \\S+\\[0\\]\\[0\\] .* must be finite\\. Got NaN\\.$`);
      expect(given(X)).toThrow(message);
      expect(given(X.toArray())).toThrow(message);
    }
  },
);

test.each([
  [
    'maskProbabilities',
    [25, 0.5],
    RangeError,
    'maskProbabilities: n (number of units) must be in [0, 24]. Got 25.',
  ],
  [
    'maskProbabilities',
    [3, 1.5],
    RangeError,
    'maskProbabilities: rate (probability to drop a unit) must be in [0, 1]. Got 1.5.',
  ],
  [
    'maskProbabilities',
    [3, '0.5'],
    TypeError,
    'maskProbabilities: rate (probability to drop a unit) must be a number. Got "0.5".',
  ],
  [
    'maskProbabilities',
    [3, [0.5]],
    RangeError,
    'maskProbabilities: rate (one per unit) must have length 3. Got [0.5].',
  ],
  [
    'dropoutOutput',
    [unit, [0.5, 1, 1]],
    RangeError,
    'dropoutOutput: mask (1 = kept, 0 = dropped) must contain only 0 and 1. Got 0.5.',
  ],
  [
    'scalingFactors',
    [0.5, 'none'],
    RangeError,
    "scalingFactors: scaling must be one of 'scale-down', 'inverted'. Got \"none\".",
  ],
  [
    'gaussianNoise',
    [1],
    RangeError,
    "gaussianNoise: rate (probability to drop a unit) must be below 1 when scaling is 'inverted'. Got 1.",
  ],
  [
    'subnetworks',
    [network, [[1, 2, 3]]],
    RangeError,
    'subnetworks: X (samples × inputs) must have 2 columns, as kernels[0] has rows. Got an array of shape (1, 3).',
  ],
  [
    'ridgeWeights',
    [
      [
        [1, 2],
        [2, 4],
      ],
      [1, 2],
      { rate: 0, scaling: 'inverted' },
    ],
    RangeError,
    'ridgeWeights: X must have independent columns, or no column of zeros where rate is above 0. Got an array of shape (2, 2).',
  ],
  [
    'ridgeWeights',
    [[[1]], [1], { rate: 1, scaling: 'scale-down' }],
    RangeError,
    'ridgeWeights: rate (probability to drop a unit) must be below 1. Got 1.',
  ],
  [
    'normalizedGeometricMean',
    [
      [0, 1],
      [0.5, 0.5],
    ],
    RangeError,
    'normalizedGeometricMean: outputs (predictions, one per mask) must not hold both 0 and 1 (both geometric means are 0). Got [0, 1].',
  ],
] as const)('%s says what is wrong: case %#', (name, args, kind, message) => {
  expect(() => call(name, args)).toThrow(new (kind as ErrorConstructor)(message));
  expect(() => call(name, args)).toThrow(kind as ErrorConstructor);
});
