/**
 * The solution of A x = b for a symmetric positive definite A (n rows of n numbers), by elimination, which needs no
 * pivoting there. Returns undefined when A is singular to rounding.
 */
export function solve(A: readonly (readonly number[])[], b: readonly number[]): number[] | undefined {
  const n = b.length;
  const rows = A.map((row, i) => [...row, b[i]]);
  for (let k = 0; k < n; k++) {
    if (rows[k][k] <= n * Number.EPSILON * A[k][k]) return undefined;
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
