/** base to the power of a whole number n ≥ 0, by squaring: with the same bits on every platform. */
export function power(base: number, n: number): number {
  let result = 1;
  for (let [square, rest] = [base, n]; rest > 0; square *= square, rest = Math.floor(rest / 2)) {
    if (rest % 2) result *= square;
  }
  return result;
}
