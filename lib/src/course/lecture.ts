import type { LinearUnit } from '../theory/unit';

/** Numbers the lecture prints, to be checked: givens of its examples and outputs of its listings. */
export interface Lecture {
  /** Listing 1 (section 4): a 2-4-1 sigmoid network learns XOR for 100 epochs with its third hidden unit masked. */
  readonly zeroOut: {
    readonly X: readonly (readonly number[])[];
    readonly y: readonly (readonly number[])[];
    readonly mask: readonly number[];
    /** Kernel of the hidden layer, shape (2, 4). */
    readonly w1Before: readonly (readonly number[])[];
    readonly w1After: readonly (readonly number[])[];
    /** Kernel of the output layer, shape (4, 1). */
    readonly w2Before: readonly (readonly number[])[];
    readonly w2After: readonly (readonly number[])[];
    /** Hidden outputs after training for the four samples, shape (4, 4). */
    readonly h1: readonly (readonly number[])[];
  };
  /** Listing 2 (section 7): four units before and after Keras's Dropout(0.5), in three runs, to four decimals. */
  readonly scaleUp: {
    readonly rate: number;
    readonly runs: readonly { readonly h1: readonly number[]; readonly h2: readonly number[] }[];
  };
  /** Sections 5 and 6: retention probability 4/5. */
  readonly scalingRetention: number;
  /** Section 9: the worked example after Baldi and Sadowski, with one of its masks. */
  readonly linearUnit: { readonly unit: LinearUnit; readonly mask: readonly number[] };
}

/**
 * The lecture's printed numbers.
 *
 * @example
 * dropoutOutput(lecture.linearUnit.unit, lecture.linearUnit.mask); // 10
 */
export const lecture: Lecture = {
  zeroOut: {
    X: [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ],
    y: [[0], [1], [1], [0]],
    mask: [1, 1, 0, 1],
    w1Before: [
      [-0.02797794, 0.8613353, -0.7598376, 0.1321249],
      [0.89024925, 0.45562005, 0.54993534, 0.7180009],
    ],
    w1After: [
      [-0.1178598, 0.770995, -0.7598376, 0.2311513],
      [0.79902416, 0.36424303, 0.54993534, 0.8151321],
    ],
    w2Before: [[-1.0356007], [-0.48115206], [-0.28035724], [0.36044633]],
    w2After: [[-0.94482946], [-0.39023882], [-0.28035724], [0.4539777]],
    h1: [
      [0.47742894, 0.47743133, 0.5, 0.5239397],
      [0.6701091, 0.5680519, 0.63412064, 0.71319747],
      [0.44813588, 0.6638858, 0.31868154, 0.58102524],
      [0.643553, 0.73979473, 0.4477162, 0.7580679],
    ],
  },
  scaleUp: {
    rate: 0.5,
    runs: [
      { h1: [-0.013, 0.8914, -0.5011, 1.3449], h2: [-0, 1.7829, -1.0023, 0] },
      { h1: [1.1716, 1.0362, 0.2058, -0.383], h2: [2.3432, 0, 0, -0.766] },
      { h1: [-0.2437, -0.589, 0.0023, 0.5428], h2: [-0.4873, -0, 0, 0] },
    ],
  },
  scalingRetention: 4 / 5,
  linearUnit: {
    unit: { inputs: [1, 2, 3], weights: [2, 2, 2], rate: 1 / 3, scaling: 'scale-down' },
    mask: [0, 1, 1],
  },
};
