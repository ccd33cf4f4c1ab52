import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { checkEach, checkInteger, checkOptions, checkPositive } from '../check';
import { type MatrixLike, matrix } from '../numpy/matrix';
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
  const slice = (from: number, x: number): number =>
    along(stds.map((std, k) => density(x, xs[k] - from, std) / classes));
  const edges = xs.flatMap((x, k) => REACHES.map(reach => x + reach * stds[k])).toSorted((a, b) => a - b);
  // Counted from the start of each piece: far from 0, points are too coarse for the quadrature to converge.
  return edges.slice(1).reduce((sum, to, i) => {
    const from = edges[i];
    return sum + integrate(x => slice(from, x), 0, to - from);
  }, 0);
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

/**
 * Where two bumps are equally high: the roots of the difference of their logarithms, a quadratic in the distance from
 * a's centre over a's spread.
 */
function crossings(a: Bump, b: Bump): number[] {
  const spread = a.std / b.std;
  const distance = (b.center - a.center) / b.std;
  const ratio = Math.log(a.weight / (b.weight * spread));
  const square = (spread ** 2 - 1) / 2;
  const linear = -spread * distance;
  const constant = distance ** 2 / 2 + ratio;
  // linear² − 4 · square · constant, without what cancels.
  const discriminant = distance ** 2 - 4 * square * ratio;
  if (!Number.isFinite(discriminant) || discriminant < 0) return [];
  const root = -(linear + (linear < 0 ? -1 : 1) * Math.sqrt(discriminant)) / 2;
  return [root / square, constant / root].filter(Number.isFinite).map(value => a.center + a.std * value);
}

function density(x: number, center: number, std: number): number {
  return Math.exp(-0.5 * ((x - center) / std) ** 2) / (std * Math.sqrt(2 * Math.PI));
}
