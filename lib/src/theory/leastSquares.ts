/** Smallest accepted angle between a column and the span of those before it: below it, rounding loses half of the digits. */
const SMALLEST_ANGLE = Math.sqrt(Number.EPSILON);

/**
 * The x that minimizes ‖A x − b‖, A given by its columns: A = Q R by Gram-Schmidt, twice for each column (Giraud et
 * al., 2005: orthogonal to rounding), then R x = Qᵀb. Returns undefined where a column all but depends on those before.
 */
export function leastSquares(
  columns: readonly (readonly number[])[],
  b: readonly number[],
): number[] | undefined {
  const basis: number[][] = [];
  const R: number[][] = [];
  for (const column of [...columns, b]) {
    const { parts, rest } = project(column, basis);
    R.push(parts);
    if (basis.length === columns.length) break;
    const length = norm(rest);
    if (length <= SMALLEST_ANGLE * norm(column)) return undefined;
    parts.push(length);
    basis.push(rest.map(value => value / length));
  }
  const x = R[columns.length];
  for (let i = columns.length - 1; i >= 0; i--) {
    x[i] /= R[i][i];
    for (let k = 0; k < i; k++) x[k] -= R[i][k] * x[i];
  }
  return x;
}

/** A vector's coordinates in an orthonormal basis, and what lies across it. */
function project(vector: readonly number[], basis: readonly number[][]): { parts: number[]; rest: number[] } {
  const parts = basis.map(() => 0);
  const rest = [...vector];
  for (let pass = 0; pass < 2; pass++) {
    basis.forEach((unit, k) => {
      const part = dot(unit, rest);
      parts[k] += part;
      unit.forEach((value, n) => (rest[n] -= part * value));
    });
  }
  return { parts, rest };
}

/** Σ_n a_n b_n */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function norm(vector: readonly number[]): number {
  return Math.sqrt(dot(vector, vector));
}
