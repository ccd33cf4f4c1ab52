import { expect, test } from 'vitest';
import { EXACT, SIGMAS } from '../tolerances.ts';
import { claim } from './claim.ts';
import { describeNotebook } from './describeNotebook.ts';

const sumOfSquares = 'h.reduce((sum, value) => sum + value ** 2, 0)';

const wrongAnswers = {
  'variance-of-sum': [
    `const varianceOfSum = (h: number[], rate: number) => rate * (1 - rate) * ${sumOfSquares};`,
    'const varianceOfSum = (h: number[], rate: number) => (rate / (1 - rate)) * h.reduce((a, b) => a + b) ** 2;',
    `const varianceOfSum = (h: number[], rate: number) => Math.sqrt((rate / (1 - rate)) * ${sumOfSquares});`,
  ],
  'converted-weight': ['const converted = 3 / (4 / 5);', 'const converted = 3 / 5;', 'const converted = 3;'],
  'scale-down-predict': [
    'const predictDown = (h: number[], rate: number) => h.map(value => value / (1 - rate));',
    'const predictDown = (h: number[]) => h;',
  ],
};

describeNotebook('06-scale-up', { wrongAnswers }, notebook => {
  claim(
    '6.1',
    'training-argument',
    'in training kept outputs are scaled up; in prediction nothing changes',
    () => {
      const [input, inPrediction, inTraining] = notebook.matrix('training-argument') as [
        number[],
        number[],
        number[],
      ];
      expect(inPrediction).toEqual(input);
      expect(inTraining.every((value, j) => value === 0 || value === 2 * input[j]!)).toBe(true);
      expect(inTraining.some(value => value !== 0)).toBe(true);
    },
  );

  claim('6.2', 'factors', 'at rate 1/5 the factors are 0 and 5/4, and no other', () => {
    expect(notebook.values('factors')).toMatchObject({ passes: 1000, factors: '0 or by 1.25' });
  });

  claim('6.3', 'frequency', 'over many units the share that is set to 0 is the rate', () => {
    const rows = notebook.matrix('frequency') as [number, number, number, number][];
    expect(rows.map(([rate]) => rate)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
    for (const [rate, share] of rows) expect(Math.abs(share - rate)).toBeLessThan(0.02);
    expect(notebook.values('frequency-words').furthest).toBeLessThan(SIGMAS);
  });

  claim(
    '6.4',
    'sum-words',
    'only the expected sum is unchanged: 45 on average, exactly 45 in 7 of 100 calls',
    () => {
      const { mean, spread, exactly } = notebook.values('sum-words');
      expect(mean).toBeCloseTo(45, 10);
      expect(spread).toBeCloseTo(8.441, 3);
      expect(exactly).toBeCloseTo(0.0734, 4);
      const { formula, enumerated } = notebook.values('variance-check');
      expect(enumerated).toBeCloseTo(formula, 10);
    },
  );

  claim('6.5', 'engine-fit-training', 'in prediction every unit passes the layer bit for bit', () => {
    expect(notebook.values('engine-fit-training')).toMatchObject({ passed: 16, units: 16 });
  });

  claim(
    '6.6',
    'fit-training',
    'fit reports the loss of thinned networks, evaluate that of the whole one',
    () => {
      const { loss1, loss2, loss3, evaluated } = notebook.values('fit-training');
      expect(new Set([loss1, loss2, loss3, evaluated]).size).toBe(4);
    },
  );

  claim('6.7', 'trainable', 'with trainable = false it drops all the same, and has no weights', () => {
    const { weights, dropped, units } = notebook.values('trainable');
    expect(weights).toBe(0);
    expect(dropped).toBeGreaterThan(0);
    expect(units).toBe(64);
  });

  claim('6.8', 'input-layer', 'Dense(3) has a kernel of its own: it is not the input layer', () => {
    expect(notebook.values('input-layer')).toMatchObject({ rows: 2, units: 3 });
  });

  test('the figure of scale-up shows one dropped unit in training and none in prediction', () => {
    const [figure] = notebook.figures('one-fifth-network');
    const names = (figure!.frames as { name: string }[]).map(({ name }) => name);
    expect(names).toEqual(['training, kept outputs × 1.25: 1 dropped', 'prediction, nothing is changed']);
  });

  test('the noise shape says which numbers share a mask entry', () => {
    const [, units, samples] = notebook.matrices('noise-shape') as [number[][], number[][], number[][]];
    expect(units.every(row => String(row) === String(units[0]))).toBe(true);
    expect(samples.every(row => new Set(row).size === 1)).toBe(true);
  });

  test('a seed repeats the sequence of masks, whose masks differ', () => {
    const [one, again, other] = notebook
      .text('seed-sequence')
      .split('\n')
      .map(line => line.split(': ')[1]?.trim());
    expect(again).toBe(one);
    expect(other).not.toBe(one);
    expect(new Set(one!.split(' ')).size).toBeGreaterThan(1);
  });

  test('scale-down and scale-up are the same function under every mask and in prediction', () => {
    const { masks, training, prediction } = notebook.values('same-function');
    expect(masks).toBe(64);
    expect(training).toBeLessThan(EXACT);
    expect(prediction).toBeLessThan(EXACT);
  });

  test('their trainings reach nearly the same accuracy', () => {
    const { pairs, accuracy } = notebook.values('two-paths-words');
    expect(pairs).toBe(30);
    expect(Math.abs(accuracy.mean)).toBeLessThan(0.02);
  });
});
