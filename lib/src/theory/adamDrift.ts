import { power } from '../elementary/index';
import { checkInteger, checkNumber } from '../check';

/**
 * How far Adam still moves a weight after its gradient has become 0: zero gradient is not zero movement.
 *
 * With one gradient g in step 1 and none after it, step t moves the weight by this many learning rates:
 * m̂_t / √v̂_t,  m̂_t = β1^(t−1) (1 − β1) g / (1 − β1^t),  v̂_t = β2^(t−1) (1 − β2) g² / (1 − β2^t)
 *
 * g cancels, whatever its size (its sign remains), as long as it is large against ε.
 *
 * @param steps number of steps after the first, 0 to 10000
 * @returns the distance of steps 2, 3, … in learning rates
 * @example
 * adamDrift(3); // [0.670, 0.518, 0.424]
 * @see Kingma and Ba, Adam, ICLR 2015, algorithm 1
 */
export function adamDrift(steps: number, beta1: number = 0.9, beta2: number = 0.999): number[] {
  const fn = 'adamDrift';
  checkInteger({ fn, name: 'steps', meaning: 'steps without gradient' }, steps, 0, 10_000);
  checkNumber({ fn, name: 'beta1' }, beta1, { min: 0, max: 1 - Number.EPSILON });
  checkNumber({ fn, name: 'beta2' }, beta2, { min: Number.EPSILON, max: 1 - Number.EPSILON });
  return Array.from({ length: steps }, (_, i) => {
    const t = i + 2;
    const m = (1 - beta1) / (1 - power(beta1, t));
    const v = (1 - beta2) / (1 - power(beta2, t));
    // β1^(t−1) and β2^(t−1) apart would underflow to 0 / 0.
    return (power(beta1 / Math.sqrt(beta2), t - 1) * m) / Math.sqrt(v);
  });
}
