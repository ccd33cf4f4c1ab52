import { exp, log, log1p } from '../elementary/index';

/**
 * The x at which the regularized incomplete beta function I_x(a, b) reaches p, to the last digits of x.
 *
 * Newton's method on I_x(a, b) = p, kept between two bounds that halve where it leaves them.
 *
 * @param p in [0, 1]
 * @param a positive
 * @param b positive
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0 || p >= 1) return p <= 0 ? 0 : 1;
  let [low, high] = [0, 1];
  let x = a / (a + b);
  for (let step = 0; step < 200; step++) {
    const power = powers(x, a, b);
    // The smaller of both tails is summed up: the other would hide its digits.
    const error =
      x <= (a + 1) / (a + b + 2)
        ? (power * fraction(x, a, b)) / a - p
        : 1 - p - (power * fraction(1 - x, b, a)) / b;
    if (error > 0) high = x;
    else low = x;
    let next = x - (error * x * (1 - x)) / power;
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (Math.abs(next - x) <= 1e-16 * x) return next;
    x = next;
  }
  return x;
}

/** The continued fraction of I_x(a, b), evaluated from the front (Lentz 1976). @see https://dlmf.nist.gov/8.17.v */
function fraction(x: number, a: number, b: number): number {
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let c = 1;
  let value = d;
  for (let m = 1; m < 1e5; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let factor = 1;
    for (const term of [even, odd]) {
      d = 1 / (1 + term * d);
      c = 1 + term / c;
      factor = c * d;
      value *= factor;
    }
    if (Math.abs(factor - 1) < 2 ** -53) break;
  }
  return value;
}

/**
 * x^a (1 − x)^b / B(a, b) without the cancellation between logarithms of Γ.
 *
 * @see Loader, Fast and accurate computation of binomial probabilities (2000)
 */
function powers(x: number, a: number, b: number): number {
  const n = a + b;
  const difference = x < 0.5 ? a - n * x : n * (1 - x) - b;
  const exponent =
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b) -
    deviance(a, n * x, difference) -
    deviance(b, n * (1 - x), -difference);
  return exp(exponent) * Math.sqrt((a * b) / (2 * Math.PI * n));
}

/** ln Γ(z + 1) − (z + ½) ln z + z − ½ ln 2π: Stirling's series for large z, from there by recurrence. */
function stirlingError(z: number): number {
  if (z < 16) return stirlingError(z + 1) + (z + 0.5) * log1p(1 / z) - 1;
  const square = z * z;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / z;
}

/** x ln(x / mean) + mean − x, by a series where the two are close; `difference` is x − mean. */
function deviance(x: number, mean: number, difference: number): number {
  const v = difference / (x + mean);
  if (Math.abs(v) > 0.1) return x * log(x / mean) - difference;
  let sum = difference * v;
  let term = 2 * x * v;
  for (let k = 3; ; k += 2) {
    term *= v * v;
    const next = sum + term / k;
    if (next === sum) return sum;
    sum = next;
  }
}
