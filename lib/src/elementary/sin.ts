/** π / 2 in three parts; n times each of the first two is exact for n of up to 20 bits. */
const [FIRST, SECOND, THIRD] = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487959506e-21];

/** The sine of an angle of at most a million, with the same bits on every platform; NaN beyond. */
export function sin(x: number): number {
  return x === 0 ? x : inQuadrant(x, 0);
}

/** The cosine, likewise. */
export function cos(x: number): number {
  return inQuadrant(x, 1);
}

/** sin(x + shift · π / 2), from the angle to the nearest multiple of π / 2, which is r + low. */
function inQuadrant(x: number, shift: number): number {
  if (!(Math.abs(x) <= 1e6)) return NaN;
  const n = Math.round(x / FIRST);
  const near = x - n * FIRST;
  const r = near - n * SECOND;
  const low = near - r - n * SECOND - n * THIRD;
  const quadrant = (n + shift) & 3;
  const value = quadrant & 1 ? cosine(r, low) : sine(r, low);
  return quadrant & 2 ? -value : value;
}

/** Taylor's series, for |r| ≤ π / 4. */
function sine(r: number, low: number): number {
  const s = r * r;
  return r + (r * series(s, 19) + low * (1 - s / 2));
}

function cosine(r: number, low: number): number {
  const s = r * r;
  const value = 1 - s / 2;
  return value + (1 - value - s / 2 - (s / 2) * series(s, 20) - r * low);
}

/** −s / (3 · 2) + s² / (5 · 4 · 3 · 2) − … for an odd number of factors, −s / (4 · 3) + s² / (6 · 5 · 4 · 3) − … for an even one. */
function series(s: number, last: number): number {
  let sum = 0;
  for (let k = last; k > 2; k -= 2) sum = (-s * (1 + sum)) / (k * (k - 1));
  return sum;
}
