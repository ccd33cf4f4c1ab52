/** A step of 1e-5: the truncation error is of the order of 1e-10, the rounding error of 1e-11. */
const STEP = 1e-5;

/**
 * The derivative of `f` at `w` by a central finite difference.
 *
 * @example
 * slope(w => w ** 3, 2); // 12.0000000001
 */
export function slope(f: (w: number) => number, w: number): number {
  return (f(w + STEP) - f(w - STEP)) / (2 * STEP);
}
