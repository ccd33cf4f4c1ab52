/** A piece of an integral: its ends, the function there and in the middle, and Simpson's estimate. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly ends: readonly [number, number];
  readonly middle: number;
  readonly estimate: number;
}

const DEEPEST = 40;
const SHALLOWEST = 3;

/**
 * ∫ f over [from, to] by adaptive Simpson (Kuncir 1962): a piece is halved until its halves agree with the whole
 * to 15 × tolerance, twice in succession, so that kinks cost time and not precision (near the end of a piece a kink
 * can escape the five points once).
 */
export function integrate(
  f: (x: number) => number,
  from: number,
  to: number,
  tolerance: number = 1e-12,
): number {
  const pieceOf = (a: number, b: number, ends: readonly [number, number]): Piece => {
    const middle = f((a + b) / 2);
    return { from: a, to: b, ends, middle, estimate: ((ends[0] + 4 * middle + ends[1]) * (b - a)) / 6 };
  };
  const refine = (whole: Piece, allowed: number, depth: number, agreed: boolean): number => {
    const center = (whole.from + whole.to) / 2;
    const left = pieceOf(whole.from, center, [whole.ends[0], whole.middle]);
    const right = pieceOf(center, whole.to, [whole.middle, whole.ends[1]]);
    const change = left.estimate + right.estimate - whole.estimate;
    const agrees = Math.abs(change) <= 15 * allowed;
    if (depth >= DEEPEST || (depth >= SHALLOWEST && agrees && agreed)) {
      return left.estimate + right.estimate + change / 15;
    }
    return refine(left, allowed / 2, depth + 1, agrees) + refine(right, allowed / 2, depth + 1, agrees);
  };
  return refine(pieceOf(from, to, [f(from), f(to)]), tolerance, 0, false);
}
