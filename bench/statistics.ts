import { mean, median, quantile } from 'dropout-lab';

/** A median with the quartiles around it. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly runs: number;
}

/** The median of repeated measurements and their quartiles. */
export function spread(values: readonly number[]): Spread {
  return {
    median: median(values),
    low: quantile(values, 0.25),
    high: quantile(values, 0.75),
    runs: values.length,
  };
}

/** Round by round, how many times longer `theirs` took than `ours`: both met the same load of the machine. */
export function ratios(theirs: readonly number[], ours: readonly number[]): Spread {
  return spread(theirs.map((ms, round) => ms / ours[round]));
}

/** The exponent e of y ∝ x^e through the points, by least squares of the logarithms. */
export function growthExponent(x: readonly number[], y: readonly number[]): number {
  const [u, v] = [x.map(Math.log), y.map(Math.log)];
  const [mu, mv] = [mean(u), mean(v)];
  const covariance = u.reduce((sum, a, i) => sum + (a - mu) * (v[i] - mv), 0);
  return covariance / u.reduce((sum, a) => sum + (a - mu) ** 2, 0);
}
