import { logit, sigmoid } from '../../theory';
import { functionExercise, type Exercises } from '../exercise';

const dropped = (mask: readonly number[]): number => mask.filter(m => m === 0).length;

function columns(before: number[][], after: number[][], same: (a: number, b: number) => boolean): number[] {
  return before[0].flatMap((_, j) => (before.every((row, i) => same(row[j], after[i][j])) ? [j] : []));
}

export const exercises04: Exercises = {
  'frozen-parameters': functionExercise<[number[]]>({
    question: 'frozen parameters',
    calls: [[[0, 1, 0, 1]], [[1, 1, 0, 1]], [[1, 1, 1, 1]], [[0, 0, 0, 1]]],
    expected: mask => 4 * dropped(mask),
    hints: [
      [mask => dropped(mask), 'You counted units. Each has several parameters.'],
      [mask => 3 * dropped(mask), 'You counted the weights. What about the unit’s own bias?'],
      [mask => 4 * (4 - dropped(mask)), 'You counted the parameters of the units that are kept.'],
      [
        mask => 4 * dropped(mask) + 1,
        'The bias of the output belongs to a unit that is not dropped: it moves.',
      ],
    ],
    because: 'each dropped unit freezes two weights in, one bias and one weight out.',
  }),
  'bias-from-output': {
    question: 'bias of unit 4',
    expected: logit(0.5239397),
    tolerance: 1e-5,
    hints: [
      [0.5239397, 'You gave the output, which is the sigmoid of the bias.'],
      [sigmoid(0.5239397), 'You applied the sigmoid once more. Apply its inverse instead.'],
      [-logit(0.5239397), 'The size is right and the sign is wrong: the output is above one half.'],
    ],
    because: 'for x = (0, 0) the weights do not matter.',
  },
  'unchanged-columns': functionExercise<[number[][], number[][]]>({
    question: 'unchanged columns',
    calls: [
      [
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        [
          [1.5, 2, 3],
          [4.5, 5, 7],
        ],
      ],
      [
        [
          [1, 2],
          [3, 4],
        ],
        [
          [1.0001, 2],
          [3, 4],
        ],
      ],
      [
        [
          [1, 2],
          [3, 4],
        ],
        [
          [0, 2],
          [3, 0],
        ],
      ],
      [[[1, 2, 3]], [[0, 2, 3]]],
    ],
    expected: (before, after) => columns(before, after, Object.is),
    hints: [
      [
        (before, after) => columns(before, after, (a, b) => Math.abs(a - b) < 1e-3),
        'You allow a tolerance. “Not updated” means equal to the last bit.',
      ],
      [
        (before, after) =>
          before[0].flatMap((_, j) => (before.some((r, i) => r[j] === after[i][j]) ? [j] : [])),
        'One equal number is not enough: every row of the column must be unchanged.',
      ],
      [
        (before, after) =>
          before[0].flatMap((_, j) => (before.every((r, i) => r[j] === after[i][j]) ? [j + 1] : [])),
        'You count columns from 1. Indices start at 0.',
      ],
      [
        (before, after) => before.flatMap((row, i) => (row.every((x, j) => x === after[i][j]) ? [i] : [])),
        'You compare rows. The weights into one unit form a column.',
      ],
      [
        (before, after) => columns(before, after, Object.is).filter(j => j < before.length),
        'You look at as many columns as there are rows. The number of columns is `before[0].length`.',
      ],
      [
        (before, after) => before[0].map((_, j) => before.every((row, i) => row[j] === after[i][j])),
        'You return true or false for each column. The question asks for the indices.',
      ],
    ],
    because: 'this is the lecture’s check, made by a program instead of by eye.',
  }),
};
