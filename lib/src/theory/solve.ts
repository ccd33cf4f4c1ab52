/**
 * The solution of A x = b by Gaussian elimination with partial pivoting; A is n rows of n numbers.
 * Returns undefined when A is singular to rounding.
 */
export function solve(A: readonly (readonly number[])[], b: readonly number[]): number[] | undefined {
  const n = b.length;
  const rows = A.map((row, i) => [...row, b[i]]);
  const tiny = n * Number.EPSILON * Math.max(...A.flat().map(Math.abs), 0);
  for (let k = 0; k < n; k++) {
    const below = rows.slice(k).map(row => Math.abs(row[k]));
    const pivot = k + below.indexOf(Math.max(...below));
    if (Math.abs(rows[pivot][k]) <= tiny) return undefined;
    [rows[k], rows[pivot]] = [rows[pivot], rows[k]];
    for (let i = k + 1; i < n; i++) {
      const factor = rows[i][k] / rows[k][k];
      for (let j = k; j <= n; j++) rows[i][j] -= factor * rows[k][j];
    }
  }
  const x = Array.from({ length: n }, () => 0);
  for (let i = n - 1; i >= 0; i--) {
    const known = x.reduce((sum, value, j) => (j > i ? sum + rows[i][j] * value : sum), 0);
    x[i] = (rows[i][n] - known) / rows[i][i];
  }
  return x;
}
