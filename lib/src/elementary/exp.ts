import { ln2By32, powers } from './constants';
import { log } from './log';

/**
 * e^x, within 0.51 units in the last place (save where the result is subnormal) and with the same bits on every platform.
 *
 * x = n ln 2 / 32 + r, n = 32 k + j: e^x = 2^k 2^(j / 32) e^r, with |r| ≤ ln 2 / 64 and six terms of its series.
 */
export function exp(x: number): number {
  if (!(Math.abs(x) < 746)) return x > 0 ? Infinity : x < 0 ? 0 : NaN;
  const n = Math.round(x / ln2By32.high);
  const high = x - n * ln2By32.high; // exact
  const low = -n * ln2By32.low;
  const r = high + low;
  const rest = high - r + low;
  const series = r * r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r * (1 / 720 + r / 5040)))));
  const j = n & 31;
  const k = (n - j) / 32;
  const power = powers[j];
  const value = power.high + (power.low + power.high * (r + (rest + series)));
  const half = Math.trunc(k / 2); // 2^k alone may be out of range
  return value * powerOfTwo(half) * powerOfTwo(k - half);
}

const number = new Float64Array(1);
const words = new Uint32Array(number.buffer);

function powerOfTwo(k: number): number {
  words[1] = (k + 1023) << 20;
  return number[0];
}

/** e^x − 1, with the digits of a small x. @see Kahan's formula in Higham, Accuracy and Stability (2002), 1.14.1 */
export function expm1(x: number): number {
  if (Math.abs(x) > 38 || Number.isNaN(x)) return exp(x) - 1;
  const u = exp(x);
  return u === 1 ? x : ((u - 1) * x) / log(u);
}

/** The hyperbolic tangent, within 5 units in the last place. */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (!(size < 20)) return Number.isNaN(x) ? NaN : Math.sign(x);
  if (size > 0.55) return Math.sign(x) * (1 - 2 / (exp(2 * size) + 1));
  const m = expm1(-2 * size);
  return x === 0 ? x : (Math.sign(x) * -m) / (2 + m);
}
