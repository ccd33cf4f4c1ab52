import { formatNumber } from '../formatNumber';
import { extent } from 'simple-statistics';
import { violation } from '../check';
import type { Interval } from '../stats/confidence';
import { type Options, readOptions } from '../options';
import { checkNamed, comparison, type PlotValues, values, valuesOfLength } from './arguments';
import { config, type Figure, figureOptions, type FigureOptions, figureTable, type Trace } from './figure';
import { brief, seen, trend } from './alternative';
import { list, literal } from './text';
import { type Arm, axis, baseLayout, muted, seriesStyle } from './theme';

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

const table = {
  /** The setting; default `rate (fraction of units dropped)`. */
  xLabel: { type: 'string', default: 'rate (fraction of units dropped)' },
  /** The quantity, with its unit. */
  yLabel: { type: 'string', default: '' },
  /** A horizontal line to compare with, as no difference at 0 or the Bayes accuracy. */
  reference: comparison as typeof comparison,
  /** A logarithmic x axis, as for numbers of samples. */
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
  const lines: Trace[] = reference
    ? [
        {
          type: 'scatter',
          mode: 'lines',
          name: literal(`${reference.name}: ${formatNumber(reference.value)}`),
          x: extent(xs),
          y: [reference.value, reference.value],
          line: { color: muted, width: 1.4, dash: 'longdash' },
          hoverinfo: 'skip',
        },
      ]
    : [];
  return {
    data: [...checked.map(seriesTrace), ...lines],
    layout: baseLayout(
      { height, legend: series.length > 1 || reference !== undefined },
      { xaxis: axis(xLabel, logX ? logTicks(xs) : {}), yaxis: axis(yLabel) },
    ),
    config,
    title,
    alt: seen(
      checked.every(({ x }) => x.length === 1) ? 'Points' : 'Line chart',
      checked.map(({ name, x, y }) => `${brief(name)} ${trend(x, y, top - bottom)}`),
    ),
    words: `${title ?? (yLabel || 'Values')}: ${list(checked.map(one => inWords(one, interval)))}${
      reference ? `; for comparison ${reference.name}: ${formatNumber(reference.value)}` : ''
    }.`,
    tables: [
      figureTable(
        ['series', xLabel, yLabel || 'value', 'low', 'high'],
        checked.flatMap(({ name, x, y, low, high }) =>
          x.map((at, i) => [
            name,
            formatNumber(at),
            formatNumber(y[i]),
            low ? formatNumber(low[i]) : '',
            high ? formatNumber(high[i]) : '',
          ]),
        ),
      ),
    ],
  };
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

interface CheckedSeries {
  readonly name: string;
  readonly arm?: Arm;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly low?: readonly number[];
  readonly high?: readonly number[];
}

function checkSeries(fn: string, name: string, one: SweepSeries): CheckedSeries {
  const x = values({ fn, name: `${name}.x` }, one.x);
  const given = Array.isArray(one.y) ? (one.y as readonly (number | MeanWithEnds)[]) : [];
  const intervals = given.filter(
    (value): value is MeanWithEnds => typeof value === 'object' && value !== null,
  );
  const ofAll = (numbers: PlotValues, end: string): number[] =>
    valuesOfLength({ fn, name: `${name}.y${end}` }, numbers, x.length, 'x');
  if (!intervals.length) return { name: one.name, arm: one.arm, x, y: ofAll(one.y as PlotValues, '') };
  const y = ofAll(
    given.map(value => (value as MeanWithEnds).mean),
    '.mean',
  );
  const low = ofAll(
    given.map(value => (value as MeanWithEnds).low),
    '.low',
  );
  const high = ofAll(
    given.map(value => (value as MeanWithEnds).high),
    '.high',
  );
  const wrong = y.findIndex((value, i) => low[i] > value || high[i] < value);
  if (wrong >= 0) {
    const found = [low[wrong], y[wrong], high[wrong]];
    throw new RangeError(violation({ fn, name: `${name}.y[${wrong}]` }, 'have low ≤ mean ≤ high', found));
  }
  return { name: one.name, arm: one.arm, x, y, low, high };
}

function inWords({ name, x, y, low, high }: CheckedSeries, interval: string): string {
  const points = x.map(
    (at, i) =>
      `${formatNumber(y[i])}${low && high ? ` [${formatNumber(low[i])}, ${formatNumber(high[i])}]` : ''} at ${formatNumber(at)}`,
  );
  return `${name}${low ? ` (with ${interval})` : ''}: ${points.length > 24 ? ends(x, y) : list(points)}`;
}

function ends(x: readonly number[], y: readonly number[]): string {
  const [bottom, top] = extent(y).map(value => y.indexOf(value));
  return (
    `from ${formatNumber(y[0])} at ${formatNumber(x[0])} to ${formatNumber(y.at(-1) ?? NaN)} at ${formatNumber(x.at(-1) ?? NaN)}, ` +
    `highest ${formatNumber(y[top])} at ${formatNumber(x[top])}, lowest ${formatNumber(y[bottom])} at ${formatNumber(x[bottom])}`
  );
}

function seriesTrace({ name, arm, x, y, low, high }: CheckedSeries, s: number): Trace {
  const { color, dash, symbol } = seriesStyle(s, arm);
  return {
    type: 'scatter',
    mode: x.length > 24 ? 'lines' : 'lines+markers',
    name: literal(name),
    x,
    y,
    line: { color, dash, width: 2 },
    marker: { color, symbol, size: 8 },
    ...(low &&
      high && {
        error_y: {
          type: 'data',
          symmetric: false,
          array: high.map((end, i) => end - y[i]),
          arrayminus: low.map((end, i) => y[i] - end),
          color,
          thickness: 1.4,
          width: 4,
        },
      }),
  };
}
