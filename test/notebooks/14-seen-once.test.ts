import { expect, test } from 'vitest';
import { describeNotebook } from './describeNotebook.ts';

const passes = (body: string) =>
  `function passes(n: number, steps: number, batchSize: number): number | undefined { return ${body}; }`;

const crossing = (from: string, to: string, result: string) => `
function crossing(sizes: number[], gains: number[]): number | undefined {
  const k = gains.findIndex((gain, i) => gain > 0 && gains[i + 1] < 0);
  if (k < 0) return NaN;
  const share = gains[k] / (gains[k] - gains[k + 1]);
  const [from, to] = [${from}, ${to}];
  return ${result};
}`;

const wrongAnswers = {
  passes: [
    passes('steps * batchSize'),
    passes('steps / n'),
    passes('n / batchSize'),
    passes('n / (steps * batchSize)'),
  ],
  crossing: [
    crossing('sizes[k]', 'sizes[k + 1]', 'from + share * (to - from)'),
    crossing('Math.log(sizes[k])', 'Math.log(sizes[k + 1])', 'from + share * (to - from)'),
  ],
};

describeNotebook('14-seen-once', { wrongAnswers }, notebook => {
  test('with many passes and wrong labels dropout gains, chance excluded', () => {
    expect(notebook.values('sweep-words').manyNoisy.low).toBeGreaterThan(1);
  });

  test('when every clean example is seen once, dropout costs, chance excluded', () => {
    expect(notebook.values('sweep-words').onceClean.high).toBeLessThan(0);
  });

  test('both lines end lower than they begin', () => {
    const { manyClean, manyNoisy, onceClean, onceNoisy } = notebook.values('sweep-words');
    expect(onceClean.mean).toBeLessThan(manyClean.mean);
    expect(onceNoisy.mean).toBeLessThan(manyNoisy.mean - 2);
  });

  test('a lower rate costs less when every example is seen once, chance excluded', () => {
    expect(notebook.values('rates-words').saved.low).toBeGreaterThan(0);
    expect(notebook.text('rates-words')).toContain('The lower rate costs less');
  });
});
