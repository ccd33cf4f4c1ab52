import { checkBoolean, checkInteger, checkLabels, checkNonNegative, checkOptions } from '../check';
import { Matrix } from '../numpy/matrix';
import { type Dataset, pointsOf, type Randomness, shufflePoints, toRandomState } from './dataset';

/** The arguments that `makeMoons` and `makeCircles` share; names, defaults and meaning are scikit-learn's. */
export interface CurvesOptions {
  /** Points in all, half on each curve, or [points of class 0, points of class 1]. Default 100. */
  readonly nSamples?: number | readonly [number, number];
  /** Standard deviation of the Gaussian noise added to the points. Default: no noise. */
  readonly noise?: number;
  /** Whether the points come in random order; class 0 first otherwise. Default true. */
  readonly shuffle?: boolean;
  readonly randomState: Randomness;
}

/** A curve in the plane, and the angles in [0, stop] (or [0, stop) without `endpoint`) at which it is sampled. */
export interface Sampling {
  readonly curves: readonly [Curve, Curve];
  readonly stop: number;
  readonly endpoint: boolean;
}

type Curve = (angle: number) => readonly [number, number];

/** Class 0 along the first curve, class 1 along the second: what `makeMoons` and `makeCircles` have in common. */
export function twoCurves(fn: string, options: CurvesOptions, sampling: Sampling): Dataset {
  const { nSamples = 100, noise, shuffle = true } = options;
  checkBoolean({ fn, name: 'shuffle' }, shuffle);
  if (noise !== undefined) checkNonNegative({ fn, name: 'noise', meaning: 'standard deviation' }, noise);
  const random = toRandomState(fn, options.randomState);
  const counts = countsOf(fn, nSamples);
  const points = sampling.curves.flatMap((curve, k) => angles(sampling, counts[k]).flatMap(curve));
  const n = counts[0] + counts[1];
  const X = new Matrix(n, 2, new Float64Array(points));
  const y = new Int32Array(n).fill(1, counts[0]);
  if (shuffle) shufflePoints({ X, y }, random);
  return {
    X:
      noise === undefined
        ? X
        : pointsOf(
            fn,
            X.map(value => value + random.normal(0, noise)),
          ),
    y,
  };
}

/** The names a curve's options may have, with those of its own. */
export function checkCurvesOptions(fn: string, options: unknown, ...own: string[]): void {
  checkOptions(fn, options, ['nSamples', 'noise', 'shuffle', 'randomState', ...own]);
}

function countsOf(fn: string, nSamples: number | readonly [number, number]): readonly [number, number] {
  const argument = { fn, name: 'nSamples', meaning: 'number of points' };
  if (typeof nSamples === 'number') {
    checkInteger(argument, nSamples, 1);
    const first = Math.floor(nSamples / 2);
    return [first, nSamples - first];
  }
  checkLabels(argument, nSamples, 2);
  return nSamples;
}

function angles({ stop, endpoint }: Sampling, n: number): number[] {
  const step = stop / Math.max(endpoint ? n - 1 : n, 1);
  return Array.from({ length: n }, (_, i) => (endpoint && i > 0 && i === n - 1 ? stop : i * step));
}
