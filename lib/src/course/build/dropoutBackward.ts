/**
 * Inverted dropout of one sample, backward: from ∂L/∂out to ∂L/∂h, under the mask of the forward pass.
 *
 * @example
 * dropoutBackward([1, 2, 3], [0, 1, 0], 0.5); // [0, 4, 0]
 */
export function dropoutBackward(
  outGradient: readonly number[],
  mask: readonly number[],
  rate: number,
): number[] {
  return outGradient.map((gradient, j) => (gradient * mask[j]) / (1 - rate));
}
