/** What leaves a dropout layer in training, and the mask that made it: 1 = kept, 0 = dropped. */
export interface Dropped {
  readonly out: number[];
  readonly mask: number[];
}

/**
 * Inverted dropout of one sample, forward: each output of the layer before is dropped with probability `rate`, and those
 * that are kept are divided by 1 − rate.
 *
 * @param random returns a number uniform in [0, 1) at each call
 * @example
 * const random = randomState(1);
 * dropoutForward([1, 2, 3], 0.5, () => random.random()); // { out: [0, 4, 0], mask: [0, 1, 0] }
 */
export function dropoutForward(h: readonly number[], rate: number, random: () => number): Dropped {
  const mask = h.map(() => (random() < rate ? 0 : 1));
  return { out: h.map((value, j) => (value * mask[j]) / (1 - rate)), mask };
}
