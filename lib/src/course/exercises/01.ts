import { functionExercise, type Exercises } from '../exercise';

const argmin = (losses: readonly number[]): number => losses.indexOf(Math.min(...losses));

export const exercises01: Exercises = {
  'best-epoch': functionExercise<[number[]]>({
    question: 'the best epoch',
    calls: [[[0.9, 0.5, 0.4, 0.6, 0.8]], [[3, 1, 2]], [[0.7, 0.6, 0.6, 0.9]]],
    expected: losses => argmin(losses) + 1,
    hints: [
      [argmin, 'You count from 0. The first epoch has the number 1.'],
      [losses => Math.min(...losses), 'You return the loss itself. The question asks for its epoch.'],
      [losses => losses.length, 'You return the last epoch. The loss has risen again by then.'],
      [
        losses => losses.lastIndexOf(Math.min(...losses)) + 1,
        'Where two epochs tie, return the earlier one.',
      ],
    ],
    because: 'early stopping keeps the weights of this epoch.',
  }),
  'in-prediction': {
    question: 'dropout in prediction',
    expected: [1, 2, 3, 4],
    hints: [
      [[2, 4, 6, 8], 'You scaled up. That happens in training; in prediction the layer does nothing.'],
      [[0.5, 1, 1.5, 2], 'You scaled down. Keras scales up, in training.'],
    ],
    because: 'with scale-up the layer does nothing in prediction.',
  },
  'mixed-up': {
    question: 'the two factors',
    expected: [5, 1.25],
    hints: [
      [[1.25, 5], 'You exchanged the two: a rate of 0.8 drops four units of five.'],
      [[0.2, 0.8], 'You gave the probabilities to be kept. The factor is one divided by this probability.'],
      [[0.8, 0.2], 'You gave the rates. Kept outputs become larger, not smaller.'],
    ],
    because: '1/(1 − 0.8), and 1/(1 − 0.2).',
  },
};
