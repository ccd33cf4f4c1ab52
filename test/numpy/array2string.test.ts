import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { array2string } from '../../lib/src/numpy/array2string.ts';
import { Matrix, matrix } from '../../lib/src/numpy/matrix.ts';
import fixture from '../fixtures/numpy/array2string.json' with { type: 'json' };

type Options = Partial<
  Record<'precision' | 'threshold' | 'edgeitems' | 'max_line_width', number> & { suppress_small: boolean }
>;

describe(`array2string writes what NumPy ${fixture.numpy} writes`, () => {
  test.each(fixture.cases)('$name', ({ dtype, shape, data, options, text }) => {
    const { suppress_small, edgeitems, max_line_width, ...same }: Options = options;
    const named = { suppressSmall: suppress_small, edgeItems: edgeitems, lineWidth: max_line_width, ...same };
    const numbers = new (dtype === 'float32' ? Float32Array : Float64Array)(data.map(parse));
    const values = shape.length === 1 ? numbers : new Matrix(shape[0], shape[1], numbers);
    expect(array2string(values, named)).toBe(text);
  });
});

describe('array2string takes', () => {
  test('more numbers than a call can have arguments', () => {
    const n = 150_000;
    const options = { threshold: n, lineWidth: 4 * n + 2 };
    expect(array2string(new Float64Array(n).fill(0.5), options)).toBe(`[${'0.5 '.repeat(n).trim()}]`);
  });

  test('nested rows as float64', () => {
    expect(array2string([[0.5, -1], [20, 0]])).toBe('[[ 0.5 -1. ]\n [20.   0. ]]'); // prettier-ignore
  });

  test('a plain array as one line', () => {
    expect(array2string([1, -0])).toBe('[ 1. -0.]');
  });

  test.each([
    ['text', 'abc'],
    ['nothing', undefined],
    ['an object', { a: 1 }],
    ['texts', ['a']],
  ])('no %s', (_, value) => {
    expect(() => array2string(value as never)).toThrow(
      /^array2string: values must be a matrix or an array of numbers\. Got/,
    );
  });

  test('no fractions of digits', () => {
    expect(() => array2string([1], { precision: 1.5 })).toThrow(RangeError);
  });
});

test('a matrix shows itself as NumPy prints it, in text and on the console', () => {
  const m = matrix([[0.5, -1], [20, 0]]); // prettier-ignore
  expect(`${m}`).toBe('[[ 0.5 -1. ]\n [20.   0. ]]');
  expect(inspect(m)).toBe(`${m}`);
});

function parse(x: number | string): number {
  return typeof x === 'number' ? x : Number(x.replace('inf', 'Infinity'));
}
