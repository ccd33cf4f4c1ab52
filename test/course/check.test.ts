import { afterEach, describe, expect, test, vi } from 'vitest';
import { check } from '../../lib/src/course/index.ts';
import { functionExercise, testedExercise, type Exercise } from '../../lib/src/course/exercise.ts';
import { matrix } from '../../lib/src/numpy/matrix.ts';
import { displayed } from '../notebook/displayed.ts';
import { withHost } from '../withHost.ts';

const kept: Exercise = {
  question: 'kept',
  expected: 48,
  hints: [
    [16, 'You counted the dropped ones: `rate` is the probability to drop.'],
    [(x: number) => x > 64, 'There are only 64.'],
  ],
  because: 'a quarter is dropped.',
};

const scaled = functionExercise<[number[], number]>({
  question: 'scaled',
  calls: [
    [[1, 2], 0.5],
    [[3, -3], 0.75],
  ],
  expected: (h, rate) => h.map(value => value / (1 - rate)),
  hints: [[(h, rate) => h.map(value => value / rate), 'You divided by the rate.']],
  because: 'kept outputs grow.',
});

const verdict = async (answer: unknown, exercise: string | Exercise = kept) =>
  (await displayed(() => check(exercise, answer)))[0]!.data as Record<string, string>;
const text = async (answer: unknown, exercise?: string | Exercise) =>
  (await verdict(answer, exercise))['text/plain'];

describe('check of a value', () => {
  test('waits for an answer', async () => {
    expect(await text(undefined)).toMatch(/^… Your turn \(kept\): replace the stub/);
  });

  test('says why a right answer is right', async () => {
    expect(await text(48)).toBe('✔ Right (kept): a quarter is dropped.');
  });

  test('has a hint for a typical wrong answer', async () => {
    expect(await text(16)).toMatch(/^✘ Not yet \(kept\): You counted the dropped ones/);
    expect(await text(100)).toBe('✘ Not yet (kept): There are only 64.');
  });

  test.each([
    [3, '3'],
    [NaN, 'NaN'],
    ['48', '"48"'],
    [null, 'null'],
  ])('names any other wrong answer, whatever it is: %s', async (answer, named) => {
    expect(await text(answer)).toBe(`✘ Not yet (kept): ${named} is not correct.`);
  });

  test('compares numbers and matrices to a tolerance, element by element', async () => {
    const third: Exercise = { question: 'third', expected: [[1 / 3, 1]], tolerance: 1e-3 };
    expect(await text([[0.3333, 1]], third)).toMatch(/^✔/);
    expect(await text(matrix([[0.3333, 1]]), third)).toMatch(/^✔/);
    expect(await text(Float32Array.of(0.3333, 1), third)).toMatch(/^✔/);
    expect(await text([[0.34, 1]], third)).toMatch(/^✘/);
    expect(await text([[0.3333]], third)).toMatch(/^✘/);
  });

  test('asks for more digits where an answer is rounded', async () => {
    const small: Exercise = { question: 'small', expected: 1 / 256 };
    expect(await text(0.00390625, small)).toMatch(/^✔/);
    expect(await text(0.0039, small)).toMatch(/: your answer is close\. Give more digits, or compute it\.$/);
    expect(await text(0, small)).toMatch(/: 0 is not correct\.$/);
  });

  test('takes whole numbers exactly, however large', async () => {
    const large: Exercise = { question: 'large', expected: 2 ** 32 };
    expect(await text(2 ** 32, large)).toMatch(/^✔/);
    expect(await text(2 ** 32 - 1, large)).toMatch(/^✘/);
  });

  test('compares words without regard to case, and truth exactly', async () => {
    expect(await text('Row', { question: 'q', expected: 'row' })).toMatch(/^✔/);
    expect(await text('column', { question: 'q', expected: 'row' })).toMatch(/^✘/);
    expect(await text(true, { question: 'q', expected: false })).toMatch(/^✘/);
  });
});

