/** √(x₁² + x₂² + …), with the same bits on every platform; `Math.hypot` leaves them open. */
export function norm(values: ArrayLike<number>): number {
  let [largest, sum] = [0, 0];
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]));
  if (largest === 0 || largest === Infinity) return largest;
  // A power of two near the largest, so that no square is out of range and nothing is rounded by scaling.
  let unit = 1;
  for (; unit < largest / 2; unit *= 2);
  for (; unit > largest; unit /= 2);
  for (let i = 0; i < values.length; i++) sum += (values[i] / unit) * (values[i] / unit);
  return Math.sqrt(sum) * unit;
}
