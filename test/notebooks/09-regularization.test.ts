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
  claim('9.3', 'moments', 'summed over all masks, the mask entry has mean p and variance p(1−p)', () => {
    const { p, meanDelta, varianceDelta } = notebook.values('moments');
    expect(p).toBeCloseTo(2 / 3, 11);
    expect(meanDelta).toBeCloseTo(2 / 3, 11);
    expect(varianceDelta).toBeCloseTo(2 / 9, 11);
  });

  claim(
    '9.4',
    'one-mask',
    'y_D = 10 under the slide’s mask, y_E = 8, and 8 is the mean over all masks',
    () => {
      expect(notebook.values('one-mask')).toEqual({ yD: 10, yE: 8 });
      expect(notebook.matrix('all-masks').map(row => row.at(-1))).toEqual([0, 2, 4, 6, 6, 8, 10, 12]);
      const { meanOutput, varianceOutput } = notebook.values('moments');
      expect(meanOutput).toBeCloseTo(8, 11);
      expect(varianceOutput).toBeCloseTo(112 / 9, 10);
    },
  );

  claim('9.5', 'gradient-check', 'the written sum, the library and a finite difference agree', () => {
    const [written, library, measured] = notebook.matrix('gradient-check');
    expect(written).toEqual([0, 10, 15]);
    expect([library, measured]).toEqual([written, written]);
  });

  claim('9.6', 'gradient-check', 'the same three agree on the gradient of L_E', () => {
    const [written, library, measured] = notebook.matrix('gradient-check').slice(3);
    expect(written).toEqual([2, 4, 6]);
    expect([library, measured]).toEqual([written, written]);
  });

  claim('9.7', 'expected-gradient', 'the mean gradient over all masks is the sum of the two terms', () => {
    const [mean, ensemble, penalty] = notebook.matrix('expected-gradient') as [number[], number[], number[]];
    for (const i of [0, 1, 2]) expect(mean[i]).toBeCloseTo(ensemble[i]! + penalty[i]!, 5);
    expect(notebook.values('expected-gradient').off).toBeLessThan(EXACT);
  });

  claim('9.8', 'pointwise', 'it is true of none of the eight masks; with E[·] on the left it is true', () => {
    const { rightSide, penalty, closest, meanLoss, off } = notebook.values('pointwise');
    expect(penalty).toBeCloseTo(56 / 9, 10);
    expect(rightSide).toBeCloseTo(4.5 + 56 / 9, 10);
    expect(meanLoss).toBeCloseTo(4.5 + 56 / 9, 10);
    expect(closest).toBeGreaterThan(1);
    expect(off).toBeLessThan(EXACT);
    expect(notebook.values('random-units').off).toBeLessThan(EXACT);
  });

  test('the penalty of one mask entry for all inputs is another one', () => {
    const { separate, together } = notebook.values('correlated');
    expect(separate).toBeCloseTo(56 / 9, 10);
    expect(together).toBeCloseTo(16, 10);
  });

  claim('9.9', 'regression', 'for a linear unit it is ridge regression, to rounding', () => {
    const [, ridge, dropout] = notebook.matrix('regression');
    expect(dropout).toEqual(ridge);
    expect(notebook.values('regression').off).toBeLessThan(EXACT);
  });

  test('a feature ten times as large contributes the same', () => {
    expect(notebook.values('scale-free').moved).toBeLessThan(EXACT);
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

  test('the logistic penalty does not depend on the label, is bounded, and decreases while a weight grows', () => {
    const { excess0, excess1, penalty } = notebook.values('label-free');
    expect(excess0).toBeCloseTo(penalty, 11);
    expect(excess1).toBeCloseTo(penalty, 11);
    const { bound, at40, two0, two1, two8, tenth, triple } = notebook.values('logistic-numbers');
    expect(bound).toBeCloseTo(0.346574, 6);
    expect(at40).toBeCloseTo(bound, 6);
    expect([two0, two1, two8].map(value => value.toFixed(4))).toEqual(['0.2287', '0.1616', '0.1778']);
    expect(Math.abs(tenth - 1)).toBeLessThan(0.01);
    expect(triple).toBeLessThan(0.1);
  });

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
