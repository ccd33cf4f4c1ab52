import { describe, expect, test } from 'vitest';
import { plusMinus } from '../../lib/src/notebook/plusMinus.ts';

const gain = { mean: 0.02164, margin: 0.00255 };

describe('plusMinus', () => {
  test.each([
    [{}, '0.022 ± 0.003'],
    [{ digits: 4 }, '0.0216 ± 0.0026'],
    [{ percent: true }, '2.2 ± 0.3'],
    [{ percent: true, digits: 2 }, '2.16 ± 0.26'],
    [{ percent: true, signed: true }, '+2.2 ± 0.3'],
  ])('writes a mean and its margin with %o as %s', (options, text) => {
    expect(plusMinus(gain, options)).toBe(text);
  });

  test('gives a loss its minus, asked for a sign or not', () => {
    const loss = { ...gain, mean: -0.02164 };
    expect([plusMinus(loss), plusMinus(loss, { signed: true })]).toEqual([
      '-0.022 ± 0.003',
      '-0.022 ± 0.003',
    ]);
  });

  test.each([
    [{ mean: NaN, margin: 1 }, {}, 'plusMinus: mean must be finite. Got NaN.'],
    [{ mean: 1, margin: '1' }, {}, 'plusMinus: margin must be a number. Got "1".'],
    [gain, { digits: 1.5 }, 'plusMinus: digits must be an integer. Got 1.5.'],
    [gain, { percent: 1 }, 'plusMinus: percent must be true or false. Got 1.'],
    [gain, { sign: true }, `plusMinus: option must be one of 'digits', 'percent', 'signed'. Got "sign".`],
  ])('refuses %o with %o', (interval, options, message) => {
    expect(() => plusMinus(interval as typeof gain, options as object)).toThrow(message);
  });
});
