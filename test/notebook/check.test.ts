import { describe, expect, test } from 'vitest';
import { matrix } from '../../lib/src/numpy/matrix.ts';
import { check, type Check } from '../../lib/src/notebook/check.ts';
import { displayed } from './displayed.ts';

const kept: Check = {
  expected: 48,
  hints: [
    [16, 'so many fall: `rate` is the probability to drop.'],
    [(x: number) => x > 64, 'there are only 64.'],
  ],
  because: 'a quarter falls.',
};
const verdict = async (answer: unknown, exercise: Check = kept) =>
  (await displayed(() => check('kept', answer, exercise)))[0].data as Record<string, string>;
const text = async (answer: unknown, exercise?: Check) => (await verdict(answer, exercise))['text/plain'];

describe('check', () => {
  test('waits for an answer', async () => {
    expect(await text(undefined)).toMatch(/^… Your turn \(kept\): replace the stub/);
  });

  test('says why a right answer is right', async () => {
    expect(await text(48)).toBe('✔ Right (kept): a quarter falls.');
  });

  test('has a word for a typical wrong answer', async () => {
    expect(await text(16)).toBe('✘ Not yet (kept): so many fall: `rate` is the probability to drop.');
    expect(await text(100)).toBe('✘ Not yet (kept): there are only 64.');
  });

  test('names any other wrong answer, whatever it is', async () => {
    expect(await text(3)).toBe('✘ Not yet (kept): 3 is not it.');
    expect(await text(NaN)).toBe('✘ Not yet (kept): NaN is not it.');
    expect(await text('48')).toBe('✘ Not yet (kept): "48" is not it.');
  });

  test('compares numbers and matrices to a tolerance, element by element', async () => {
    const third: Check = { expected: [[1 / 3, 1]], tolerance: 1e-3 };
    expect(await text([[0.3333, 1]], third)).toMatch(/^✔/);
    expect(await text(matrix([[0.3333, 1]]), third)).toMatch(/^✔/);
    expect(await text([[0.34, 1]], third)).toMatch(/^✘/);
    expect(await text([[0.3333]], third)).toMatch(/^✘/);
  });

  test('asks for more digits where an answer is rounded', async () => {
    const small: Check = { expected: 1 / 256 };
    expect(await text(0.00390625, small)).toMatch(/^✔/);
    expect(await text(0.0039, small)).toBe('✘ Not yet (kept): close: give more digits, or compute it.');
    expect(await text(0, small)).toBe('✘ Not yet (kept): 0 is not it.');
  });

  test('takes whole numbers at their word, however large', async () => {
    expect(await text(2 ** 32, { expected: 2 ** 32 })).toMatch(/^✔/);
    expect(await text(2 ** 32 - 1, { expected: 2 ** 32 })).toBe('✘ Not yet (kept): 4294967295 is not it.');
  });

  test('compares words without regard to case, and truth exactly', async () => {
    expect(await text('Row', { expected: 'row' })).toMatch(/^✔/);
    expect(await text('column', { expected: 'row' })).toMatch(/^✘/);
    expect(await text(true, { expected: false })).toMatch(/^✘/);
  });

  test('asks a function of the student and survives its error', async () => {
    const doubles: Check = { expected: (f: (x: number) => number) => f(2) === 4 };
    expect(await text((x: number) => 2 * x, doubles)).toMatch(/^✔/);
    expect(await text((x: number) => x, doubles)).toMatch(/^✘/);
    const throws = () => {
      throw new RangeError('oh no');
    };
    expect(await text(throws, doubles)).toBe('✘ Not yet (kept): your answer made an error: oh no');
  });

  test('escapes what it shows and sets code as code', async () => {
    const { 'text/html': html } = await verdict('<b>');
    expect(html).toContain('&quot;&lt;b&gt;&quot; is not it.');
    expect((await verdict(16))['text/html']).toContain('<code>rate</code>');
  });

  test('tells its verdicts apart by sign and word, not by colour alone', async () => {
    const signs = await Promise.all(
      [undefined, 48, 3].map(async answer => (await text(answer)).split(' (')[0]),
    );
    expect(signs).toEqual(['… Your turn', '✔ Right', '✘ Not yet']);
  });
});
