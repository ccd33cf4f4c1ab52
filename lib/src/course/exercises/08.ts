import { functionExercise, type Exercises } from '../exercise';

/** The mean accuracy at one rate. */
interface Result {
  readonly rate: number;
  readonly mean: number;
  readonly standardError: number;
}

const measured: readonly Result[] = [
  { rate: 0, mean: 0.72, standardError: 0.09 },
  { rate: 0.2, mean: 0.75, standardError: 0.01 },
  { rate: 0.4, mean: 0.79, standardError: 0.01 },
  { rate: 0.5, mean: 0.8, standardError: 0.02 },
  { rate: 0.6, mean: 0.785, standardError: 0.01 },
];

const best = (results: readonly Result[]): Result => results.reduce((a, b) => (b.mean > a.mean ? b : a));
const within = (results: readonly Result[]): Result[] =>
  results.filter(({ mean }) => mean >= best(results).mean - best(results).standardError);

export const exercises08: Exercises = {
  wider: functionExercise<[number, number]>({
    question: 'units for a rate',
    calls: [
      [128, 0.6],
      [64, 0.75],
      [100, 0],
    ],
    expected: (units, rate) => units / (1 - rate),
    hints: [
      [(units, rate) => units / rate, 'You divided by the rate. Divide by the probability to keep.'],
      [(units, rate) => units * (1 - rate), 'You computed how many of the units are left.'],
      [units => units, 'With the same number of units, only some of them take part in each step.'],
      [
        (units, rate) => units * (1 + rate),
        'You added the share that is dropped. Dropout acts on the new units, too.',
      ],
    ],
    because: 'four tenths of 320 units are 128.',
  }),
  'choose-rate': functionExercise<[Result[]]>({
    question: 'your rule',
    calls: [[[...measured]], [measured.toReversed()]],
    expected: results => Math.min(...within(results).map(({ rate }) => rate)),
    hints: [
      [
        results => best(results).rate,
        'You chose the best rate. A smaller one lies within its standard error.',
      ],
      [results => best(results), 'You returned the whole result of the best rate. Return a rate.'],
      [
        results => Math.max(...within(results).map(({ rate }) => rate)),
        'You chose the largest such rate. The question asks for the smallest.',
      ],
      [
        results =>
          Math.min(...results.filter(one => one.mean + one.standardError >= 0.78).map(({ rate }) => rate)),
        'You gave each result its own standard error. Use the one of the best.',
      ],
      [
        results => within(results)[0].rate,
        'Your rule is right for rates in ascending order. They may come in any order.',
      ],
    ],
    because: 'the rule takes no more noise than is needed and does not chase chance.',
  }),
};
