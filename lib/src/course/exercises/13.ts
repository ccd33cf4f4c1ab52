import { mean } from '../../stats/mean';
import { type Exercises, functionExercise } from '../exercise';

interface Shown {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

interface Plan {
  readonly pairs: number;
  readonly sameSeeds: boolean;
  readonly tuneOn: string;
}

const differences = (a: number[], b: number[]): number[] => a.map((value, k) => value - b[k]);

function standardError(values: readonly number[], freedom: number): number {
  const center = mean(values);
  const squares = values.map(value => (value - center) ** 2);
  return Math.sqrt((mean(squares) * values.length) / freedom / values.length);
}

export const exercises13: Exercises = {
  verdict: functionExercise<[Shown]>({
    question: 'gain, loss or tie',
    calls: [
      [{ mean: 2, low: 1, high: 3 }],
      [{ mean: 2, low: -1, high: 5 }],
      [{ mean: -3, low: -4, high: -2 }],
      [{ mean: -0.5, low: -1.5, high: 0.5 }],
    ],
    expected: ({ low, high }) => (low > 0 ? 'gain' : high < 0 ? 'loss' : 'tie'),
    hints: [
      [
        interval => (interval.mean > 0 ? 'gain' : 'loss'),
        'You look at the mean only. What does the interval say when it includes 0?',
      ],
      [({ low }) => (low > 0 ? 'gain' : 'loss'), 'An interval that includes 0 is neither a gain nor a loss.'],
      [({ low }) => (low > 0 ? 'gain' : 'tie'), 'Your function never says `loss`.'],
      [
        ({ low, high }) => (low > 0 || high < 0 ? 'gain' : 'tie'),
        'An interval that lies below 0 is a loss, not a gain.',
      ],
    ],
    because: 'only an interval on one side of 0 rules out chance.',
  }),
  paired: functionExercise<[number[], number[]]>({
    question: 'the paired difference',
    calls: [
      [
        [90, 80, 85],
        [88, 79, 80],
      ],
      [
        [1, 5, 3, 9],
        [2, 2, 2, 2],
      ],
    ],
    expected: (a, b) => [mean(differences(a, b)), standardError(differences(a, b), a.length - 1)],
    hints: [
      [
        (a, b) => [mean(differences(b, a)), standardError(differences(a, b), a.length - 1)],
        'The sign is wrong: the gain of `a` over `b` is `a - b`.',
      ],
      [
        (a, b) => [mean(differences(a, b)), standardError(differences(a, b), a.length)],
        'The standard deviation divides by n − 1: the mean was estimated from the same numbers.',
      ],
      [
        (a, b) => [
          mean(differences(a, b)),
          standardError(differences(a, b), a.length - 1) * Math.sqrt(a.length),
        ],
        'This is the standard deviation of one difference. The mean of n varies less.',
      ],
      [
        (a, b) => [mean(differences(a, b)), standardError(differences(a, b), a.length) * Math.sqrt(a.length)],
        'This is the standard deviation of one difference, with n in the place of n − 1.',
      ],
      [(a, b) => [mean(differences(a, b))], 'The mean is correct. Return its standard error as well.'],
      [
        (a, b) => [
          mean(differences(a, b)),
          Math.hypot(standardError(a, a.length - 1), standardError(b, b.length - 1)),
        ],
        'You treat the two lists as independent. Subtract first, seed by seed, and then average.',
      ],
    ],
    because: 'what both share cancels in each difference.',
  }),
  design: {
    question: 'a fair comparison',
    expected: ({ pairs, sameSeeds, tuneOn }: Plan) => pairs >= 10 && sameSeeds && tuneOn === 'validation',
    hints: [
      [
        ({ tuneOn }: Plan) => tuneOn === 'test',
        'You tune on the test images. A setting chosen on them has seen the exam.',
      ],
      [
        ({ tuneOn }: Plan) => tuneOn === 'train',
        'On the training images the network without a remedy is always the best.',
      ],
      [
        ({ sameSeeds }: Plan) => !sameSeeds,
        'With seeds of their own, the two methods also differ in their luck. Give both the same ones.',
      ],
      [({ pairs }: Plan) => pairs < 10, 'With so few pairs the interval says little. Take ten or more.'],
    ],
    because: 'enough pairs, the same luck for both, and a test set that decided nothing.',
  },
};
