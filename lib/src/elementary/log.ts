import { ln2, logs } from './constants';

const number = new Float64Array(1);
const words = new Uint32Array(number.buffer);

/**
 * The natural logarithm, within 0.501 units in the last place and with the same bits on every platform.
 *
 * x = 2^k m with m in [√½, √2); ln m = ln c + 2 atanh(s) with c the nearest multiple of 1/128 and s = (m − c) / (m + c).
 */
export function log(x: number): number {
  if (!(x > 0) || x === Infinity) return x === 0 ? -Infinity : x > 0 ? x : NaN;
  if (x < 2 ** -1022) return log(x * 2 ** 54) - 54 * (ln2.high + ln2.low);
  number[0] = x;
  let k = (words[1] >>> 20) - 1023;
  words[1] = (words[1] & 0xfffff) | 0x3ff00000;
  let m = number[0];
  if (m > Math.SQRT2) {
    m /= 2;
    k++;
  }
  const j = Math.round(128 * m);
  const c = j / 128;
  const t = m - c; // exact
  const { high, low } = logs[j - 90];

  // s = t / (m + c) and sLow, what rounding has taken away from it
  const sum = m + c;
  const s = t / sum;
  const sLow = (t - s * sum - productError(s, sum) - s * (t - (sum - 2 * c))) / sum;

  const square = s * s;
  const series = s * square * (2 / 3 + square * (2 / 5 + square * (2 / 7 + (square * 2) / 9)));
  const large = k * ln2.high + high; // exact; 0 or larger than 2s
  const value = large + 2 * s;
  return value + (2 * s - (value - large) + (k * ln2.low + low + 2 * sLow + series));
}

/** a · b minus its rounded product (Dekker 1971). */
function productError(a: number, b: number): number {
  const [aHigh, bHigh] = [upperHalf(a), upperHalf(b)];
  const [aLow, bLow] = [a - aHigh, b - bHigh];
  return aLow * bLow - (a * b - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

function upperHalf(x: number): number {
  const scaled = 134217729 * x; // 2^27 + 1
  return scaled - (scaled - x);
}

/** ln(1 + x), with the digits of a small x. */
export function log1p(x: number): number {
  const u = 1 + x;
  if (u === 1 || !(u > 0) || u === Infinity) return u === 1 ? x : log(u);
  return log(u) + (x - (u - 1)) / u;
}
