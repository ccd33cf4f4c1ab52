import { type Argument, checkChoice, checkRate, violation } from '../check';

/**
 * Where the mean is kept: 'scale-down' multiplies the weights by p = 1 − rate when predicting (the paper),
 * 'inverted' multiplies the kept units by 1 / p when training (Keras; the lecture's scale-up).
 */
export type MeanScaling = 'scale-down' | 'inverted';

/** What a kept unit is multiplied with while training, and every unit while predicting. */
export interface ScalingFactors {
  readonly training: number;
  readonly prediction: number;
}

/**
 * The two factors of a convention; in both, prediction = p · training, so that the means agree.
 *
 * scale-down: training 1, prediction p;  inverted: training 1 / p, prediction 1
 *
 * @throws RangeError or TypeError when rate is outside [0, 1], scaling is unknown, or nothing is kept (rate 1)
 *   under 'inverted', which would divide by 0
 * @example
 * scalingFactors(0.2, 'inverted');   // { training: 1.25, prediction: 1 }
 * scalingFactors(0.2, 'scale-down'); // { training: 1, prediction: 0.8 }
 */
export function scalingFactors(rate: number, scaling: MeanScaling): ScalingFactors {
  return checkScaling('scalingFactors', rate, scaling);
}

/**
 * The factor of Σ (w_i x_i)² in the variance of a linear unit, twice the strength of the penalty.
 *
 * scale-down: p (1 − p), greatest at p = ½, for raw weights w held fixed;
 * inverted: (1 − p) / p, falling all the way from p = 0 to p = 1
 *
 * Both say the same about the weights that predict: w_effective = p w under scale-down, so
 * p (1 − p) w² = ((1 − p) / p) w_effective².
 *
 * @throws as `scalingFactors`
 * @example
 * penaltyCoefficient(0.5, 'scale-down'); // 0.25
 * penaltyCoefficient(0.9, 'inverted');   // 9
 * @see Baldi and Sadowski (2014), section 11.2; Srivastava et al., JMLR 15 (2014), section 9.1
 */
export function penaltyCoefficient(rate: number, scaling: MeanScaling): number {
  const { training } = checkScaling('penaltyCoefficient', rate, scaling);
  return training * training * rate * (1 - rate);
}

/** `scalingFactors` with the name of the caller in its errors. */
export function checkScaling(fn: string, rate: unknown, scaling: unknown): ScalingFactors {
  checkRate(fn, rate);
  const argument: Argument = { fn, name: 'scaling' };
  checkChoice<MeanScaling>(argument, scaling, ['scale-down', 'inverted']);
  if (scaling === 'scale-down') return { training: 1, prediction: 1 - rate };
  if (rate === 1) {
    throw new RangeError(
      violation(
        { fn, name: 'rate', meaning: 'probability to drop a unit' },
        "be below 1 when scaling is 'inverted'",
        1,
      ),
    );
  }
  return { training: 1 / (1 - rate), prediction: 1 };
}
