import { cos, sin } from '../elementary/index';
import { checkInterval } from '../check';
import type { Dataset } from './dataset';
import { checkCurvesOptions, type CurvesOptions, twoCurves } from './twoCurves';

/** The arguments of `makeCircles`. */
export interface CirclesOptions extends CurvesOptions {
  /** Radius of the inner circle as a fraction of the outer one's, in [0, 1]. Default 0.8. */
  readonly factor?: number;
}

/**
 * A circle of radius 1 (class 0) around one of radius `factor` (class 1), as scikit-learn's `make_circles` draws them.
 *
 * @throws TypeError or RangeError for an option of the wrong kind or value.
 * @example
 * const { X, y } = makeCircles({ nSamples: 200, noise: 0.1, factor: 0.5, randomState: 1 });
 */
export function makeCircles(options: CirclesOptions): Dataset {
  checkCurvesOptions('makeCircles', options, 'factor');
  const { factor = 0.8 } = options;
  checkInterval({ fn: 'makeCircles', name: 'factor', meaning: 'inner radius over outer' }, factor, 0, 1);
  return twoCurves('makeCircles', options, {
    curves: [t => [cos(t), sin(t)], t => [cos(t) * factor, sin(t) * factor]],
    stop: 2 * Math.PI,
    endpoint: false,
  });
}
