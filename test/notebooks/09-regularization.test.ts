import { expect, test } from 'vitest';
import { EXACT } from '../tolerances.ts';
import { claim } from './claim.ts';
import { describeNotebook } from './describeNotebook.ts';

const wrongAnswers = {
  penalty: [
    'const myPenalty = (products: number[], rate: number) => rate * (1 - rate) * products.reduce((sum, x) => sum + x ** 2, 0);',
    'const myPenalty = (products: number[], rate: number) => (rate * (1 - rate) * products.reduce((a, b) => a + b) ** 2) / 2;',
    'const myPenalty = (products: number[], rate: number) => ((rate / (1 - rate)) * products.reduce((sum, x) => sum + x ** 2, 0)) / 2;',
  ],
  'rate-for': [
    'const rateFor = (coefficient: number) => 1 / (1 + coefficient);',
    'const rateFor = (coefficient: number) => coefficient / (1 - coefficient);',
    'const rateFor = (coefficient: number) => 0.5 + 0 * coefficient;',
  ],
  'shared-weight': ['const timesLarger = 1;', 'const timesLarger = 4;', 'const timesLarger = 0.5;'],
};

describeNotebook('09-regularization', { wrongAnswers }, notebook => {
  const sentence = (cell: string) => notebook.text(cell).replace(/\s+/g, ' ');
  const last = (cell: string) => notebook.numbers(cell).at(-1)!;

  claim('9.3', 'moments', 'added up over all masks, the coin has mean p and variance p(1−p)', () => {
    const text = sentence('moments');
    expect(text).toContain('$\\mathbb E[\\delta_1]$ = 0.6667 and $p$ = 0.6667');
    expect(text).toContain('= 0.2222 and $p(1-p)$ = 0.2222');
  });

  claim(
    '9.4',
    'one-mask',
    'y_D = 10 under the slide’s mask, y_E = 8, and 8 is the mean over all masks',
    () => {
      expect(notebook.text('one-mask')).toMatch(/\*\*10\*\*.*\*\*8\*\*/);
      expect(notebook.matrix('all-masks').map(row => row.at(-1))).toEqual([0, 2, 4, 6, 6, 8, 10, 12]);
      expect(sentence('moments')).toMatch(/masks is \*\*8\*\*.*variance is \*\*12\.44\*\*/);
    },
  );

  claim('9.5', 'gradient-check', 'the written sum, the library and a small push on the weight agree', () => {
    const [written, library, pushed] = notebook.matrix('gradient-check');
    expect(written).toEqual([0, 10, 15]);
    expect([library, pushed]).toEqual([written, written]);
  });

  claim('9.6', 'gradient-check', 'the same three agree on the gradient of L_E', () => {
    const [written, library, pushed] = notebook.matrix('gradient-check').slice(3);
    expect(written).toEqual([2, 4, 6]);
    expect([library, pushed]).toEqual([written, written]);
  });

  claim('9.7', 'expected-gradient', 'the mean gradient over all masks is the sum of the two terms', () => {
    const [mean, ensemble, penalty] = notebook.matrix('expected-gradient') as [number[], number[], number[]];
    for (const i of [0, 1, 2]) expect(mean[i]).toBeCloseTo(ensemble[i]! + penalty[i]!, 5);
    expect(last('expected-gradient')).toBeLessThan(EXACT);
  });

  claim('9.8', 'pointwise', 'it holds for none of the eight masks; with E[·] on the left it holds', () => {
    const [rightSide, penalty, closest, mean, off] = notebook.numbers('pointwise').slice(-5) as number[];
    expect([rightSide, penalty, mean]).toEqual([10.72, 6.222, 10.72]);
    expect(closest).toBeGreaterThan(1);
    expect(off).toBeLessThan(EXACT);
    expect(last('random-units')).toBeLessThan(EXACT);
  });

  test('the penalty of one coin for all inputs is another one', () => {
    expect(notebook.numbers('correlated').slice(0, 2)).toEqual([6.222, 16]);
  });

  claim('9.9', 'regression', 'for a linear unit it is ridge regression, to rounding', () => {
    const [, ridge, dropout] = notebook.matrix('regression');
    expect(dropout).toEqual(ridge);
    expect(last('regression')).toBeLessThan(EXACT);
  });

  test('masking the gradient alone ends in least squares', () => {
    expect(notebook.numbers('gradient-only-check')[0]).toBeLessThan(EXACT);
  });

  test('a feature ten times as large contributes the same', () => {
    expect(last('scale-free')).toBeLessThan(EXACT);
  });

  claim('9.2', 'effective-norm', 'only for raw weights: weights that predict shrink at every step', () => {
    const [raw, effective] = notebook
      .figures('coefficients')
      .map(({ data }) => (data as { y: number[] }[])[0]);
    expect(Math.max(...raw!.y)).toBe(raw!.y[5]);
    const norms = (notebook.figures('effective-norm')[0]!['data'] as { y: number[] }[])[0]!.y;
    expect(isRising(effective!.y)).toBe(true);
    expect(isRising(norms.toReversed())).toBe(true);
  });

  test('the logistic penalty has no label, a ceiling, and falls while a weight grows', () => {
    const [without, withLabel, penalty] = notebook.numbers('label-free').filter(x => x !== 0 && x !== 1);
    expect([without, withLabel]).toEqual([penalty, penalty]);
    const text = sentence('logistic-numbers');
    expect(text).toContain('= 0.3466: at w = 40 it is 0.3466');
    expect(text).toMatch(/0\.2287 at w = 0, 0\.1616 at w = 1 and 0\.1778 at w = 8/);
    expect(text).toMatch(/approximation is 1\.00\d of the truth .* 0\.0\d+ of it/);
  });

  claim(
    '9.1',
    'deep-network',
    'exact for linear networks; relu sub-networks average to another network',
    () => {
      const [, relu, linear] = notebook.numbers('deep-network') as number[];
      expect(relu).toBeGreaterThan(0.1);
      expect(linear).toBeLessThan(EXACT);
    },
  );

  test('the figure shows all eight thinned units and the one that predicts', () => {
    const [figure] = notebook.figures('thinned-units');
    expect(figure!.frames).toHaveLength(9);
  });

  test('with weights held the gap is widest at one half', () => {
    expect(notebook.text('reveal-widest')).toMatch(/Measured: 0\.5\./);
  });
});

const isRising = (values: readonly number[]): boolean =>
  values.every((value, i) => i === 0 || value > values[i - 1]!);
