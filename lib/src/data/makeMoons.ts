import { cos, sin } from '../elementary/index';
import { readOptions } from '../options';
import type { Dataset } from './dataset';
import { type CurvesOptions, curvesTable, twoCurves } from './twoCurves';

/**
 * Two interleaving half circles: (cos t, sin t) for class 0 and (1 − cos t, ½ − sin t) for class 1, 0 ≤ t ≤ π,
 * as scikit-learn's `make_moons` draws them.
 *
 * @example
 * const { X, y } = makeMoons({ nSamples: 200, noise: 0.2, randomState: 1 });
 */
export function makeMoons(options: CurvesOptions): Dataset {
  return twoCurves('makeMoons', readOptions('makeMoons', curvesTable, options), {
    curves: [t => [cos(t), sin(t)], t => [1 - cos(t), 1 - sin(t) - 0.5]],
    stop: Math.PI,
    endpoint: true,
  });
}
