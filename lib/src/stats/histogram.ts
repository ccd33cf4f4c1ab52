import { extent } from 'simple-statistics';
import { checkFinite, checkInteger, checkOptions, checkVector, violation } from '../check';
import { areAscending, binEdges, binSums } from './bins';
import { type Values, valuesOf } from './values';

const fn = 'histogram';

/** The arguments of `histogram`; names, defaults and meaning are NumPy's. */
export interface HistogramOptions {
  /** How many bins of equal width. Default 10. */
  readonly bins?: number;
  /** Lower and upper end; values outside are left out. Default: smallest and largest value. */
  readonly range?: readonly [number, number];
}

/** Counts per bin; bin i holds edges[i] ≤ x < edges[i + 1], the last one its upper end too. */
export interface Histogram {
  readonly counts: readonly number[];
  readonly edges: readonly number[];
}

/**
 * Counts values in bins of equal width, as `np.histogram` does.
 *
 * @throws TypeError or RangeError unless `values` is an array of at least one finite number, and for more bins than
 * there are float64 numbers in the range.
 * @example
 * histogram([1, 2, 2, 4], { bins: 3 }); // { counts: [1, 2, 1], edges: [1, 2, 3, 4] }
 */
export function histogram(values: Values, options: HistogramOptions = {}): Histogram {
  const list = valuesOf(fn, values, 1);
  checkOptions(fn, options, ['bins', 'range']);
  const { bins = 10 } = options;
  checkInteger({ fn, name: 'bins' }, bins, 1);
  const [low, high] = rangeOf(list, options.range);
  const edges = binEdges(low, high, bins);
  if (!areAscending(edges)) {
    throw new RangeError(violation({ fn, name: 'bins' }, `be fewer between ${low} and ${high}`, bins));
  }
  return { counts: binSums(list, edges), edges };
}

function rangeOf(values: readonly number[], range?: readonly [number, number]): readonly [number, number] {
  const argument = { fn, name: 'range', meaning: 'lower and upper end' };
  if (range !== undefined) checkVector(argument, range, 2);
  const [low, high] = range ?? extent(values);
  if (low > high) throw new RangeError(violation(argument, 'be in ascending order', range));
  checkFinite({ fn, name: 'width of the range' }, high - low);
  return low === high ? [low - 0.5, high + 0.5] : [low, high];
}
