import { exp } from '../elementary/index';
import { checkInteger, checkOptions, checkPositive } from '../check';
import { type MatrixLike, matrix } from '../numpy/matrix';

/** Two Gaussian blobs by their makeBlobs names, equally frequent and with the same spread in all directions. */
export interface Blobs {
  /** One center per row; two rows. */
  readonly centers: MatrixLike;
  /** Standard deviation of both classes. Default 1. */
  readonly clusterStd?: number;
}

/**
 * The accuracy that no classifier can exceed on fresh points of two blobs: Φ(d / 2s), with d the distance of the
 * centers, s the standard deviation and Φ the normal distribution function, in any dimension.
 *
 * @throws TypeError or RangeError for arguments of the wrong kind or value
 * @example
 * bayesAccuracy({ centers: [[0, 0], [0.5, 0.1]], clusterStd: 0.25 }); // 0.8461
 */
export function bayesAccuracy(blobs: Blobs): number {
  const fn = 'bayesAccuracy';
  checkOptions(fn, blobs, ['centers', 'clusterStd']);
  const { clusterStd = 1 } = blobs;
  const centers = matrix(blobs.centers, { fn, name: 'centers' });
  checkInteger({ fn, name: 'centers', meaning: 'number of classes' }, centers.rows, 2, 2);
  checkInteger({ fn, name: 'centers', meaning: 'number of columns' }, centers.cols, 1);
  checkPositive({ fn, name: 'clusterStd', meaning: 'standard deviation' }, clusterStd);
  return normalCdf(Math.hypot(...centers.row(0).map((x, j) => x - centers.at(1, j))) / clusterStd / 2);
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
