import { expect, test } from 'vitest';
import { dense, dropout, sequential } from '../../lib/src/index.ts';
import { EXACT } from '../tolerances.ts';
import { describeNotebook } from './describeNotebook.ts';

const spreads = (result: string, divisor = 'values.length') => `
function spreads(samples: number[][]): number[] | undefined {
  return samples[0].map((_, i) => {
    const values = samples.map(sample => sample[i]);
    const center = values.reduce((sum, v) => sum + v, 0) / values.length;
    const variance = values.reduce((sum, v) => sum + (v - center) ** 2, 0) / (${divisor});
    return ${result};
  });
}`;

const linear = (front: string, power = '0.5') => `
function linearSpread(w: number[], h: number[], rate: number): number | undefined {
  return (${front} * w.reduce((sum, weight, j) => sum + (weight * h[j]) ** 2, 0)) ** ${power};
}`;

const wrongAnswers = {
  spreads: [
    spreads('variance'),
    spreads('Math.sqrt(variance)', 'values.length - 1'),
    spreads('center + 0 * variance'),
  ],
  linear: [
    linear('rate / (1 - rate)', '1'),
    linear('rate * (1 - rate)'),
    linear('(1 - rate) / rate'),
    linear('1'),
  ],
};

describeNotebook('15-uncertainty', { wrongAnswers }, notebook => {
  test('mean and spread over 256 networks are those of the linear output unit', () => {
    const { networks, exactMean, exactSpread } = notebook.values('exact');
    expect(networks).toBe(256);
    const seed = Number(process.env.COURSE_SEED ?? 1);
    const hidden = dense({ units: 8, activation: 'tanh' });
    const small = sequential([hidden, dropout({ rate: 0.5 }), dense({ units: 1 })], { inputDim: 1, seed });
    const [kernel] = small.getWeights('dense_1');
    const [out] = small.getWeights('dense_2');
    const terms = Array.from(kernel!.data, (w, j) => Math.tanh(0.7 * w) * out!.data[j]!);
    expect(Math.abs(exactMean - terms.reduce((a, b) => a + b))).toBeLessThan(EXACT);
    expect(Math.abs(exactSpread - Math.hypot(...terms))).toBeLessThan(EXACT);
  });

  test('sampling converges to the exact spread', () => {
    const { errorAtTen, errorAtThousand } = notebook.values('sampling-figure');
    expect(errorAtTen).toBeGreaterThan(8);
    expect(errorAtThousand).toBeLessThan(errorAtTen / 4);
  });

  test('far from the data the band misses the truth at many points', () => {
    const { missed, asked } = notebook.values('band-misses');
    expect(asked).toBe(50);
    expect(missed).toBeGreaterThan(asked / 4);
  });

  test('the error shrinks with data, the spread does not', () => {
    const { errorFactor, errorChange, spreadFactor } = notebook.values('shrink-words');
    expect(errorFactor).toBeGreaterThan(1.4);
    expect(errorChange.high).toBeLessThan(0);
    expect(spreadFactor).toBeGreaterThan(0.7);
    expect(spreadFactor).toBeLessThan(1.3);
  });

  test('the rate sets the spread', () => {
    expect(notebook.values('shrink-words').byRate.low).toBeGreaterThan(0.02);
  });

  test('the spread is larger away from the data', () => {
    expect(notebook.values('outside-words').outsideRatio.low).toBeGreaterThan(1);
  });
});
