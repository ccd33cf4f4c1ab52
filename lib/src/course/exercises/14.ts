import { type Exercises, functionExercise } from '../exercise';

/** The first place where the gain falls from positive to negative; `along` maps sizes to the scale of interpolation. */
function crossing(
  sizes: readonly number[],
  gains: readonly number[],
  [along, back]: readonly [(size: number) => number, (value: number) => number],
): number {
  const k = gains.findIndex((gain, i) => gain > 0 && gains[i + 1] < 0);
  if (k < 0) return NaN;
  const share = gains[k] / (gains[k] - gains[k + 1]);
  return back(along(sizes[k]) + share * (along(sizes[k + 1]) - along(sizes[k])));
}

const identity = (value: number): number => value;

export const exercises14: Exercises = {
  passes: functionExercise<[number, number, number]>({
    question: 'passes over the data',
    calls: [
      [300, 600, 50],
      [30_000, 600, 50],
      [150, 200, 100],
    ],
    expected: (n, steps, batchSize) => (steps * batchSize) / n,
    hints: [
      [
        (_, steps, batchSize) => steps * batchSize,
        'This is how many examples are seen. Divide by the number of different ones.',
      ],
      [(n, steps) => steps / n, 'You count one example a step. Each step sees a whole batch.'],
      [
        (n, _, batchSize) => n / batchSize,
        'You computed the number of steps in one pass. The question asks for the number of passes.',
      ],
      [
        (n, steps, batchSize) => n / (steps * batchSize),
        'Your fraction is upside down: more examples mean fewer passes.',
      ],
      [
        (n, steps, batchSize) => Math.floor((steps * batchSize) / n),
        'Do not round: a pass may be incomplete.',
      ],
    ],
    because: 'examples seen, over examples there are.',
  }),
  crossing: functionExercise<[number[], number[]]>({
    question: 'where the gain crosses zero',
    calls: [
      [
        [100, 1000, 10_000],
        [3, 1, -1],
      ],
      [
        [10, 1000],
        [1, -3],
      ],
      [
        [10, 100],
        [2, 1],
      ],
    ],
    expected: (sizes, gains) => crossing(sizes, gains, [Math.log, Math.exp]),
    hints: [
      [
        (sizes, gains) => crossing(sizes, gains, [identity, identity]),
        'You interpolate along the sizes themselves. Interpolate along their logarithms, as the axis of the figure does.',
      ],
      [
        (sizes, gains) => crossing(sizes, gains, [Math.log, identity]),
        'You return the logarithm of the size. Undo it with `Math.exp`.',
      ],
      [
        (sizes, gains) => sizes[gains.findIndex(gain => gain < 0)],
        'You return the first size with a negative gain. The crossing lies before it.',
      ],
      [
        (sizes, gains) => (gains.at(-1)! > 0 ? sizes.at(-1) : crossing(sizes, gains, [Math.log, Math.exp])),
        'Where the gain never becomes negative there is no crossing: return `NaN`.',
      ],
      [
        (sizes, gains) => {
          const found = crossing(sizes, gains, [Math.log, Math.exp]);
          return Number.isNaN(found) ? undefined : found;
        },
        'Without a crossing your function returns nothing. Return `NaN` there.',
      ],
    ],
    because: 'the share of the way is the share of the fall, on the axis of the figure.',
  }),
};
