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
    [{ mean: 0.02841, margin: 0.02794 }, { percent: true, signed: true }, '+2.84 ± 2.79'],
    [{ mean: -0.12345, margin: 0.12346 }, { digits: 2 }, '-0.12345 ± 0.12346'],
    [{ mean: 0.5, margin: 0.5 }, { digits: 1 }, '0.5 ± 0.5'],
    [{ mean: 1e-17, margin: 0 }, {}, '0.000 ± 0.000'],
  ])('shows by more digits whether %o contains 0, with %o', (interval, options, text) => {
    expect(plusMinus(interval, options)).toBe(text);
  });

  test('gives both ends where they are not as far away', () => {
    const share = { mean: 0.85, low: 0.62107, high: 0.96793 };
    expect(plusMinus(share, { percent: true })).toBe('85.0 [62.1, 96.8]');
    expect(plusMinus({ ...share, margin: 0.1 })).toBe('0.850 ± 0.100');
  });

  test.each([
    [undefined, {}, 'plusMinus: mean must be a number. Got undefined.'],
    [{ mean: 1, low: 0 }, {}, 'plusMinus: high must be a number. Got undefined.'],
    [gain, { digits: -1 }, 'plusMinus: digits must be in [0, 20]. Got -1.'],
    [gain, { digits: 21 }, 'plusMinus: digits must be in [0, 20]. Got 21.'],
    [gain, { signed: 'yes' }, 'plusMinus: signed must be true or false. Got "yes".'],
    [{ mean: NaN, margin: 1 }, {}, 'plusMinus: mean must be finite. Got NaN.'],
    [{ mean: 1, margin: '1' }, {}, 'plusMinus: margin must be a number. Got "1".'],
    [gain, { digits: 1.5 }, 'plusMinus: digits must be an integer. Got 1.5.'],
    [gain, { percent: 1 }, 'plusMinus: percent must be true or false. Got 1.'],
    [gain, { sign: true }, `plusMinus: option must be one of 'digits', 'percent', 'signed'. Got "sign".`],
  ])('refuses %o with %o', (interval, options, message) => {
    expect(() => plusMinus(interval as typeof gain, options as object)).toThrow(message);
  });
});
