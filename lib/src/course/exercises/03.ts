import { functionExercise, type Exercises } from '../exercise';

type Mask = number[][];

const column = (mask: Mask, unit: number): number[] => mask.map(row => row[unit]);
const total = (mask: Mask, unit: number): number => column(mask, unit).reduce((sum, m) => sum + m, 0);

/** Adam's moves in learning rates, without ε. */
function adamMoves(gradients: readonly number[], corrected = true, first = 1): number[] {
  let [m, v] = [0, 0];
  return gradients.map((g, k) => {
    m = 0.9 * m + 0.1 * g;
    v = 0.999 * v + 0.001 * g * g;
    const [toM, toV] = corrected ? [1 - 0.9 ** (k + first), 1 - 0.999 ** (k + first)] : [1, 1];
    return m / toM / Math.sqrt(v / toV);
  });
}

function momentumMoves(gradients: readonly number[]): number[] {
  let m = 0;
  return gradients.map(g => (m = 0.9 * m + g));
}

export const exercises03: Exercises = {
  which: {
    question: 'tanh at 0',
    expected: 'outgoing',
    hints: [
      ['both', 'You described a dropped unit. tanh has slope 1 at 0.'],
      ['incoming', 'Its slope at 0 is not 0. What is its output, and of which gradient is it a factor?'],
      ['none', 'The unit returns 0. One of the products has this output as a factor.'],
    ],
    because: 'the output 0 is a factor of the outgoing gradient only.',
  },
  'is-frozen': functionExercise<[Mask, number]>({
    question: 'frozen by a mask',
    calls: [
      [
        [
          [1, 0, 0],
          [0, 0, 1],
        ],
        1,
      ],
      [
        [
          [1, 0, 0],
          [0, 0, 1],
        ],
        0,
      ],
      [
        [
          [0, 0, 1],
          [0, 1, 1],
          [0, 1, 0],
        ],
        0,
      ],
      [
        [
          [0, 0, 1],
          [0, 1, 1],
          [0, 1, 0],
        ],
        1,
      ],
    ],
    expected: (mask, unit) => column(mask, unit).every(m => m === 0),
    hints: [
      [
        (mask, unit) => column(mask, unit).some(m => m === 0),
        'One sample that keeps the unit is enough for a gradient: every sample must drop it.',
      ],
      [(mask, unit) => mask[unit]?.every(m => m === 0) ?? false, 'Rows are samples. The unit is a column.'],
      [(mask, unit) => total(mask, unit) > 0, 'You return true where the unit does have a gradient.'],
    ],
    because: 'a unit gets no gradient only if its whole column is 0.',
  }),
  adam: functionExercise<[number[]]>({
    question: 'the moves of Adam',
    tolerance: 1e-4,
    calls: [[[1, 0, 0]], [[0.5, -2, 0, 0]]],
    expected: gradients => adamMoves(gradients),
    hints: [
      [gradients => [...gradients], 'You wrote plain gradient descent: it forgets at once.'],
      [momentumMoves, 'You wrote momentum. Adam also divides by the root of the mean square.'],
      [
        gradients => adamMoves(gradients, false),
        'You left out the correction: divide m by 1 − 0.9ᵗ and v by 1 − 0.999ᵗ, where t is the step.',
      ],
      [
        gradients => adamMoves(gradients, true, 0),
        'You count the steps from 0, so the first correction is 0. The first step has the number 1.',
      ],
      [
        gradients => adamMoves(gradients).map(move => -move),
        'Your moves have the wrong sign. Return them without the minus sign of the update.',
      ],
    ],
    because: 'after the one gradient the weight keeps moving, in ever smaller steps.',
  }),
  freeze: {
    question: 'mask of a batch',
    expected: (mask: Mask) =>
      mask.length === 2 &&
      mask.every(row => row.length === 3 && row.every(kept => kept === 0 || kept === 1)) &&
      [1, 0, 1].every((sum, j) => total(mask, j) === sum),
    hints: [
      [(mask: Mask) => mask.length !== 2, 'The batch has two samples, so the mask needs two rows.'],
      [(mask: Mask) => total(mask, 1) > 0, 'Both samples must drop the second unit.'],
      [
        (mask: Mask) => total(mask, 0) > 1 || total(mask, 2) > 1,
        'Two samples keep the same unit. The exercise asks for exactly one.',
      ],
      [
        (mask: Mask) => !total(mask, 0) || !total(mask, 2),
        'The first and the third unit need one sample each that keeps them.',
      ],
    ],
    because: 'a unit gets no gradient only if its whole column is 0.',
  },
};
