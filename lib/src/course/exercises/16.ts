import { type Exercises, functionExercise } from '../exercise';

type Shift = [number, number[], number[], number];

const noise = (w: readonly number[], meanSquares: readonly number[]): number =>
  w.reduce((sum, weight, i) => sum + weight ** 2 * meanSquares[i], 0);

const shift =
  (front: (rate: number) => number) =>
  (...[varTest, w, meanSquares, rate]: Shift) =>
    varTest / (varTest + front(rate) * noise(w, meanSquares));

const rowSpread = (front: (rate: number) => number) => (attention: number[], rate: number) =>
  Math.sqrt(front(rate) * attention.reduce((sum, a) => sum + a ** 2, 0));

export const exercises16: Exercises = {
  shift: functionExercise<Shift>({
    question: 'the variance shift',
    calls: [
      [2, [1, -2], [1, 0.5], 0.5],
      [1, [0.5, 1, 2], [2, 1, 0.25], 0.2],
    ],
    expected: shift(rate => rate / (1 - rate)),
    hints: [
      [
        (...args) => 1 / shift(rate => rate / (1 - rate))(...args),
        'Your ratio is upside down: the question asks for prediction over training.',
      ],
      [
        shift(rate => rate * (1 - rate)),
        'That is the variance of an unscaled mask. Inverted dropout divides by 1 − rate.',
      ],
      [shift(rate => (1 - rate) / rate), 'You exchanged the probabilities: `rate` is the one to drop.'],
      [
        (varTest, w, meanSquares, rate) => varTest + (rate / (1 - rate)) * noise(w, meanSquares),
        'This is the variance in training. The question asks for a ratio.',
      ],
      [
        (varTest, w, meanSquares, rate) =>
          varTest /
          (varTest + (rate / (1 - rate)) * w.reduce((sum, weight, i) => sum + weight * meanSquares[i], 0)),
        'Square the weights: a variance grows with their squares.',
      ],
    ],
    because: 'training has the variance of the masks on top.',
  }),
  row: functionExercise<[number[], number]>({
    question: 'the sum of an attention row',
    calls: [
      [[0.5, 0.3, 0.2], 0.1],
      [[0.9, 0.1], 0.5],
    ],
    expected: rowSpread(rate => rate / (1 - rate)),
    hints: [
      [
        (attention, rate) => rowSpread(r => r / (1 - r))(attention, rate) ** 2,
        'You return the variance. Take its square root.',
      ],
      [rowSpread(rate => rate * (1 - rate)), 'You left out the division by 1 − rate that dropout makes.'],
      [
        (attention, rate) => Math.sqrt((rate / (1 - rate)) * attention.reduce((sum, a) => sum + a, 0)),
        'You add the weights themselves. Variances add with the squares of the weights.',
      ],
      [() => 0, 'You say that the sum never varies. It is 1 only while no mask is on.'],
    ],
    because: 'each weight adds its square times the variance of its factor.',
  }),
  relative: {
    question: 'a series',
    expected: 'spatialDropout',
    hints: [
      ['dropout', 'The network can read a dropped value from its neighbors.'],
      ['dropConnect', 'A weight that is dropped leaves the same feature connected at the next time step.'],
    ],
    because: 'a feature that is missing at every step cannot be read from its neighbors.',
  },
};
