import { expect, test } from 'vitest';
import { EXACT, KERNEL } from '../tolerances.ts';
import { describeNotebook } from './describeNotebook.ts';

const shift = (body: string) => `
function shift(
  varTest: number,
  w: number[],
  meanSquares: number[],
  rate: number,
): number | undefined {
  const noise = w.reduce((sum, weight, i) => sum + weight ** 2 * meanSquares[i], 0);
  return ${body};
}`;

const row = (body: string) =>
  `function rowSumSpread(attention: number[], rate: number): number | undefined {
  const squares = attention.reduce((sum, a) => sum + a ** 2, 0);
  return ${body};
}`;

const wrongAnswers = {
  shift: [
    shift('(varTest + (rate / (1 - rate)) * noise) / varTest'),
    shift('varTest / (varTest + rate * (1 - rate) * noise)'),
    shift('varTest / (varTest + ((1 - rate) / rate) * noise)'),
    shift('varTest + (rate / (1 - rate)) * noise'),
  ],
  row: [
    row('(rate / (1 - rate)) * squares'),
    row('Math.sqrt(rate * (1 - rate) * squares)'),
    row('0 * squares'),
  ],
  relative: ["const relative = 'dropout';", "const relative = 'dropConnect';"],
};

describeNotebook('16-relatives', { wrongAnswers }, notebook => {
  test('Gaussian noise has dropout’s mean and variance, and other higher moments', () => {
    const [half, gaussian, few, fewGaussian] = notebook.matrix('moments');
    expect(half!.slice(0, 2)).toEqual(gaussian!.slice(0, 2));
    expect(few!.slice(0, 2)).toEqual(fewGaussian!.slice(0, 2));
    expect(few![2]).not.toBe(fewGaussian![2]);
  });

  test('the shape of the noise hardly matters, and both gain', () => {
    const { dropout, shape } = notebook.values('contest-words');
    expect(dropout.low).toBeGreaterThan(3);
    expect(Math.abs(shape.mean)).toBeLessThan(2);
  });

  test('max-norm alone gains less than dropout, chance excluded', () => {
    const { over, added } = notebook.values('contest-words');
    expect(over.low).toBeGreaterThan(0);
    expect(added.high - added.low, 'the limit is reached').toBeGreaterThan(0);
  });

  test('DropConnect has dropout’s variances and no covariance', () => {
    const [units, weights] = notebook.matrices('dropconnect-table');
    const [x, kernel] = [
      [1, 2, -1],
      [
        [0.5, 1],
        [-1, 2],
        [1.5, 0.5],
      ],
    ];
    for (const a of [0, 1])
      for (const b of [0, 1]) {
        const sum = kernel.reduce((total, w, i) => total + w[a]! * w[b]! * x[i]! ** 2, 0);
        expect(Math.abs(units![a]![b]! - sum)).toBeLessThan(KERNEL * 10);
        expect(Math.abs(weights![a]![b]! - (a === b ? sum : 0))).toBeLessThan(KERNEL * 10);
      }
  });

  test('independent masks average out over copies, a shared mask does not', () => {
    const { own, shared } = notebook.values('shared-figure');
    expect(Math.abs(shared - 1)).toBeLessThan(KERNEL);
    expect(Math.abs(own - 1 / Math.sqrt(10))).toBeLessThan(KERNEL);
  });

  test('the variance shift is the formula’s, exactly', () => {
    const { apart, ratio } = notebook.values('batchnorm-words');
    expect(apart).toBeLessThan(EXACT);
    expect(ratio).toBeGreaterThan(0);
    expect(ratio).toBeLessThan(1);
  });

  test('an attention row sums to 1 on average only', () => {
    const { center, rowSpread, least, most } = notebook.values('attention');
    const weights = [2, 1, 0.5, 0, -1].map(Math.exp);
    const total = weights.reduce((a, b) => a + b);
    const squares = weights.reduce((sum, weight) => sum + (weight / total) ** 2, 0);
    expect(Math.abs(center - 1)).toBeLessThan(EXACT);
    expect(Math.abs(rowSpread - Math.sqrt(squares / 9))).toBeLessThan(EXACT);
    expect([least, most]).toEqual([0, expect.closeTo(1 / 0.9, 11)]);
  });
});
