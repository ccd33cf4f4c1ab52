import { checkLength } from '../check';
import { Matrix } from '../numpy/matrix';
import type { Options, Settings } from '../options';
import { type Dataset, pointCounts, pointsOf, randomness, shufflePoints } from './dataset';

/** The options that `makeMoons` and `makeCircles` share; names, defaults and meaning are scikit-learn's. */
export const curvesTable = {
  /** Points in all, half on each curve, or [points of class 0, points of class 1]. Default 100. */
  nSamples: pointCounts as typeof pointCounts,
  /** Standard deviation of the Gaussian noise added to the points. Default: no noise. */
  noise: { type: 'number', min: 0, meaning: 'standard deviation', optional: true },
  /** Whether the points come in random order; class 0 first otherwise. Default true. */
  shuffle: { type: 'boolean', default: true },
  /** Seed, or a stream of random numbers to continue. */
  randomState: randomness as typeof randomness,
} as const;

/** The arguments of `makeMoons`. */
export type CurvesOptions = Options<typeof curvesTable>;

/** A curve in the plane, and the angles in [0, stop] (or [0, stop) without `endpoint`) at which it is sampled. */
export interface Sampling {
  readonly curves: readonly [Curve, Curve];
  readonly stop: number;
  readonly endpoint: boolean;
}

type Curve = (angle: number) => readonly [number, number];

/** Class 0 along the first curve, class 1 along the second: what `makeMoons` and `makeCircles` have in common. */
export function twoCurves(
  fn: string,
  { nSamples, noise, shuffle, randomState: random }: Settings<typeof curvesTable>,
  sampling: Sampling,
): Dataset {
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

function countsOf(fn: string, nSamples: number | readonly number[]): readonly number[] {
  if (typeof nSamples === 'number') return [Math.floor(nSamples / 2), Math.ceil(nSamples / 2)];
  checkLength({ fn, name: 'nSamples', meaning: pointCounts.meaning }, nSamples, 2);
  return nSamples;
}

function angles({ stop, endpoint }: Sampling, n: number): number[] {
  const step = stop / Math.max(endpoint ? n - 1 : n, 1);
  return Array.from({ length: n }, (_, i) => (endpoint && i > 0 && i === n - 1 ? stop : i * step));
}
