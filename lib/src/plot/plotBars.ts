import { formatNumber } from '../formatNumber';
import type { Interval } from '../stats/confidence';
import { type Options, readOptions, type Settings } from '../options';
import { checkNamed, comparison, type Measured, measured, type NamedValue } from './arguments';
import { type Figure, figureOf, figureOptions, type FigureOptions, type Trace } from './figure';
import { brief, readOff, seen } from './alternative';
import { comparedWith, labeled, list, literal, withInterval } from './text';
import { type Arm, axis, baseLayout, faint, ink, muted, paper, seriesStyle } from './theme';
import { brackets } from './traces';

/** One value with its interval, as `{ name, value }` or as statistics give it: `{ name, ...meanInterval(values) }`. */
export interface Bar extends Partial<Interval> {
  /** The row it stands in. */
  readonly name: string;
  /** Its kind, where a row has several values. */
  readonly series?: string;
  /** Gives it its color. */
  readonly arm?: Arm;
  /** The value where it is not the `mean` of an interval. */
  readonly value?: number;
  readonly mean?: number;
}

/** A bar whose value has been found. */
type MeasuredBar = Bar & Measured;

const table = {
  /** The quantity, with its unit. */
  valueLabel: { type: 'string', default: '' },
  /** Dots instead of bars: the axis need not start at 0, so small differences can be seen. */
  dots: { type: 'boolean', default: false },
  /** A vertical line to compare with. */
  reference: comparison as typeof comparison,
  /** What the intervals are, for the words of the figure; default `95 % interval`. */
  interval: { type: 'string', default: '95 % interval' },
} as const;

export type BarsOptions = FigureOptions & Options<typeof table>;

/**
 * Values side by side, one row each, with intervals.
 *
 * @throws RangeError or TypeError when a value is invalid or lies outside its interval
 * @example
 * show(plotBars([
 *   { name: 'none', arm: 'without', ...meanInterval(plain) },
 *   { name: 'dropout .5', arm: 'with', ...meanInterval(dropped) },
 * ], { valueLabel: 'true accuracy', dots: true }));
 */
export function plotBars(given: readonly Bar[], options: BarsOptions = {}): Figure {
  const fn = 'plotBars';
  const settings = readOptions(fn, { ...figureOptions, ...table }, options);
  checkNamed({ fn, name: 'bars' }, given);
  const bars = given.map((bar, i) => ({ ...bar, ...measured({ fn, name: `bars[${i}]` }, bar) }));
  const names = [...new Set(bars.map(bar => bar.name))];
  const kinds = [...new Set(bars.map(bar => bar.series ?? ''))];
  const chart = { ...settings, bars, names, kinds, legend: kinds.some(Boolean) };
  const { title, valueLabel, dots, reference, interval } = settings;
  const meaning = bars.some(bar => bar.low !== undefined) ? ` (brackets: ${interval})` : '';
  return figureOf({
    title,
    topic: valueLabel || 'Values',
    traces: kinds.map((_, k) => kindTrace(chart, k)),
    layout: layoutOf(chart),
    alt: barsSeen(bars, dots ? 'Dot chart' : 'Bar chart', reference),
    words: list(bars.map(inWords)) + meaning + comparedWith(reference),
    columns: ['name', ...(chart.legend ? ['series'] : []), valueLabel || 'value', 'low', 'high'],
    rows: bars.map(({ name, series, value, low, high }) => [
      name,
      ...(chart.legend ? [series] : []),
      value,
      low,
      high,
    ]),
  });
}

/** The bars in their rows: a row for each name, in which the kinds stand below each other. */
interface Chart extends Settings<typeof table> {
  readonly height: number | undefined;
  readonly bars: readonly MeasuredBar[];
  readonly names: readonly string[];
  readonly kinds: readonly string[];
  readonly legend: boolean;
}

