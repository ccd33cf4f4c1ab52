import { mean } from '../../stats/mean';
import { sd } from '../../stats/sd';
import { type Exercises, functionExercise } from '../exercise';

const variance = (values: readonly number[]): number =>
  mean(values.map(value => (value - mean(values)) ** 2));

/** Each input's predictions over the samples, summed up. */
const perInput = (sum: (values: readonly number[]) => number) => (samples: number[][]) =>
  samples[0].map((_, i) => sum(samples.map(sample => sample[i])));

const linear = (front: (rate: number) => number) => (w: number[], h: number[], rate: number) =>
  Math.sqrt(front(rate) * w.reduce((sum, weight, j) => sum + (weight * h[j]) ** 2, 0));

export const exercises15: Exercises = {
  spreads: functionExercise<[number[][]]>({
    question: 'spread over the samples',
    calls: [
      [
        [
          [1, 10],
          [3, 10],
          [2, 16],
        ],
      ],
      [[[0], [4]]],
    ],
    expected: perInput(values => Math.sqrt(variance(values))),
    hints: [
      [perInput(variance), 'You return the variance. Take its square root.'],
      [perInput(sd), 'You divide by n − 1. The question asks for the number of samples.'],
      [perInput(mean), 'You return the mean of each input. The question asks for the scatter about it.'],
      [
        samples => samples.map(sample => Math.sqrt(variance(sample))),
        'You measure the scatter within each sample. Compare the samples with one another, input by input.',
      ],
      [
        samples => Math.sqrt(variance(samples.flat())),
        'You mix the inputs. Return one number for each input.',
      ],
    ],
    because: 'for each input, the scatter of its predictions about their mean.',
  }),
  linear: functionExercise<[number[], number[], number]>({
    question: 'spread of a linear unit',
    calls: [
      [[1, 2], [3, -1], 0.5],
      [[2, -1, 1], [1, 1, 4], 0.2],
    ],
    expected: linear(rate => rate / (1 - rate)),
    hints: [
      [
        (w, h, rate) => linear(r => r / (1 - r))(w, h, rate) ** 2,
        'You return the variance. Take its square root.',
      ],
      [linear(rate => rate * (1 - rate)), 'That is the spread without the scaling by 1 / (1 - rate).'],
      [linear(rate => (1 - rate) / rate), 'You exchanged the probabilities: `rate` is the one to drop.'],
      [linear(() => 1), 'The rate is missing: at rate 0 there is no spread.'],
      [
        (w, h, rate) => {
          const z = w.reduce((sum, weight, j) => sum + weight * h[j], 0);
          return Math.sqrt(rate / (1 - rate)) * Math.abs(z);
        },
        'You squared the sum. Each unit has a mask entry of its own, so the squares are summed.',
      ],
    ],
    because: 'the number of training points does not occur in it.',
  }),
};
