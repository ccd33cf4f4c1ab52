import { functionExercise, type Exercises } from '../exercise';

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const squares = (h: readonly number[]): number => sum(h.map(value => value ** 2));

export const exercises06: Exercises = {
  'variance-of-sum': functionExercise<[number[], number]>({
    question: 'variance of the sum',
    calls: [
      [[3, 4], 0.5],
      [[1, -2, 2], 0.2],
      [[5], 0],
    ],
    expected: (h, rate) => (rate / (1 - rate)) * squares(h),
    hints: [
      [
        (h, rate) => rate * (1 - rate) * squares(h),
        'You computed r(1−r) Σ h². The outputs are scaled up, too, which divides the variance by (1−r)².',
      ],
      [
        (h, rate) => (rate / (1 - rate)) * sum(h) ** 2,
        'You squared the sum. Each unit has a mask entry of its own, so the squares are summed.',
      ],
      [
        (h, rate) => Math.sqrt((rate / (1 - rate)) * squares(h)),
        'You computed the standard deviation. The question asks for the variance.',
      ],
      [
        (h, rate) => (rate / (1 - rate)) * sum(h),
        'You summed the outputs themselves. Square each of them first.',
      ],
      [() => 0, 'The mean of the sum is unchanged. A single sum is not.'],
    ],
    because: 'the variance is r/(1−r) times the sum of the squares.',
  }),
  'converted-weight': {
    question: 'the converted weight',
    expected: 2.4,
    hints: [
      [3.75, 'You went in the other direction: that turns a scale-up weight into a raw one.'],
      [0.6, 'You multiplied by the rate, the probability to drop.'],
      [3, 'With the same weight the scale-up network would return 5/4 times as much.'],
    ],
    because: 'w ↦ p w: the weight that predicts is the one that Keras stores.',
  },
  'scale-down-predict': functionExercise<[number[], number]>({
    question: 'scale-down in prediction',
    calls: [
      [[1, -2, 4], 0.75],
      [[3, 1], 0.2],
    ],
    faulty: (h, rate) => h.map(value => value * rate),
    expected: (h, rate) => h.map(value => value * (1 - rate)),
    hints: [
      [
        (h, rate) => h.map(value => value / (1 - rate)),
        'You enlarge the outputs. Scale-up does so in training; scale-down never does.',
      ],
      [h => h, 'You return what scale-up returns in prediction: the outputs as they are.'],
    ],
    because: 'every unit is present, so each counts for its share 1 − rate.',
  }),
};
