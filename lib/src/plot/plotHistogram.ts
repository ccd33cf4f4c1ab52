import { extent, max } from 'simple-statistics';
import { type Argument, checkArray, checkFinite, checkInteger, violation } from '../check';
import { count } from '../count';
import { formatNumber } from '../formatNumber';
import { areAscending, binEdges, binSums } from '../stats/bins';
import { type Options, readOptions } from '../options';
import {
  checkNamed,
  type NamedValue,
  namedValue,
  type PlotValues,
  values,
  valuesOfLength,
} from './arguments';
import { type Figure, figureOf, figureOptions, type FigureOptions, type Trace } from './figure';
import { brief, readOff, seen } from './alternative';
import { list } from './text';
import { type Arm, axis, baseLayout, ink, seriesStyle, translucent } from './theme';
import { lineTrace, markTrace } from './traces';

/** Values whose distribution is drawn. */
export interface Distribution {
  readonly name: string;
  readonly arm?: Arm;
  readonly values: PlotValues;
  /** One weight per value, such as the probability of each mask; default: all the same. */
  readonly weights?: PlotValues;
}

type Bins = number | 'integers';

const MOST_BINS = 1000;

const table = {
  /** The quantity, with its unit; default `output`. */
  xLabel: { type: 'string', default: 'output' },
  /** Number of bins over the range of all values, default 30; or 'integers', a bin for each, with the number in its middle. */
  bins: { read: checkedBins as typeof checkedBins, default: 30 },
  /** Lines to compare with, such as the mean of the distribution. */
  marks: { read: checkedMarks as typeof checkedMarks, default: [] },
} as const;

export type PlotHistogramOptions = FigureOptions & Options<typeof table>;

const MARK_DASHES = ['solid', 'dash', 'dot', 'dashdot'];

/**
 * How values are distributed: the share of the values, or of their weights, in bins of equal width.
 *
 * @throws RangeError or TypeError when a value is invalid, or weights are negative or sum to 0
 * @example
 * const { outputs, probabilities } = subnetworks(network, [[1, -1]]);
 * show(plotHistogram([{ name: '256 sub-networks', values: outputs.column(0), weights: probabilities }], {
 *   marks: [{ name: 'weight scaling', value: weightScaledOutput(network, [[1, -1]])[0] }],
 * }));
 */
export function plotHistogram(
  distributions: readonly Distribution[],
  options: PlotHistogramOptions = {},
): Figure {
  const fn = 'plotHistogram';
  const settings = readOptions(fn, { ...figureOptions, ...table }, options);
  checkNamed({ fn, name: 'distributions' }, distributions);
  const { title, height = 380, xLabel, bins, marks } = settings;
  const checked = distributions.map((one, d) => checkDistribution(fn, `distributions[${d}]`, one));
  const shown = [...checked.flatMap(one => one.values), ...marks.map(mark => mark.value)];
  const edges = edgesOver(fn, shown, bins);
  const shares = checked.map(one => binSums(one.values, edges, one.weights));
  const top = max(shares.flat());
  return figureOf({
    title,
    topic: `Distribution of ${xLabel}`,
    traces: [
      ...checked.map((one, d) => outline(one, edges, shares[d], d)),
      ...marks.map((mark, m) => {
        const line = { color: ink, width: 2.2, dash: MARK_DASHES[m % MARK_DASHES.length] };
        return markTrace(mark, [mark.value, mark.value], [0, top * 1.05], line, 'name');
      }),
    ],
    layout: baseLayout(
      { height, legend: checked.length + marks.length > 1 },
      { xaxis: axis(xLabel), yaxis: axis('share', { rangemode: 'tozero' }) },
    ),
    alt: seen('Histogram', [
      ...checked.map((one, d) => distributionSeen(one.name, edges, shares[d])),
      ...marks.map(mark => `${brief(mark.name)} at ${readOff(mark.value)}`),
    ]),
    words: list(checked.map(inWords)) + (marks.length ? `; marked: ${list(marks.map(markInWords))}` : ''),
    columns: ['from', 'to', ...checked.map(one => `share, ${one.name}`)],
    rows: edges.slice(1).map((to, b) => [edges[b], to, ...shares.map(share => share[b])]),
  });
}

