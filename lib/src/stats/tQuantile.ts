import { betaQuantile } from './betaQuantile';

/**
 * The quantile of Student's t distribution with `df` degrees of freedom, for p in (½, 1).
 *
 * T² / (df + T²) has the beta distribution with parameters ½ and df / 2; of x and 1 − x, the smaller is computed.
 */
export function tQuantile(p: number, df: number): number {
  const x = betaQuantile(2 * p - 1, 0.5, df / 2);
  if (x < 0.5) return Math.sqrt((df * x) / (1 - x));
  const rest = betaQuantile(2 * (1 - p), df / 2, 0.5);
  return Math.sqrt((df * (1 - rest)) / rest);
}
