import { expect, test } from 'vitest';
import { describeNotebook } from './describeNotebook.ts';

const verdict = (body: string) =>
  `type Interval = { mean: number; low: number; high: number };
function verdict({ mean, low, high }: Interval): string | undefined { return ${body}; }`;

const paired = (gain: string, divisor: string, root = '1') => `
function pairedGain(a: number[], b: number[]): number[] | undefined {
  const d = a.map((value, k) => ${gain});
  const n = d.length;
  const center = d.reduce((sum, x) => sum + x, 0) / n;
  const squares = d.reduce((sum, x) => sum + (x - center) ** 2, 0);
  return [center, Math.sqrt(squares / (${divisor}) / n) * ${root}];
}`;

const plan = (pairs: number, sameSeeds: boolean, tuneOn: string) =>
  `const plan = { pairs: ${pairs}, sameSeeds: ${sameSeeds}, tuneOn: '${tuneOn}' };`;

const wrongAnswers = {
  verdict: [
    verdict("mean > 0 ? 'gain' : 'loss'"),
    verdict("low > 0 ? 'gain' : high < 0 ? 'tie' : 'tie'"),
    verdict("low > 0 ? 'gain' : 'loss'"),
  ],
  paired: [
    paired('b[k] - value', 'n - 1'),
    paired('value - b[k]', 'n'),
    paired('value - b[k]', 'n - 1', 'Math.sqrt(n)'),
  ],
  design: [
    plan(20, true, 'test'),
    plan(20, true, 'train'),
    plan(20, false, 'validation'),
    plan(3, true, 'validation'),
  ],
};

describeNotebook('13-digits', { wrongAnswers }, notebook => {
  test('on correct labels dropout gains next to nothing', () => {
    const { accuracy300, gain100, gain300 } = notebook.values('clean-words');
    expect(accuracy300).toBeGreaterThan(85);
    expect(Math.abs(gain300.mean)).toBeLessThan(2);
    expect(Math.abs(gain100.mean)).toBeLessThan(3);
  });

  test('with 20 % wrong labels every remedy gains, chance excluded', () => {
    const { dropout, penalty, stopping } = notebook.values('final-words');
    for (const gain of [dropout, penalty, stopping]) expect(gain.low).toBeGreaterThan(2);
  });

  test('between the remedies there is little to choose', () => {
    const { overPenalty, overStopping } = notebook.values('tie');
    const { dropout } = notebook.values('final-words');
    for (const difference of [overPenalty, overStopping])
      expect(Math.abs(difference.mean)).toBeLessThan(dropout.mean / 2);
  });

  test('dropout looks better beside a penalty that is too weak, chance excluded', () => {
    const { weakLead } = notebook.values('strength-words');
    const { overPenalty } = notebook.values('tie');
    expect(weakLead.low).toBeGreaterThan(0);
    expect(weakLead.mean).toBeGreaterThan(overPenalty.mean);
  });
});
