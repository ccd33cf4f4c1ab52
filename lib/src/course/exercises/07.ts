import { functionExercise, type Exercises } from '../exercise';

type Outputs = [before: number[], after: number[], rate: number];

const every =
  (test: (before: number, after: number, rate: number) => boolean) =>
  (...[before, after, rate]: Outputs) =>
    before.every((value, j) => test(value, after[j], rate));
const close = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;

export const exercises07: Exercises = {
  'is-scale-up': functionExercise<Outputs>({
    question: 'a test for scale-up',
    calls: [
      [[1, -2, 3, 4], [2, -0, 6, 0], 0.5],
      [[1, -2, 3, 4], [4, 0, 0, 16], 0.75],
      [[1, -2, 3, 4], [4 / 3, 0, 4, 0], 0.75],
      [[1, -2, 3, 4], [1, 0, 3, 0], 0.5],
      [[1, -2, 3, 4], [2, -4, 6, 8], 0.5],
      [[1, -2, 3, 4], [2, 0, 6, 9], 0.5],
    ],
    expected: every((before, after, rate) => after === 0 || close(after, before / (1 - rate))),
    hints: [
      [
        every((before, after) => after === 0 || close(after, 2 * before)),
        'Your test assumes the factor 2. At another rate the factor is different.',
      ],
      [
        every((before, after, rate) => after === 0 || close(after, before / rate)),
        'Your test divides by the rate. The factor is one over the probability to keep.',
      ],
      [
        every((before, after, rate) => close(after, before / (1 - rate))),
        'Your test rejects dropped units, but an output of 0 is correct.',
      ],
      [
        every((before, after, rate) => Object.is(after, 0) || close(after, before / (1 - rate))),
        'Your test rejects −0. A dropped negative output is −0, which equals 0.',
      ],
      [
        (before, after, rate) => {
          const first = after.findIndex(value => value !== 0);
          return close(after[first], before[first] / (1 - rate));
        },
        'Your test returns at the first output that is kept. Look at all of them.',
      ],
      [
        (before, after, rate) =>
          before.map((value, j) => after[j] === 0 || close(after[j], value / (1 - rate))),
        'You return an answer for each output. Return one for all: true if every output is correct.',
      ],
      [() => true, 'Your test accepts everything.'],
    ],
    because: 'every output is either 0 or 1/(1 − rate) times what came in.',
  }),
  'all-dropped': {
    question: 'all 8 units dropped',
    expected: 0.5 ** 8,
    hints: [
      [0.5 ** 4, 'You answered for 4 units.'],
      [0.5, 'You answered for one unit. All eight have to be dropped together.'],
      [0.5 * 8, 'Probabilities of independent events are multiplied, and none exceeds 1.'],
      [0.5 / 8, 'The events are independent: multiply their probabilities.'],
    ],
    because: 'the eight mask entries are independent.',
  },
  'own-dropout': functionExercise<[number[], number[], number]>({
    question: 'your dropout layer',
    calls: [
      [[1, -2, 3], [1, 0, 1], 0.75],
      [[2, 4], [0, 1], 0.2],
    ],
    expected: (h, mask, rate) => h.map((value, j) => (value * mask[j]) / (1 - rate)),
    hints: [
      [(h, mask) => h.map((value, j) => value * mask[j]), 'You do not scale the units that are kept.'],
      [
        (h, mask, rate) => h.map((value, j) => (value * mask[j]) / rate),
        'You divide by the rate, which is the probability to drop.',
      ],
      [
        (h, mask, rate) => h.map((value, j) => value * mask[j] * (1 - rate)),
        'You make the kept outputs smaller. Divide by 1 − rate.',
      ],
      [
        (h, mask, rate) => h.filter((_, j) => mask[j]).map(value => value / (1 - rate)),
        'You removed the dropped units. They stay, as zeros.',
      ],
      [
        (h, mask, rate) => h.map((value, j) => (mask[j] ? 0 : value / (1 - rate))),
        'You drop the units that should be kept: the mask is 1 where a unit is kept.',
      ],
    ],
    because: 'mask, then divide by 1 − rate.',
  }),
};
