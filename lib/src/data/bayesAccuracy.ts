import { exp, norm } from '../elementary/index';
import { type Argument, checkInteger } from '../check';
import { type Matrix, type MatrixLike, matrix } from '../numpy/matrix';
import { type Options, readOptions } from '../options';

const fn = 'bayesAccuracy';

const table = {
  /** One center per row; two rows. */
  centers: { read: (centers: MatrixLike, argument: Argument): Matrix => matrix(centers, argument) },
  /** Standard deviation of both classes. Default 1. */
  clusterStd: { type: 'number', above: 0, meaning: 'standard deviation', default: 1 },
} as const;

/** Two Gaussian blobs, with the option names of makeBlobs: equally frequent and with the same spread in all directions. */
export type Blobs = Options<typeof table>;

/**
 * The accuracy that no classifier can exceed on fresh points of two blobs: Φ(d / 2s), with d the distance of the
 * centers, s the standard deviation and Φ the normal distribution function, in any dimension.
 *
 * @example
 * bayesAccuracy({ centers: [[0, 0], [0.5, 0.1]], clusterStd: 0.25 }); // 0.8461
 */
export function bayesAccuracy(blobs: Blobs): number {
  const { centers, clusterStd } = readOptions(fn, table, blobs);
  checkInteger({ fn, name: 'centers', meaning: 'number of classes' }, centers.rows, 2, 2);
  checkInteger({ fn, name: 'centers', meaning: 'number of columns' }, centers.cols, 1);
  const distance = norm(centers.row(0).map((x, j) => x - centers.at(1, j)));
  return normalCdf(distance / clusterStd / 2);
}

/** Φ(x) = ½ + φ(x) (x + x³ / 3 + x⁵ / (3 · 5) + …) for x ≥ 0. @see Marsaglia, J. Stat. Software 11 (2004), 4 */
function normalCdf(x: number): number {
  if (x > 9) return 1; // to the last bit
  let [sum, term] = [x, x];
  for (let k = 3; sum !== sum + term || k === 3; k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return 0.5 + (sum * exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}
