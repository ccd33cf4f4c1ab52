import { type Argument, checkEach, checkNumber } from '../check';
import { type Options, readOptions, type Settings } from '../options';

/** The inputs of the unit: those of the lecture's example. */
export const UNIT_INPUTS: readonly number[] = [1, 2, 3];

/** The range of every weight. */
export const WEIGHT_RANGE = { min: -4, max: 4 } as const;

/** The sliders of a unit's playground, and the values they begin with. */
export const unitPlaygroundTable = {
  /** Of the dropout on the inputs, in [0, 0.95]; default 0.5. */
  rate: { type: 'number', min: 0, max: 0.95, default: 0.5, meaning: 'probability to drop an input' },
  /** Three weights, each in [-4, 4]; default [2, 2, 2]. */
  weights: {
    read: (value: ArrayLike<number>, argument: Argument): readonly number[] => {
      checkEach(argument, value, UNIT_INPUTS.length, (one, weight) => checkNumber(one, weight, WEIGHT_RANGE));
      return Array.from(value);
    },
    default: [2, 2, 2],
    meaning: 'one per input',
  },
  /** y, from which the loss is measured, in [-20, 20]; default 5. */
  target: { type: 'number', min: -20, max: 20, default: 5 },
  /** Where the mean is kept: 'scale-down' (default) while predicting, 'inverted' while training. */
  scaling: { choices: ['scale-down', 'inverted'], default: 'scale-down' },
} as const;

export type UnitPlaygroundOptions = Options<typeof unitPlaygroundTable>;
export type UnitPlaygroundSettings = Settings<typeof unitPlaygroundTable>;

/** A linear unit under sliders, as `show` takes it. */
export interface UnitPlayground {
  readonly playground: { readonly unit: UnitPlaygroundSettings };
}

/**
 * One linear unit with dropout on its inputs 1, 2 and 3 under your fingers: its output under all eight masks, the output
 * that predicts, and the mean loss over the masks beside the loss of prediction plus the exact penalty.
 *
 * @example
 * show(unitPlayground({ rate: 0.5, weights: [2, 2, 2], scaling: 'inverted' }));
 * @see Baldi and Sadowski (2014), section 11.2
 */
export function unitPlayground(options: UnitPlaygroundOptions = {}): UnitPlayground {
  return { playground: { unit: readOptions('unitPlayground', unitPlaygroundTable, options) } };
}
