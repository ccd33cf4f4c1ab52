import { describe, expect, it } from 'vitest';
import { rateAt, type Schedule } from '../../lib/src/engine/schedules.ts';
import {
  adam,
  cosineDecay,
  dense,
  exponentialDecay,
  fit,
  piecewiseConstantDecay,
  sequential,
  sgd,
  trainStep,
} from '../../lib/src/index.ts';

const exponential = { initialLearningRate: 0.1, decaySteps: 10, decayRate: 0.5 };
const cosine = { initialLearningRate: 0.4, decaySteps: 8 };

/** Values by hand: halves, quarters and cosines of simple angles. */
const CASES: [string, Schedule, [step: number, rate: number][]][] = [
  [
    'exponentialDecay',
    exponentialDecay(exponential),
    [
      [0, 0.1],
      [10, 0.05],
      [15, 0.05 / Math.SQRT2],
      [30, 0.0125],
    ],
  ],
  [
    'exponentialDecay in steps',
    exponentialDecay({ ...exponential, staircase: true }),
    [
      [9, 0.1],
      [10, 0.05],
      [19, 0.05],
      [20, 0.025],
    ],
  ],
  [
    'piecewiseConstantDecay, boundaries included',
    piecewiseConstantDecay({ boundaries: [2, 4], values: [1, 0.5, 0.25] }),
    [
      [0, 1],
      [2, 1],
      [3, 0.5],
      [4, 0.5],
      [5, 0.25],
      [99, 0.25],
    ],
  ],
  [
    'cosineDecay',
    cosineDecay(cosine),
    [
      [0, 0.4],
      [2, 0.2 * (1 + Math.SQRT1_2)],
      [4, 0.2],
      [8, 0],
      [100, 0],
    ],
  ],
  [
    'cosineDecay to a share',
    cosineDecay({ ...cosine, alpha: 0.25 }),
    [
      [4, 0.25],
      [8, 0.1],
      [9, 0.1],
    ],
  ],
  [
    'cosineDecay with a warm-up',
    cosineDecay({ ...cosine, initialLearningRate: 0, warmupTarget: 0.4, warmupSteps: 4 }),
    [
      [0, 0],
      [1, 0.1],
      [3, 0.3],
      [4, 0.4],
      [8, 0.2],
      [12, 0],
    ],
  ],
];

describe('learning-rate schedules', () => {
  it.each(CASES)('%s', (_name, schedule, values) => {
    for (const [step, rate] of values) {
      expect(Math.abs(rateAt(schedule, step) - rate)).toBeLessThan(2 ** -25);
      expect(rateAt(schedule, step)).toBe(Math.fround(rateAt(schedule, step)));
    }
  });

  const start = () => sequential([dense({ units: 1, biasInitializer: [8] })], { inputDim: 1, seed: 1 });
  const loss = 'meanSquaredError';

  it('set the length of every step: SGD on (bias − 0)² moves the bias by 2 · rate · bias', () => {
    const model = start();
    const optimizer = sgd({
      learningRate: piecewiseConstantDecay({ boundaries: [0], values: [0.25, 0.125] }),
    });
    const biases = Array.from({ length: 3 }, () => {
      trainStep(model, [[0]], [0], { loss, optimizer });
      return model.getWeights()[1].at(0, 0);
    });
    expect(biases).toEqual([4, 3, 2.25]);
  });

  it('count the steps of the optimizer, over all its fits of the model', async () => {
    const learningRate = exponentialDecay({ initialLearningRate: 0.1, decaySteps: 1, decayRate: 0.5 });
    const [once, twice] = [start(), start()];
    await fit(once, [[1]], [0], { loss, optimizer: adam({ learningRate }), epochs: 4 });
    const optimizer = adam({ learningRate });
    for (const epochs of [1, 3]) await fit(twice, [[1]], [0], { loss, optimizer, epochs });
    expect(twice.getWeights()).toEqual(once.getWeights());
  });

  const refused: [string, () => unknown][] = [
    ['exponentialDecay: decayRate', () => exponentialDecay({ ...exponential, decayRate: 0 })],
    ['exponentialDecay: decaySteps', () => exponentialDecay({ ...exponential, decaySteps: 0.5 })],
    [
      'exponentialDecay: initialLearningRate',
      () => exponentialDecay({ decaySteps: 1, decayRate: 1 } as never),
    ],
    ['exponentialDecay: staircase', () => exponentialDecay({ ...exponential, staircase: 1 as never })],
    [
      'piecewiseConstantDecay: boundaries',
      () => piecewiseConstantDecay({ boundaries: [2, 2], values: [1, 1, 1] }),
    ],
    ['piecewiseConstantDecay: values', () => piecewiseConstantDecay({ boundaries: [2], values: [1] })],
    ['piecewiseConstantDecay: values[1]', () => piecewiseConstantDecay({ boundaries: [2], values: [1, 0] })],
    ['cosineDecay: alpha', () => cosineDecay({ ...cosine, alpha: 1.5 })],
    ['cosineDecay: warmupTarget', () => cosineDecay({ ...cosine, warmupTarget: 0 })],
    ['cosineDecay: warmupSteps', () => cosineDecay({ ...cosine, warmupSteps: -1 })],
    ['sgd: learningRate', () => sgd({ learningRate: {} as never })],
    ['cosineDecay: alpha', () => adam({ learningRate: { ...cosineDecay(cosine), alpha: -1 } })],
  ];
  it.each(refused)('%s is refused', (message, call) => {
    expect(call).toThrow(message);
  });
});
