import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { checkEach, checkInteger, checkOptions, checkPositive } from '../check';
import { type MatrixLike, matrix } from '../matrix';
import { integrate } from './integrate';

const fn = 'bayesAccuracy';
/** Where the integral is cut into pieces, in standard deviations from every centre: it adapts to any spread. */
const REACHES: readonly number[] = Array.from({ length: 19 }, (_, i) => i - 9);

/** Gaussian blobs by their makeBlobs names: equally frequent classes, each spread alike in all directions. */
export interface Blobs {
  /** One centre per row. */
  readonly centers: MatrixLike;
  /** Standard deviation of all classes, or of each. Default 1. */
  readonly clusterStd?: number | readonly number[];
}

/** A class along one line: weight · normal density of the given centre and spread. */
interface Bump {
  readonly weight: number;
  readonly center: number;
  readonly std: number;
}

/**
 * The accuracy no classifier can exceed on fresh points of these blobs: ∫ max_k p(x | k) / K dx.
 *
 * Two classes of equal spread s at distance d: Φ(d / 2s), in any dimension. Otherwise numerical, in one or two
 * dimensions: exact along one axis (between the points where the likeliest class changes), adaptive
 * quadrature across the other (to 1e-10).
 *
 * @throws TypeError or RangeError for arguments of the wrong kind or value; RangeError for more than two columns
 * unless there are two classes of equal spread.
 * @example
 * bayesAccuracy({ centers: [[0, 0], [0.5, 0.1]], clusterStd: 0.25 }); // 0.8461
 */
export function bayesAccuracy(blobs: Blobs): number {
  checkOptions(fn, blobs, ['centers', 'clusterStd']);
  const { clusterStd = 1 } = blobs;
  const centers = matrix(blobs.centers, { fn, name: 'centers' });
  const { rows: classes, cols } = centers;
  checkInteger({ fn, name: 'centers', meaning: 'number of classes' }, classes, 1);
  checkInteger({ fn, name: 'centers', meaning: 'number of columns' }, cols, 1);
  const stds =
    typeof clusterStd === 'number' ? Array.from({ length: classes }, () => clusterStd) : clusterStd;
  checkEach({ fn, name: 'clusterStd', meaning: 'standard deviation' }, stds, classes, checkPositive);

  if (classes === 2 && stds[0] === stds[1]) {
    const distance = Math.hypot(...centers.row(0).map((value, j) => value - centers.at(1, j)));
    return normalCdf(distance / (2 * stds[0]), 0, 1);
  }
  checkInteger({ fn, name: 'centers', meaning: 'columns where the integral is numerical' }, cols, 1, 2);
  const along = (weights: readonly number[]): number =>
    likeliestMass(weights.map((weight, k) => ({ weight, center: centers.at(k, cols - 1), std: stds[k] })));
  if (cols === 1) return along(stds.map(() => 1 / classes));

  const xs = centers.column(0);
  const slice = (x: number): number => along(stds.map((std, k) => density(x, xs[k], std) / classes));
  const edges = xs.flatMap((x, k) => REACHES.map(reach => x + reach * stds[k])).toSorted((a, b) => a - b);
  return edges.slice(1).reduce((sum, to, i) => sum + integrate(slice, edges[i], to), 0);
}

/** ∫ max_k weight_k · N(t; center_k, std_k²) dt, exactly. */
function likeliestMass(bumps: readonly Bump[]): number {
  const changes = bumps.flatMap((a, k) => bumps.slice(k + 1).flatMap(b => crossings(a, b)));
  const edges = [-Infinity, ...changes.toSorted((a, b) => a - b), Infinity];
  const mass = ({ weight, center, std }: Bump, from: number, to: number): number =>
    weight * (normalCdf(to, center, std) - normalCdf(from, center, std));
  return edges.slice(1).reduce((sum, to, i) => {
    const from = edges[i];
    return sum + Math.max(...bumps.map(bump => mass(bump, from, to)));
  }, 0);
}

/** Where two bumps are equally high: the roots of the difference of their logarithms, a quadratic. */
function crossings(a: Bump, b: Bump): number[] {
  const [pa, pb] = [1 / a.std ** 2, 1 / b.std ** 2];
  const square = (pb - pa) / 2;
  const linear = pa * a.center - pb * b.center;
  const constant =
    Math.log((a.weight * b.std) / (b.weight * a.std)) + (pb * b.center ** 2 - pa * a.center ** 2) / 2;
  if (!Number.isFinite(constant)) return [];
  if (square === 0) return linear === 0 ? [] : [-constant / linear];
  const discriminant = linear ** 2 - 4 * square * constant;
  if (discriminant < 0) return [];
  const root = -(linear + (linear < 0 ? -1 : 1) * Math.sqrt(discriminant)) / 2;
  return root === 0 ? [0, -linear / square] : [root / square, constant / root];
}

function density(x: number, center: number, std: number): number {
  return Math.exp(-0.5 * ((x - center) / std) ** 2) / (std * Math.sqrt(2 * Math.PI));
}
