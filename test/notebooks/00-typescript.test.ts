import { expect, test } from 'vitest';
import { describeNotebook } from './describeNotebook.ts';

const drop = (body: string) =>
  `function drop(h: number[], mask: number[]): number[] | undefined { return ${body}; }`;
const kept = (body: string) =>
  `function expectedKept({ units, rate }: { units: number; rate?: number }) { return ${body}; }`;

const wrongAnswers = {
  drop: [drop('h'), drop('h.map(x => x * mask[0])'), drop('h.filter((_, j) => mask[j] === 1)')],
  'expected-kept': [kept('units * (rate ?? 0.5)'), kept('units * (1 - rate!)'), kept('units * 0.5')],
  'same-bits': [0, 1, 3, 4].map(n => `const howManyTrue = ${n};`),
};

describeNotebook('00-typescript', { wrongAnswers }, notebook => {
  test('every cell prints what its text says', () => {
    expect(notebook.text('greet')).toContain('At rate 0.5, 3 of 4 units are more than half.');
    expect(notebook.text('lists-code')).toContain('[ 1, -0, 3, 4 ]');
    expect(notebook.text('traps')).toContain('[ 1, 10, 9 ]');
    expect(notebook.text('traps')).toContain('true false false true');
    expect(notebook.text('functions-code')).toContain('10 units, of which 5 are dropped on average');
    expect(notebook.text('await')).toContain('true 42');
  });

  test('the random numbers are NumPy’s: RandomState(7).rand(3)', () => {
    const drawn = notebook
      .text('numpy-code')
      .match(/0\.\d+/g)!
      .map(Number);
    expect(drawn).toHaveLength(3);
    drawn.forEach((value, k) => expect(value).toBeCloseTo([0.07630829, 0.77991879, 0.43840923][k]!, 7));
  });

  test('the sentence carries its value', () => {
    expect(notebook.values('say-code').mean).toBeCloseTo(0.5, 1);
  });
});