function layoutOf({ names, kinds, legend, valueLabel, dots, reference, height }: Chart): Figure['layout'] {
  const rowHeight = Math.max(34, 22 * kinds.length + 12);
  return baseLayout(
    { height: height ?? 110 + rowHeight * names.length, legend, panelTitles: reference ? 22 : 0 },
    {
      barmode: 'group',
      bargap: 0.35,
      xaxis: axis(valueLabel, { rangemode: dots ? 'normal' : 'tozero' }),
      yaxis: axis('', {
        tickvals: names.map((_, i) => i),
        ticktext: names.map(literal),
        range: [names.length - 0.5, -0.5],
        tickfont: { size: 13, color: ink },
        ticklabelstandoff: 6,
        showgrid: dots,
        gridcolor: faint,
      }),
      ...(reference && referenceLine(reference)),
    },
  );
}

/** Few bars one by one; of many the highest and the lowest. */
function barsSeen(bars: readonly MeasuredBar[], kind: string, reference: NamedValue | undefined): string {
  const one = ({ name, series, value }: MeasuredBar): string =>
    `${brief(name)}${series ? `, ${brief(series)}` : ''} ${readOff(value)}`;
  const sorted = bars.toSorted((a, b) => b.value - a.value);
  const ends = [`highest ${one(sorted[0])}`, `lowest ${one(sorted[sorted.length - 1])}`];
  const above = bars.filter(bar => reference && bar.value > reference.value).length;
  const compared = reference ? [`${above} of ${bars.length} above ${brief(reference.name)}`] : [];
  if (bars.length <= 3) return seen(kind, [...bars.map(one), ...compared]);
  return seen(`${kind}, ${bars.length} values`, [...ends, ...compared]);
}

function inWords(bar: MeasuredBar): string {
  return `${bar.name}${bar.series ? `, ${bar.series}` : ''} ${withInterval(bar)}`;
}

function kindTrace({ bars, names, kinds, dots }: Chart, k: number): Trace {
  const own = bars.filter(bar => (bar.series ?? '') === kinds[k]);
  const values = own.map(bar => bar.value);
  const offset = dots && kinds.length > 1 ? (k - (kinds.length - 1) / 2) * 0.24 : 0;
  return {
    name: literal(kinds[k]),
    x: values,
    y: own.map(bar => names.indexOf(bar.name) + offset),
    ...(dots ? dotMarks(own, k) : barMarks(own, k)),
    text: values.map(value => formatNumber(value)),
    hoverinfo: 'x',
    error_x: brackets(own, {
      visible: own.some(bar => bar.low !== undefined),
      color: dots ? muted : ink,
      thickness: 1.6,
      width: 5,
    }),
  };
}

function dotMarks(own: readonly MeasuredBar[], k: number): Trace {
  const styles = own.map(bar => seriesStyle(k, bar.arm));
  const marker = { color: styles.map(style => style.color), symbol: styles.map(style => style.symbol) };
  return { type: 'scatter', mode: 'markers', marker: { ...marker, size: 10 } };
}

/** Bars of every second kind are hatched, so that they are told apart without color. */
function barMarks(own: readonly MeasuredBar[], k: number): Trace {
  const colors = own.map(bar => seriesStyle(k, bar.arm).color);
  const hatching = { shape: '/', solidity: 0.15, fillmode: 'overlay', fgcolor: paper, fgopacity: 0.4 };
  return {
    type: 'bar',
    orientation: 'h',
    marker: {
      color: new Set(colors).size === 1 ? colors[0] : colors,
      ...(k % 2 && { pattern: hatching }),
    },
    textposition: own.some(bar => bar.high !== undefined) ? 'inside' : 'auto',
    textangle: 0,
    insidetextanchor: 'start',
    outsidetextfont: { color: ink, size: 12 },
    insidetextfont: { color: '#ffffff', size: 12 },
  };
}

function referenceLine(reference: NamedValue): object {
  const { value } = reference;
  const line = { color: muted, width: 1.4, dash: 'longdash' };
  const label = { text: literal(labeled(reference)), showarrow: false, font: { size: 12, color: muted } };
  return {
    shapes: [{ type: 'line', x0: value, x1: value, y0: 0, y1: 1, yref: 'y domain', line }],
    annotations: [{ ...label, x: value, y: 1, yref: 'y domain', yanchor: 'bottom' }],
  };
}
