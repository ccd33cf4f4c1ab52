import { Matrix } from '../numpy/matrix';
import type { RandomState } from '../numpy/random';

const BITS = 30;

/**
 * `n` different corners of the cube {0, 1}^dimensions, one per row, drawn as scikit-learn draws the centroids of
 * `make_classification`; beyond 30 dimensions the leading coordinates are drawn one by one.
 */
export function hypercube(n: number, dimensions: number, random: RandomState): Matrix {
  if (dimensions > BITS) {
    const extra = dimensions - BITS;
    const leading = random.randint(0, 2, n * extra);
    const rest = hypercube(n, BITS, random);
    return fromRule(n, dimensions, (i, j) => (j < extra ? leading[i * extra + j] : rest.at(i, j - extra)));
  }
  const corners = sampleWithoutReplacement(2 ** dimensions, n, random);
  return fromRule(n, dimensions, (i, j) => (corners[i] >> (dimensions - 1 - j)) & 1);
}

function fromRule(rows: number, cols: number, rule: (i: number, j: number) => number): Matrix {
  return new Matrix(rows, cols, new Float64Array(rows * cols)).map((_, i, j) => rule(i, j));
}

/** scikit-learn's three ways: a permutation, tracking what was drawn (few of many), a reservoir (nearly all). */
function sampleWithoutReplacement(population: number, n: number, random: RandomState): ArrayLike<number> {
  const ratio = n / population;
  if (ratio > 0.01 && ratio < 0.99) return random.permutation(population).subarray(0, n);
  if (ratio < 0.2) {
    const chosen = new Set<number>();
    while (chosen.size < n) chosen.add(random.randint(0, population));
    return [...chosen];
  }
  const reservoir = Array.from({ length: n }, (_, i) => i);
  for (let i = n; i < population; i++) {
    const j = random.randint(0, i + 1);
    if (j < n) reservoir[j] = i;
  }
  return reservoir;
}
