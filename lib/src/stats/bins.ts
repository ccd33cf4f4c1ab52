/** The ends of bins of equal width, rounded as `np.linspace` rounds them: low + i · ((high − low) / bins), then high. */
export function binEdges(low: number, high: number, bins: number): number[] {
  const width = (high - low) / bins;
  return Array.from({ length: bins + 1 }, (_, i) => (i < bins ? low + i * width : high));
}

/** Whether every bin has a width: float64 has only so many numbers between two ends. */
export function areAscending(edges: readonly number[]): boolean {
  return edges.every((edge, i) => i === 0 || edge > edges[i - 1]);
}

/**
 * The sum of the weights (1 by default) of the values in each bin of equal width: bin i holds
 * edges[i] ≤ x < edges[i + 1], the last one its upper end too; values outside are left out.
 */
export function binSums(
  values: readonly number[],
  edges: readonly number[],
  weights?: readonly number[],
): number[] {
  const sums = edges.slice(1).map(() => 0);
  const last = sums.length - 1;
  const [low, high] = [edges[0], edges[sums.length]];
  values.forEach((value, i) => {
    if (value < low || value > high) return;
    let bin = Math.min(Math.floor(((value - low) / (high - low)) * sums.length), last);
    if (value < edges[bin]) bin--;
    else if (value >= edges[bin + 1] && bin < last) bin++;
    sums[bin] += weights?.[i] ?? 1;
  });
  return sums;
}
