import { extent } from 'simple-statistics';
import { type Argument, checkFinite, checkVector, violation } from '../check';
import { type Options, readOptions } from '../options';
import { areAscending, binEdges, binSums } from './bins';
import { type Values, valuesOf } from './values';

const fn = 'histogram';

type Ends = readonly [low: number, high: number];

const table = {
  /** How many bins of equal width. Default 10. */
  bins: { type: 'integer', min: 1, default: 10 },
  /** Lower and upper end; values outside are left out. Default: smallest and largest value. */
  range: { read: checkedRange as typeof checkedRange, meaning: 'lower and upper end', optional: true },
} as const;

/** The arguments of `histogram`; names, defaults and meaning are NumPy's. */
export type HistogramOptions = Options<typeof table>;

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
  const { bins, range = extent(list) } = readOptions(fn, table, options);
  const [low, high] = widened(range);
  const edges = binEdges(low, high, bins);
  if (!areAscending(edges)) {
    throw new RangeError(violation({ fn, name: 'bins' }, `be fewer between ${low} and ${high}`, bins));
  }
  return { counts: binSums(list, edges), edges };
}

function checkedRange(range: Ends, argument: Argument): Ends {
  checkVector(argument, range, 2);
  if (range[0] > range[1]) throw new RangeError(violation(argument, 'be in ascending order', range));
  return range;
}

/** Ends that differ, as NumPy moves them. */
function widened([low, high]: Ends): Ends {
  checkFinite({ fn, name: 'width of the range' }, high - low);
  return low === high ? [low - 0.5, high + 0.5] : [low, high];
}