/** The highest bin, and how far the bins reach that hold the middle 90 %. */
function distributionSeen(name: string, edges: readonly number[], shares: readonly number[]): string {
  const reach = (share: number): number => {
    let sum = 0;
    return shares.findIndex(one => (sum += one) >= share - 1e-9);
  };
  const peak = shares.indexOf(max(shares));
  const highest = readOff((edges[peak] + edges[peak + 1]) / 2);
  return `${brief(name)} highest near ${highest}, most from ${readOff(edges[reach(0.05)])} to ${readOff(edges[reach(0.95) + 1])}`;
}

interface CheckedDistribution {
  readonly name: string;
  readonly arm?: Arm;
  readonly values: readonly number[];
  /** They sum to 1. */
  readonly weights: readonly number[];
}

function checkDistribution(fn: string, name: string, one: Distribution): CheckedDistribution {
  const numbers = values({ fn, name: `${name}.values` }, one.values);
  const argument = { fn, name: `${name}.weights` };
  const raw = one.weights
    ? valuesOfLength(argument, one.weights, numbers.length, 'value')
    : numbers.map(() => 1);
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  const negative = raw.find(weight => weight < 0);
  if (negative !== undefined) throw new RangeError(violation(argument, 'be 0 or more', negative));
  if (total === 0) throw new RangeError(violation(argument, 'have a sum above 0', total));
  return { name: one.name, arm: one.arm, values: numbers, weights: raw.map(weight => weight / total) };
}

function checkedBins(bins: Bins, argument: Argument): Bins {
  if (bins !== 'integers') checkInteger(argument, bins, 1, MOST_BINS);
  return bins;
}

function checkedMarks(marks: readonly NamedValue[], argument: Argument): readonly NamedValue[] {
  checkArray(argument, marks);
  return marks.map((mark, m) => namedValue(mark, { ...argument, name: `${argument.name}[${m}]` }));
}

function edgesOver(fn: string, numbers: readonly number[], bins: Bins): number[] {
  const [low, high] = extent(numbers);
  if (bins === 'integers') {
    const [first, last] = [Math.round(low), Math.round(high)];
    if (last - first < MOST_BINS) return distinctEdges(fn, first - 0.5, last + 0.5, last - first + 1);
    throw new RangeError(
      violation({ fn, name: 'bins' }, `be a number where values span ${MOST_BINS} integers or more`, bins),
    );
  }
  return distinctEdges(fn, low, high, bins);
}

/** Values (nearly) all the same get room on both sides: a half, or as much as makes every bin two roundings wide. */
function distinctEdges(fn: string, low: number, high: number, bins: number): number[] {
  checkFinite({ fn, name: 'range of the values' }, high - low);
  const edges = binEdges(low, high, bins);
  if (areAscending(edges)) return edges;
  const room = Math.max(0.5, bins * Number.EPSILON * Math.max(-low, high));
  return distinctEdges(fn, low - room, high + room, bins);
}

function inWords({ name, values: numbers, weights }: CheckedDistribution): string {
  const mean = numbers.reduce((sum, value, i) => sum + weights[i] * value, 0);
  const variance = numbers.reduce((sum, value, i) => sum + weights[i] * (value - mean) ** 2, 0);
  const [low, high] = extent(numbers);
  return (
    `${name}: ${count(numbers.length, 'value')} from ${formatNumber(low)} to ${formatNumber(high)}, ` +
    `mean ${formatNumber(mean)}, standard deviation ${formatNumber(Math.sqrt(variance))}`
  );
}

function markInWords({ name, value }: NamedValue): string {
  return `${name} ${formatNumber(value)}`;
}

/** The histogram as one filled staircase: bars of several distributions would hide each other. */
function outline(
  { name, arm }: CheckedDistribution,
  edges: readonly number[],
  shares: readonly number[],
  d: number,
): Trace {
  const { color, dash } = seriesStyle(d, arm);
  const x = [edges[0], ...shares.flatMap((_, b) => [edges[b], edges[b + 1]]), edges[shares.length]];
  const y = [0, ...shares.flatMap(share => [share, share]), 0];
  const filled = { fill: 'tozeroy', fillcolor: translucent(color, 0.25), hoverinfo: 'x+y' };
  return lineTrace(name, x, y, { color, width: 1.6, dash }, filled);
}
