import { median, quantile } from 'simple-statistics';

/** A median with the quartiles around it. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly runs: number;
}

/** The median of repeated measurements and their quartiles. */
export function spread(values: readonly number[]): Spread {
  const list = [...values];
  return { median: median(list), low: quantile(list, 0.25), high: quantile(list, 0.75), runs: list.length };
}

/** Round by round, how many times longer `theirs` took than `ours`: both met the same load of the machine. */
export function ratios(theirs: readonly number[], ours: readonly number[]): Spread {
  return spread(theirs.map((ms, round) => ms / ours[round]));
}

/** The exponent e of y ∝ x^e through the points, by least squares of the logarithms. */
export function growthExponent(x: readonly number[], y: readonly number[]): number {
  const [u, v] = [x.map(Math.log), y.map(Math.log)];
  const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
  const [mu, mv] = [mean(u), mean(v)];
  const covariance = u.reduce((sum, a, i) => sum + (a - mu) * (v[i] - mv), 0);
  return covariance / u.reduce((sum, a) => sum + (a - mu) ** 2, 0);
}
