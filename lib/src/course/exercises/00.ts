import { type Exercises, functionExercise } from '../exercise';

export const exercises00: Exercises = {
  drop: functionExercise<[number[], number[]]>({
    question: 'a mask',
    calls: [
      [
        [1, -2, 3],
        [1, 0, 1],
      ],
      [
        [4, 5],
        [0, 1],
      ],
    ],
    expected: (h, mask) => h.map((x, j) => x * mask[j]),
    hints: [
      [h => h, 'Your function returns `h` as it came. Multiply each element by its mask entry.'],
      [
        (h, mask) => h.map(x => x * mask[0]),
        'You multiply everything by the first mask entry. Use the index.',
      ],
      [
        (h, mask) => h.filter((_, j) => mask[j]),
        '`filter` removes elements. The dropped ones must stay, as zeros.',
      ],
    ],
    because: '`map` hands over each element with its index.',
  }),
  'expected-kept': functionExercise<[{ units: number; rate?: number }]>({
    question: 'a function with options',
    calls: [[{ units: 64, rate: 0.25 }], [{ units: 10 }], [{ units: 8, rate: 0 }]],
    expected: ({ units, rate = 0.5 }) => units * (1 - rate),
    hints: [
      [
        ({ units, rate = 0.5 }) => units * rate,
        'You count the dropped units; `rate` is the share that is dropped.',
      ],
      [
        ({ units, rate }) => units * (1 - (rate as number)),
        'Without a rate your function returns NaN: give `rate` a default, as in `{ units, rate = 0.5 }`.',
      ],
      [
        ({ units, rate }) => units * (1 - (rate || 0.5)),
        'With `||` a rate of 0 counts as left out. Give `rate` a default, or write `??`.',
      ],
      [
        ({ units, rate }) => units * (rate as number),
        'You count the dropped units, and without a rate your function returns NaN.',
      ],
      [({ units }) => units * 0.5, 'You always use one half. Take `rate` where it is given.'],
    ],
    because: 'an option with a default may be left out.',
  }),
  'same-bits': {
    question: 'comparisons',
    expected: 2,
    hints: [
      [1, 'Two zeros of different sign are equal under `===`, and 0.5 is a power of two.'],
      [3, 'Run the four in a cell of your own: in float64, 0.1 + 0.2 is not 0.3.'],
      [4, 'Run the four in a cell of your own: `lost` is NaN, which equals nothing, itself included.'],
      [0, 'Two zeros of different sign are equal under `===`.'],
    ],
    because: 'only −0 === 0 and the exact 0.5 are.',
  },
};
