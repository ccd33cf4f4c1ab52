import { extent } from 'simple-statistics';
import { formatNumber } from '../formatNumber';
import type { Interval } from '../stats/confidence';
import { type Options, readOptions } from '../options';
import {
  checkNamed,
  comparison,
  type Measured,
  measured,
  type PlotValues,
  values,
  valuesOfLength,
} from './arguments';
import { type Figure, figureOf, figureOptions, type FigureOptions, type Trace } from './figure';
import { brief, seen, trend } from './alternative';
import { comparedWith, list, withInterval } from './text';
import { type Arm, axis, baseLayout, muted, seriesStyle } from './theme';
import { brackets, lineTrace, markTrace } from './traces';

/** Values over a setting, with or without intervals. */
export interface SweepSeries {
  readonly name: string;
  /** Gives the series its color. */
  readonly arm?: Arm;
  readonly x: PlotValues;
  /** One value for each x: numbers, or intervals as `meanInterval` and its kin give them. */
  readonly y: PlotValues | readonly MeanWithEnds[];
}

/** What a statistic with an interval holds. */
interface MeanWithEnds extends Interval {
  readonly mean: number;
}

const REFERENCE_LINE = { color: muted, width: 1.4, dash: 'longdash' };

const table = {
  /** The setting; default `rate (fraction of units dropped)`. */
  xLabel: { type: 'string', default: 'rate (fraction of units dropped)' },
  /** The quantity, with its unit. */
  yLabel: { type: 'string', default: '' },
  /** A horizontal line to compare with, such as no difference at 0 or the Bayes accuracy. */
  reference: comparison as typeof comparison,
  /** A logarithmic x axis, useful for numbers of samples. */
  logX: { type: 'boolean', default: false },
  /** What the intervals are, for the words of the figure; default `95 % interval`. */
  interval: { type: 'string', default: '95 % interval' },
} as const;

export type SweepOptions = FigureOptions & Options<typeof table>;

/**
 * A measured value over a setting (the rate, the width, the number of samples), one line per series, with intervals.
 *
 * @throws RangeError or TypeError when lists differ in length or a value is invalid
 * @example
 * show(plotSweep(
 *   [{ name: '64 units', x: rates, y: accuracies.map(list => meanInterval(list)) }],
 *   { yLabel: 'accuracy', title: 'Accuracy has a flat top between .4 and .6' },
 * ));
 */
export function plotSweep(series: readonly SweepSeries[], options: SweepOptions = {}): Figure {
  const fn = 'plotSweep';
  const settings = readOptions(fn, { ...figureOptions, ...table }, options);
  checkNamed({ fn, name: 'series' }, series);
  const { title, height = 400, xLabel, yLabel, reference, logX, interval } = settings;
  const checked = series.map((one, s) => checkSeries(fn, `series[${s}]`, one));
  const xs = checked.flatMap(one => one.x);
  const [bottom, top] = extent(checked.flatMap(one => one.y));
  return figureOf({
    title,
    topic: yLabel || 'Values',
    traces: [
      ...checked.map(seriesTrace),
      ...(reference
        ? [markTrace(reference, extent(xs), [reference.value, reference.value], REFERENCE_LINE)]
        : []),
    ],
    layout: baseLayout(
      { height, legend: series.length > 1 || reference !== undefined },
      { xaxis: axis(xLabel, logX ? logTicks(xs) : countTicks(xs)), yaxis: axis(yLabel) },
    ),
    alt: seen(
      checked.every(({ x }) => x.length === 1) ? 'Points' : 'Line chart',
      checked.map(({ name, x, y }) => `${brief(name)} ${trend(x, y, top - bottom)}`),
    ),
    words: list(checked.map(one => inWords(one, interval))) + comparedWith(reference),
    columns: ['series', xLabel, yLabel || 'value', 'low', 'high'],
    rows: checked.flatMap(({ name, x, points }) =>
      x.map((at, i) => [name, at, points[i].value, points[i].low, points[i].high]),
    ),
  });
}

/** A logarithmic axis with a tick at every value, while they have room. */
function logTicks(xs: readonly number[]): Record<string, unknown> {
  const distinct = [...new Set(xs)];
  return {
    type: 'log',
    ...(distinct.length <= 12
      ? { tickvals: distinct, ticktext: distinct.map(x => formatNumber(x)) }
      : { dtick: 1 }),
  };
}

/** A tick at every value where these are a few whole numbers, as of layers: there is nothing between them. */
function countTicks(xs: readonly number[]): Record<string, unknown> {
  const distinct = [...new Set(xs)];
  return distinct.length <= 12 && distinct.every(Number.isInteger) ? { tickvals: distinct } : {};
}

interface CheckedSeries {
  readonly name: string;
  readonly arm?: Arm;
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** The same with their intervals. */
  readonly points: readonly Measured[];
}

function checkSeries(fn: string, at: string, { name, arm, ...given }: SweepSeries): CheckedSeries {
  const x = values({ fn, name: `${at}.x` }, given.x);
  const argument = { fn, name: `${at}.y` };
  const points: readonly Measured[] = hasIntervals(given.y)
    ? given.y.map((one, i) => measured({ fn, name: `${at}.y[${i}]` }, { ...one }))
    : values(argument, given.y).map(value => ({ value }));
  const y = points.map(({ value }) => value);
  valuesOfLength(argument, y, x.length, 'x');
  return { name, arm, x, y, points };
}

function hasIntervals(y: SweepSeries['y']): y is readonly MeanWithEnds[] {
  return Array.isArray(y) && y.some(value => typeof value === 'object' && value !== null);
}

function inWords({ name, x, y, points }: CheckedSeries, interval: string): string {
  const all = x.map((at, i) => `${withInterval(points[i])} at ${formatNumber(at)}`);
  const meaning = points[0].low === undefined ? '' : ` (with ${interval})`;
  return `${name}${meaning}: ${x.length > 24 ? inShort(x, y) : list(all)}`;
}

/** The ends of a long line, its highest and its lowest point. */
function inShort(x: readonly number[], y: readonly number[]): string {
  const [bottom, top] = extent(y).map(value => y.indexOf(value));
  const [from, to, highest, lowest] = [0, x.length - 1, top, bottom].map(
    i => `${formatNumber(y[i])} at ${formatNumber(x[i])}`,
  );
  return `from ${from} to ${to}, highest ${highest}, lowest ${lowest}`;
}

function seriesTrace({ name, arm, x, y, points }: CheckedSeries, s: number): Trace {
  const { color, dash, symbol } = seriesStyle(s, arm);
  return lineTrace(
    name,
    x,
    y,
    { color, dash, width: 2 },
    {
      mode: x.length > 24 ? 'lines' : 'lines+markers',
      marker: { color, symbol, size: 8 },
      ...(points[0].low !== undefined && {
        error_y: brackets(points, { color, thickness: 1.4, width: 4 }),
      }),
    },
  );
}
