import { describe, expect, test } from 'vitest';
import { droppedUnitsDistribution } from '../../lib/src/theory/counts.ts';
import { OTHER_EPSILON, PRINTED_DOUBLED } from '../tolerances.ts';
import { claim } from './claim.ts';
import { describeNotebook } from './describeNotebook.ts';

const everyOutput = (condition: string) =>
  `const isScaleUp = (before: number[], after: number[], rate: number) =>
    before.every((value, j) => ${condition}) && rate > 0;`;

const wrongAnswers = {
  'is-scale-up': [
    everyOutput('after[j] === 0 || Math.abs(after[j]! - 2 * value) < 1e-6'),
    everyOutput('after[j] === 0 || Math.abs(after[j]! - value / rate) < 1e-6'),
    everyOutput('Math.abs(after[j]! - value / (1 - rate)) < 1e-6'),
    everyOutput('Object.is(after[j], 0) || Math.abs(after[j]! - value / (1 - rate)) < 1e-6'),
  ],
  'all-dropped': ['const emptyLayer = 0.0625;', 'const emptyLayer = 0.5 * 8;', 'const emptyLayer = 0.5;'],
  'own-dropout': ['value * mask[j]!', '(value * mask[j]!) / rate', 'mask[j] ? 0 : value / (1 - rate)'].map(
    value => `const applyDropout = (h: number[], mask: number[], rate: number) =>
      h.map((value, j) => rate > 0 ? ${value} : value);`,
  ),
};

describeNotebook('07-scale-up-verification', { wrongAnswers }, notebook => {
  test('the model is the listing’s: four hidden units, dropout, one output', () => {
    const summary = notebook.text('summary');
    expect(summary).toMatch(/h1 \(Dense\).*12[\s\S]*h2 \(Dropout\).* 0[\s\S]*y \(Dense\).* 5/);
    expect(summary).toContain('Total params: 17');
  });

  describe.each(['first-run', 'second-run', 'third-run', 'engine-run'])('%s', cell => {
    test('every unit is 0 or twice what it was, as far as four decimals tell, and 0 keeps its sign', () => {
      const [before, after] = notebook.matrix(cell) as [number[], number[]];
      after.forEach((value, j) => {
        if (value === 0) expect(Object.is(value, -0)).toBe(before[j]! < 0);
        else expect(Math.abs(value - 2 * before[j]!)).toBeLessThanOrEqual(PRINTED_DOUBLED);
      });
    });

    test('what is marked as dropped is what is 0', () => {
      const zeros = notebook.matrix(cell)[1]!.flatMap((value, j) => (value === 0 ? [`(1, ${j})`] : []));
      const marked = /× dropped: (.*)/.exec(notebook.text(cell))?.[1] ?? '';
      expect(marked).toBe(zeros.join(' '));
    });
  });

  claim('7.1', 'factor', 'both layers multiply by 0 and by 2 and by nothing between', () => {
    expect(notebook.values('factor')).toEqual({ calls: 2000, kinds: '0 and by 2', inTf: '0 and by 2' });
  });

  claim('7.3', 'slide-factor', 'in all three runs on the slide the factor is 2 up to rounding', () => {
    const { kept, units, most, dropped } = notebook.values('slide-factor');
    expect([kept, units]).toEqual([5, 12]);
    expect(most).toBeLessThanOrEqual(1);
    expect(dropped).toBe('2, 2, 3');
  });

  test('Keras, recorded, multiplies by 0 and by 2', () => {
    expect(notebook.values('keras-runs').kinds).toBe('0 or by 2');
  });

  claim('7.2', 'count', 'the number of dropped units is binomial, within 4 σ', () => {
    const [observed, binomial] = notebook.matrix('count') as [number[], number[]];
    const exact = droppedUnitsDistribution(4, 0.5);
    expect(binomial).toEqual(Array.from(exact));
    observed.forEach((share, k) => {
      const sigma = Math.sqrt((exact[k]! * (1 - exact[k]!)) / 2000);
      expect(Math.abs(share - exact[k]!), `${k} dropped`).toBeLessThan(4 * sigma);
    });
  });

  test('TensorFlow.js’s seeded dropout draws one mask for all calls, the course’s layer draws new ones', () => {
    const [frozen, fresh] = notebook.matrices('frozen-mask') as [number[][], number[][]];
    expect(new Set(frozen.map(String)).size).toBe(1);
    expect(new Set(fresh.map(String)).size).toBeGreaterThan(1);
  });

  test('at rate 1 TensorFlow.js drops nothing, the course’s layer everything', () => {
    expect(notebook.matrices('rate-one')).toEqual([[[1, 1, 1, 1]], [[0, 0, 0, 0]]]);
  });

  test('the engine takes the same step as TensorFlow.js and drops as exactly', () => {
    const { gap, exactly, untouched } = notebook.values('engine-words');
    expect(gap).toBeLessThan(0.1 * OTHER_EPSILON);
    expect([exactly, untouched]).toEqual([4, 4]);
  });

  test('the engine draws a new mask at every pass', () => {
    const masks = notebook.matrix('own-masks');
    expect(masks.flat().every(value => value === 0 || value === 1)).toBe(true);
    expect(new Set(masks.map(String)).size).toBeGreaterThan(1);
  });
});
