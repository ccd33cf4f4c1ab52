import { checkScaling, type MeanScaling } from './scaling';

/** Mean and central moments of a factor that noise multiplies a unit with. */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
  /** E[(m − mean)³] */
  readonly third: number;
  /** E[(m − mean)⁴] */
  readonly fourth: number;
}

/**
 * The moments of Bernoulli dropout's factor: s with probability p, 0 with probability 1 − p.
 *
 * scale-down (s = 1): mean p, variance p (1 − p);  inverted (s = 1 / p): mean 1, variance (1 − p) / p;
 * third s³ p (1 − p) (1 − 2p);  fourth s⁴ p (1 − p) (1 − 3p (1 − p))
 *
 * @throws RangeError or TypeError when rate is outside [0, 1] (inverted: [0, 1)) or scaling is unknown
 * @example
 * bernoulliNoise(0.2, 'inverted'); // { mean: 1, variance: 0.25, … }
 * @see Srivastava et al., JMLR 15 (2014), section 10
 */
export function bernoulliNoise(rate: number, scaling: MeanScaling): Moments {
  const { training: s, prediction: mean } = checkScaling('bernoulliNoise', rate, scaling);
  const p = 1 - rate;
  return {
    mean,
    variance: s * s * p * rate,
    third: s * s * s * p * rate * (rate - p),
    fourth: s * s * s * s * p * rate * (1 - 3 * p * rate),
  };
}

/**
 * The moments of Gaussian dropout's factor, N(1, σ²) with σ² = (1 − p) / p: mean and variance of inverted
 * Bernoulli dropout, but symmetric, and never exactly 0.
 *
 * third 0;  fourth 3 σ⁴
 *
 * @throws RangeError or TypeError when rate is outside [0, 1)
 * @example
 * gaussianNoise(0.2); // { mean: 1, variance: 0.25, third: 0, fourth: 0.1875 }
 * @see Srivastava et al., JMLR 15 (2014), section 10
 */
export function gaussianNoise(rate: number): Moments {
  checkScaling('gaussianNoise', rate, 'inverted');
  const variance = rate / (1 - rate);
  return { mean: 1, variance, third: 0, fourth: 3 * variance * variance };
}
