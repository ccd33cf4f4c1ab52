import { functionExercise, type Exercises } from '../exercise';

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const squares = (values: readonly number[]): number => sum(values.map(value => value ** 2));

export const exercises09: Exercises = {
  penalty: functionExercise<[number[], number]>({
    question: 'the penalty',
    calls: [
      [[2, 4, 6], 0.2],
      [[1, -3], 0.5],
      [[5, 5], 0],
    ],
    expected: (wx, rate) => (rate * (1 - rate) * squares(wx)) / 2,
    hints: [
      [(wx, rate) => rate * (1 - rate) * squares(wx), 'You left out the ½ of the squared loss.'],
      [
        (wx, rate) => (rate * (1 - rate) * sum(wx) ** 2) / 2,
        'You squared the sum. Square each product first, then sum.',
      ],
      [
        (wx, rate) => (rate * (1 - rate) * sum(wx)) / 2,
        'You summed the products themselves. Square each of them first.',
      ],
      [
        (wx, rate) => ((rate / (1 - rate)) * squares(wx)) / 2,
        'You used the coefficient for the weights that predict. Here w is the raw weight.',
      ],
    ],
    because: 'variances of independent mask entries add up.',
  }),
  'rate-for': functionExercise<[number]>({
    question: 'the rate for a coefficient',
    calls: [[4], [1], [0], [0.25]],
    expected: coefficient => coefficient / (1 + coefficient),
    hints: [
      [c => 1 / (1 + c), 'You returned the probability to keep. Keras’s rate is the probability to drop.'],
      [c => c / (1 - c), 'You inverted the wrong way: r/(1−r) = c gives r = c − c r.'],
      [() => 0.5, 'p(1−p) is largest at 0.5, but it is the coefficient for raw weights.'],
    ],
    because: 'r/(1−r) = c gives r = c/(1+c), which is 4/5 for 4.',
  }),
  'shared-weight': {
    question: 'one copy against two',
    expected: 2,
    hints: [
      [1, 'The prediction is the same, but the masks are not: two mask entries average out.'],
      [4, 'You compared one weight of 2 with one weight of 1. There are two weights of 1.'],
      [0.5, 'You exchanged the two: the single copy has the larger penalty.'],
    ],
    because: '2² + 0² against 1² + 1². Dropout prefers weights that are spread out.',
  },
};
