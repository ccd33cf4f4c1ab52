import record from './kerasRun.json';

/** What the lecture's three listings gave when they were run in Keras, and with which versions. */
export interface KerasRun {
  readonly versions: Readonly<Record<string, string>>;
  /** Listing 1, from the weights that the slide prints and biases of 0. */
  readonly zeroOut: {
    readonly w1: readonly (readonly number[])[];
    readonly b1: readonly number[];
    readonly w2: readonly (readonly number[])[];
    readonly b2: readonly number[];
    readonly h1: readonly (readonly number[])[];
    readonly h2: readonly (readonly number[])[];
    readonly firstLoss: number;
    readonly lastLoss: number;
  };
  /** Listing 2 in three runs, and what the layer does with ones. */
  readonly scaleUp: {
    readonly runs: readonly {
      readonly h1: readonly number[];
      readonly training: readonly number[];
      readonly prediction: readonly number[];
    }[];
    readonly factors: readonly {
      readonly rate: number;
      readonly factors: readonly number[];
      readonly zeros: number;
    }[];
    /** What rate 1 makes of ones, as text. */
    readonly rateOne: readonly string[];
    readonly seedRepeatsTheMask: boolean;
    readonly dropsWithTrainableFalse: boolean;
    readonly weights: number;
  };
  /** Listing 3: ten epochs from given weights, and the accuracies on 50 test points of 20 seeds. */
  readonly dropout: {
    readonly loss: readonly number[];
    readonly valLoss: readonly number[];
    readonly accuracy: { readonly without: readonly number[]; readonly with: readonly number[] };
  };
}

/**
 * A recorded run of the lecture's listings in Keras.
 *
 * @example
 * kerasRun.versions.keras; // '3.15.1'
 */
export const kerasRun: KerasRun = record;
