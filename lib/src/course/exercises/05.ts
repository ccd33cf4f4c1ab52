import { functionExercise, type Exercises } from '../exercise';

export const exercises05: Exercises = {
  scale: functionExercise<[number, number, number]>({
    question: 'scaleDown',
    calls: [
      [2, 10, 0.2],
      [4, 3, 0.75],
    ],
    expected: (w, b, r) => [w * (1 - r), b],
    hints: [
      [
        (w, b, r) => [w * (1 - r), b * (1 - r)],
        'You scaled the bias, too. It is added under every mask, so it must not be scaled.',
      ],
      [(w, b, r) => [w * r, b], 'You multiplied by the probability to drop.'],
      [
        (w, b, r) => [w / (1 - r), b],
        'You divided by p. That belongs to training in the scale-up convention.',
      ],
      [(w, b) => [w, b], 'You returned the weights as they were trained.'],
      [(w, _, r) => w * (1 - r), 'The weight is correct. Return a list of both numbers, `[weight, bias]`.'],
      [(w, b, r) => [b, w * (1 - r)], 'You exchanged the two: the weight comes first.'],
    ],
    because: 'the weight shrinks, the bias stays.',
  }),
  repair: functionExercise<[number, number, number, number]>({
    question: 'the repaired prediction',
    calls: [
      [1, 2, 3, 0.25],
      [2, 0.5, -1, 0.2],
      [-1, 2, 3, 0.5],
    ],
    faulty: (x, w1, w2, rate) => Math.tanh(x * w1 * (1 - rate)) * w2 * (1 - rate),
    expected: (x, w1, w2, rate) => Math.tanh(x * w1) * w2 * (1 - rate),
    hints: [
      [
        (x, w1, w2, rate) => Math.tanh(x * w1 * (1 - rate)) * w2,
        'You removed the other factor. Dropout acts on the unit, so the weight that leaves it is scaled.',
      ],
      [(x, w1, w2) => Math.tanh(x * w1) * w2, 'You removed both factors. One of them is needed.'],
      [
        (x, w1, w2, rate) => (Math.tanh(x * w1) * w2) / (1 - rate),
        'You make the output larger. That belongs to training in the scale-up convention.',
      ],
      [
        (x, w1, w2, rate) => Math.tanh(x * w1) * w2 * (1 - rate) ** 2,
        'You scale twice: once is enough, either the unit or the weight that leaves it.',
      ],
      [(x, w1, w2, rate) => Math.tanh(x * w1) * w2 * rate, 'You multiplied by the probability to drop.'],
    ],
    because: 'dropout acts between the two layers, so exactly one kernel is scaled: the outgoing one.',
  }),
  jensen: {
    question: 'mean of the ReLU unit',
    expected: 0.5,
    hints: [
      [0, 'You computed f of the mean. Apply ReLU for each mask first, then average.'],
      [-0.5, 'You computed the mean of the sum. The ReLU is missing.'],
      [2, 'You used the one mask that keeps only the first unit. The other three count, too.'],
      [1, '2 is kept with probability one half, but then −3 must be dropped, too.'],
    ],
    because: 'of the sums 0, 2, −3 and −1 only one is positive.',
  },
};
