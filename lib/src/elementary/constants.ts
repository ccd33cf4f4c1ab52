/**
 * Logarithms and powers of two in integers of any length: numbers in units of 2⁻¹²⁸, from which the tables of `log` and
 * `exp` are made when the library is loaded.
 */
const BITS = 128n;
const ONE = 1n << BITS;

/** A number as the sum of two: `high` has so few digits that its sums and its products with small integers are exact. */
export interface Pair {
  readonly high: number;
  readonly low: number;
}

/** 2 atanh(1 / n) = ln((n + 1) / (n − 1)). */
function twiceAtanh(n: bigint): bigint {
  let sum = 0n;
  let power = (2n * ONE) / n;
  for (let k = 1n; power > 0n; k += 2n) {
    sum += power / k;
    power /= n * n;
  }
  return sum;
}

/** e^x for a small x. */
function expOf(x: bigint): bigint {
  let sum = 0n;
  let term = ONE;
  for (let k = 1n; term !== 0n; k++) {
    sum += term;
    term = (term * x) / (k * ONE);
  }
  return sum;
}

/** `high` is a multiple of 2^−bits. */
function split(value: bigint, bits: bigint): Pair {
  const unit = BITS - bits;
  const high = value >> unit;
  return {
    high: Number(high) / 2 ** Number(bits),
    low: Number(value - (high << unit)) / 2 ** Number(BITS),
  };
}

const LN2 = twiceAtanh(3n);

/** ln 2. */
export const ln2: Pair = split(LN2, 40n);

/** ln 2 / 32. */
export const ln2By32: Pair = split(LN2 / 32n, 36n);

/** ln(j / 128) for j from 90 to 182, at place j − 90. */
export const logs: readonly Pair[] = (() => {
  const all = new Map<number, bigint>([[128, 0n]]);
  for (let j = 128; j < 182; j++) all.set(j + 1, all.get(j)! + twiceAtanh(BigInt(2 * j + 1)));
  for (let j = 128; j > 90; j--) all.set(j - 1, all.get(j)! - twiceAtanh(BigInt(2 * j - 1)));
  return Array.from({ length: 93 }, (_, k) => split(all.get(90 + k)!, 40n));
})();

/** 2^(j / 32) for j from 0 to 31. */
export const powers: readonly Pair[] = Array.from({ length: 32 }, (_, j) =>
  split(expOf((LN2 * BigInt(j)) / 32n), 52n),
);
