/** A longer line than this, in sides of the figure, winds: a straight one has at most two, along its rows and columns. */
const WINDING = 2.4;
/** How far, in sides of the figure, the boundary may lie on average from a straight line that is seen as one. */
const STRAIGHT = 0.03;

/**
 * The boundary of a map as it is seen: none, nearly straight, curved, or winding, and in how many pieces it leaves the
 * plane.
 *
 * @param z probabilities of class 1 on a square grid, row by row
 */
export function boundarySeen(z: readonly (readonly number[])[], nameOf: (c: number) => string): string {
  const above = z.map(row => row.map(p => p > 0.5));
  const n = above.length;
  const ones = above.flat().filter(Boolean).length;
  if (ones === 0 || ones === n * n) return `all ${nameOf(ones ? 1 : 0)}`;
  const edges = above.flatMap((row, i) =>
    row.flatMap((one, j) => [
      ...(j + 1 < n && one !== row[j + 1] ? [[i, j + 0.5] as const] : []),
      ...(i + 1 < n && one !== above[i + 1][j] ? [[i + 0.5, j] as const] : []),
    ]),
  );
  const pieces = regions(above);
  const inPieces = pieces > 2 ? `, ${pieces} regions` : '';
  if (edges.length / n > WINDING) return `winding boundary${inPieces}`;
  return `${deviation(edges) / n <= STRAIGHT ? 'nearly straight' : 'curved'} boundary${inPieces}`;
}

/** The root mean square distance of points from the straight line that is nearest to them. */
function deviation(points: readonly (readonly [number, number])[]): number {
  const mean = (of: (point: readonly [number, number]) => number): number =>
    points.reduce((sum, point) => sum + of(point) / points.length, 0);
  const [x, y] = [mean(point => point[0]), mean(point => point[1])];
  const [xx, yy] = [mean(point => (point[0] - x) ** 2), mean(point => (point[1] - y) ** 2)];
  const xy = mean(point => (point[0] - x) * (point[1] - y));
  return Math.sqrt(Math.max(0, (xx + yy) / 2 - Math.sqrt(((xx - yy) / 2) ** 2 + xy ** 2)));
}

/** How many connected regions there are, of both kinds. */
function regions(above: readonly (readonly boolean[])[]): number {
  const n = above.length;
  const met = new Set<number>();
  let count = 0;
  for (let start = 0; start < n * n; start++) {
    if (met.has(start)) continue;
    count++;
    const kind = above[Math.floor(start / n)][start % n];
    const open = [start];
    met.add(start);
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const [i, j] = [Math.floor(at / n), at % n];
      for (const [a, b] of [
        [i - 1, j],
        [i + 1, j],
        [i, j - 1],
        [i, j + 1],
      ]) {
        const next = a * n + b;
        if (above[a]?.[b] !== kind || met.has(next)) continue;
        met.add(next);
        open.push(next);
      }
    }
  }
  return count;
}
