import { cos, sin } from '../elementary/index';
import type { Dataset } from './dataset';
import { checkCurvesOptions, type CurvesOptions, twoCurves } from './twoCurves';

/**
 * Two interleaving half circles: (cos t, sin t) for class 0 and (1 − cos t, ½ − sin t) for class 1, 0 ≤ t ≤ π,
 * as scikit-learn's `make_moons` draws them.
 *
 * @throws TypeError or RangeError for an option of the wrong kind or value.
 * @example
 * const { X, y } = makeMoons({ nSamples: 200, noise: 0.2, randomState: 1 });
 */
export function makeMoons(options: CurvesOptions): Dataset {
  checkCurvesOptions('makeMoons', options);
  return twoCurves('makeMoons', options, {
    curves: [t => [cos(t), sin(t)], t => [1 - cos(t), 1 - sin(t) - 0.5]],
    stop: Math.PI,
    endpoint: true,
  });
}
