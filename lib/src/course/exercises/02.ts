import { mean } from '../../stats';
import { normalizedGeometricMean } from '../../theory';
import { functionExercise, type Exercises } from '../exercise';

const product = (values: readonly number[]): number => values.reduce((all, value) => all * value, 1);

export const exercises02: Exercises = {
  combine: functionExercise<[number[]]>({
    question: 'the vote',
    calls: [[[0.9, 0.4]], [[0.2, 0.5, 0.7]]],
    expected: o =>
      normalizedGeometricMean(
        o,
        o.map(() => 1 / o.length),
      ),
    hints: [
      [
        o => mean(o.map(value => Math.log(value / (1 - value)))),
        'You returned the mean of the log-odds. Apply the sigmoid to it.',
      ],
      [o => mean(o), 'You computed the arithmetic mean. Multiply instead of adding.'],
      [
        o => product(o) ** (1 / o.length),
        'You returned G₁ alone. Divide by G₁ + G₀, so that both classes add up to 1.',
      ],
      [
        o => product(o) / (product(o) + product(o.map(value => 1 - value))),
        'You left out the root: with equally likely members each has the exponent 1/n.',
      ],
    ],
    because: 'its log-odds are the mean of the members’ log-odds.',
  }),
  members: {
    question: 'thinned networks',
    expected: 2 ** 32,
    hints: [
      [32, 'You counted the mask entries. How many outcomes do they have together?'],
      [2 ** 17, 'You added the two layers. Outcomes of independent draws are multiplied.'],
      [2 ** 16, 'You counted one of the two layers.'],
      [32 ** 2, 'Each of the 32 units has two states: that is a power of 2.'],
    ],
    because: '32 mask entries have more than four billion outcomes.',
  },
  'vote-variance': functionExercise<[number, number, number]>({
    question: 'variance of the vote',
    calls: [
      [1, 0.5, 4],
      [2, 0, 10],
      [3, 1, 7],
    ],
    expected: (variance, correlation, members) =>
      correlation * variance + ((1 - correlation) * variance) / members,
    hints: [
      [(variance, _, members) => variance / members, 'Your formula is the one for independent members.'],
      [
        (variance, correlation) => correlation * variance,
        'You returned the floor ρσ², which only infinitely many members reach.',
      ],
      [
        (variance, correlation, members) => ((1 - correlation) * variance) / members,
        'You returned the part that averaging makes smaller. The common part stays.',
      ],
      [
        (variance, correlation, members) =>
          Math.sqrt(correlation * variance + ((1 - correlation) * variance) / members),
        'You returned the standard deviation. The question asks for the variance.',
      ],
      [
        (variance, correlation, members) => variance * (1 + (members - 1) * correlation),
        'You divided the variance of the sum by the number of members once. A mean divides it twice.',
      ],
    ],
    because: 'the common part stays, and only the rest is divided by the number of members.',
  }),
};
