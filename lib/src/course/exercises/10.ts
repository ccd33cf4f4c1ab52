import { pairedDifference } from '../../stats';
import { functionExercise, type Exercises } from '../exercise';
import type { lectureExperiment } from '../lectureExperiment';

type Recipe = ReturnType<typeof lectureExperiment>;

const rates = ({ layers }: Pick<Recipe, 'layers'>): number[] =>
  layers.flatMap(layer => (layer.kind === 'dropout' ? [layer.rate] : []));

const word = (low: number, high: number): string => (low > 0 ? 'yes' : high < 0 ? 'no' : 'cannot tell');

export const exercises10: Exercises = {
  'test-size': functionExercise<[number, number]>({
    question: 'test points for a precision',
    calls: [
      [0.85, 0.01],
      [0.5, 0.05],
      [0.9, 0.02],
    ],
    tolerance: 1,
    expected: (accuracy, deviation) => (accuracy * (1 - accuracy)) / deviation ** 2,
    hints: [
      [
        (accuracy, deviation) => (accuracy * (1 - accuracy)) / deviation,
        'You did not square the deviation: solve the formula for n once more.',
      ],
      [
        (accuracy, deviation) => Math.sqrt(accuracy * (1 - accuracy)) / deviation,
        'You returned the square root of the number of points. Square it.',
      ],
      [(accuracy, deviation) => accuracy / deviation ** 2, 'You left out the factor 1 − accuracy.'],
    ],
    because: 'the number of points grows with one over the square of the deviation.',
  }),
  referee: {
    question: 'the three faults',
    expected: (lines: string) => sortedLetters(lines) === 'ace',
    hints: [
      [
        (lines: string) => !sortedLetters(lines).includes('a'),
        'Compare the seeds of the two arms: are the two networks of a pair trained on the same data?',
      ],
      [
        (lines: string) => !sortedLetters(lines).includes('c'),
        'On how many fresh points is each network tested? How coarse is such a measurement?',
      ],
      [
        (lines: string) => !sortedLetters(lines).includes('e'),
        'On which points was the rate chosen, and on which is the result reported?',
      ],
      [() => true, 'You also named a line that is sound.'],
    ],
    because: 'pairs share their data, tests are large, and nothing is chosen on the test set.',
  },
  judgment: functionExercise<[number[], number[]]>({
    question: 'judgment',
    calls: [
      [
        [0.91, 0.88, 0.93, 0.9, 0.89],
        [0.9, 0.89, 0.9, 0.88, 0.89],
      ],
      [
        [0.91, 0.9, 0.92, 0.93],
        [0.89, 0.88, 0.9, 0.9],
      ],
      [
        [0.8, 0.81, 0.79, 0.8],
        [0.84, 0.86, 0.83, 0.84],
      ],
    ],
    expected: (having, without) => {
      const { low, high } = pairedDifference(having, without);
      return word(low, high);
    },
    hints: [
      [
        (having, without) => {
          const { mean } = pairedDifference(having, without);
          return word(mean, mean);
        },
        'You judge by the mean difference. Does the interval of `pairedDifference` exclude 0?',
      ],
      [
        (having, without) => {
          const { low, high } = pairedDifference(having, without);
          return low > 0 || high < 0 ? 'yes' : 'cannot tell';
        },
        'An interval that lies below 0 says that dropout costs accuracy: the word is “no”.',
      ],
      [
        (having, without) => (pairedDifference(having, without).low > 0 ? 'yes' : 'no'),
        'An interval that contains 0 does not say “no”: it says that the pairs cannot tell.',
      ],
      [
        (having, without) => {
          const { low, high } = pairedDifference(without, having);
          return word(low, high);
        },
        'You exchanged the two arms.',
      ],
    ],
    because: 'only an interval that excludes 0 settles the sign.',
  }),
  harder: {
    question: 'a harder experiment',
    expected: ({ data, fit, ...recipe }: Recipe) =>
      'labelNoise' in data &&
      data.labelNoise === 0.3 &&
      fit.epochs === 200 &&
      String(rates(recipe)) === '0.5,0.5,0.5,0.5',
    hints: [
      [
        (recipe: Recipe) => rates(recipe).length === 0,
        'Your network has no dropout: the default `rate` is 0.',
      ],
      [
        ({ data }: Recipe) => !('labelNoise' in data) || data.labelNoise !== 0.3,
        'Set the share of wrong labels with `labelNoise`, a fraction.',
      ],
      [({ fit }: Recipe) => fit.epochs !== 200, 'The number of epochs is still wrong.'],
      [() => true, 'The rate of every dropout layer should be one half.'],
    ],
    because: 'give it to `sweep` together with the same experiment without dropout.',
  },
};

function sortedLetters(text: string): string {
  return [...new Set(text.toLowerCase().match(/[a-z]/g) ?? [])].toSorted().join('');
}
