import { cos, sin } from '../elementary/index';
import { type Options, readOptions } from '../options';
import type { Dataset } from './dataset';
import { type CurvesOptions, curvesTable, twoCurves } from './twoCurves';

const table = {
  /** Radius of the inner circle as a fraction of the outer one's, in [0, 1). Default 0.8. */
  factor: { type: 'number', min: 0, below: 1, meaning: 'inner radius over outer', default: 0.8 },
} as const;

/** The arguments of `makeCircles`. */
export type CirclesOptions = CurvesOptions & Options<typeof table>;

/**
 * A circle of radius 1 (class 0) around one of radius `factor` (class 1), as scikit-learn's `make_circles` draws them.
 *
 * @example
 * const { X, y } = makeCircles({ nSamples: 200, noise: 0.1, factor: 0.5, randomState: 1 });
 */
export function makeCircles(options: CirclesOptions): Dataset {
  const { factor, ...settings } = readOptions('makeCircles', { ...curvesTable, ...table }, options);
  return twoCurves('makeCircles', settings, {
    curves: [t => [cos(t), sin(t)], t => [cos(t) * factor, sin(t) * factor]],
    stop: 2 * Math.PI,
    endpoint: false,
  });
}