describe('check of a function', () => {
  test('is open while every call returns undefined', async () => {
    expect(await text(() => undefined, scaled)).toMatch(/^… Your turn/);
    expect(await text(undefined, scaled)).toMatch(/^… Your turn/);
  });

  test('is open while a function to repair returns what it did', async () => {
    const repair = { ...scaled, faulty: (h: number[]) => h } as unknown as Exercise;
    expect(await text((h: number[]) => [...h], repair)).toMatch(/^… Your turn \(scaled\): find the fault/);
    expect(await text((h: number[]) => h.map(x => 2 * x), repair)).toMatch(/^✘/);
  });

  test('accepts any function that returns the same', async () => {
    expect(await text((h: number[], r: number) => h.map(x => x * (1 / (1 - r))), scaled)).toBe(
      '✔ Right (scaled): kept outputs grow.',
    );
  });

  test('recognizes a typical wrong function by what it returns', async () => {
    expect(await text((h: number[], r: number) => h.map(x => x * (1 / r)), scaled)).toMatch(
      /You divided by the rate/,
    );
  });

  test('shows a call that goes wrong', async () => {
    expect(await text((h: number[]) => h.map(x => 2 * x), scaled)).toBe(
      '✘ Not yet (scaled): for ([3, -3], 0.75) your function returns [6, -6], which is not correct.',
    );
  });

  test('survives an error in the answer, and an answer that is not a function', async () => {
    const throws = () => {
      throw new RangeError('oh no');
    };
    expect(await text(throws, scaled)).toBe('✘ Not yet (scaled): your answer threw an error: oh no');
    expect(await text(3, scaled)).toBe('✘ Not yet (scaled): the answer must be a function. Got 3.');
  });

  test('hands every call a list of its own: an answer that changes its argument spoils no other call', async () => {
    const inPlace = (h: number[], rate: number) => {
      h.forEach((value, j) => (h[j] = value / (1 - rate)));
      return h;
    };
    expect(await text(inPlace, scaled)).toMatch(/^✔/);
    expect(await text(inPlace, scaled)).toMatch(/^✔/);
  });
});

describe('check', () => {
  test('knows the exercises of the course by their ids', async () => {
    expect(await text(2.4, '06/converted-weight')).toMatch(/^✔ Right \(the converted weight\)/);
    expect(() => check('06/converted', 1)).toThrow(
      "check: exercise must be one of '06/variance-of-sum', '06/converted-weight', '06/scale-down-predict'. Got \"06/converted\".",
    );
  });

  test('escapes what it shows and sets code as code', async () => {
    const { 'text/html': html } = await verdict('<b>');
    expect(html).toContain('&quot;&lt;b&gt;&quot; is not correct.');
    expect((await verdict(16))['text/html']).toContain('<code>rate</code>');
  });

  test('tells its verdicts apart by sign and word, not by color alone', async () => {
    const signs = await Promise.all(
      [undefined, 48, 3].map(async answer => (await text(answer))!.split(' (')[0]),
    );
    expect(signs).toEqual(['… Your turn', '✔ Right', '✘ Not yet']);
  });
});

describe('check while submissions are graded', () => {
  const shown: string[] = [];
  const graded = (run: () => void, grading = true) =>
    withHost({ grading, display: bundle => void shown.push(bundle['text/plain']) }, run);
  afterEach(() => {
    shown.length = 0;
    vi.unstubAllEnvs();
  });

  test('throws what it has shown when an answer is wrong or missing', async () => {
    await expect(graded(() => check(kept, 16))).rejects.toThrow(/^✘ Not yet \(kept\): You counted/);
    await expect(graded(() => check(kept, undefined))).rejects.toThrow(/^… Your turn \(kept\)/);
    expect(shown).toHaveLength(2);
  });

  test('lets a right answer pass', async () => {
    await graded(() => check(kept, 48));
    expect(shown[0]).toMatch(/^✔ Right/);
  });

  test('can be asked to, and asked not to', async () => {
    await expect(graded(() => check(kept, 16, { strict: true }), false)).rejects.toThrow(/Not yet/);
    await graded(() => check(kept, 16, { strict: false }));
  });

  test.each(['autograde', 'validate'])('learns from nbgrader’s environment: %s', async way => {
    vi.stubEnv('NBGRADER_EXECUTION', way);
    await expect(displayed(() => check(kept, 16))).rejects.toThrow(/Not yet/);
    vi.unstubAllEnvs();
    await displayed(() => check(kept, 16));
  });
});

describe('check of a function by its properties', () => {
  const even = testedExercise<(n: number) => boolean>({
    question: 'even',
    isStub: f => f(0) === undefined,
    passes: f => f(2) && !f(3),
    hints: [
      [f => f(3), 'You call 3 even.'],
      [() => true, f => `You say ${f(2)} of 2.`],
    ],
    because: 'even numbers have no remainder.',
  });

  test.each([
    [
      'a stub',
      () => undefined,
      '… Your turn (even): your function returns nothing yet. Write its body, with a `return`, then run both cells again.',
    ],
    ['a right one', (n: number) => n % 2 === 0, '✔ Right (even): even numbers have no remainder.'],
    ['a typical wrong one', () => true, '✘ Not yet (even): You call 3 even.'],
    ['any other, in words about it', () => false, '✘ Not yet (even): You say false of 2.'],
    ['a number', 2, '✘ Not yet (even): the answer must be a function. Got 2.'],
  ])('%s', async (_, answer, said) => {
    expect(await text(answer, even)).toBe(said);
  });
});
