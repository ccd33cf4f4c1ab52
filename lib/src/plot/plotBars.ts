import { checkFinite, violation } from '../check';
import { formatNumber } from '../formatNumber';
import type { Interval } from '../stats/confidence';
import { type Options, readOptions } from '../options';
import { checkNamed, comparison } from './arguments';
import { config, type Figure, figureOptions, type FigureOptions, figureTable, type Trace } from './figure';
import { brief, readOff, seen } from './alternative';
import { list, literal } from './text';
import { type Arm, axis, baseLayout, faint, ink, muted, paper, seriesStyle } from './theme';

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
interface MeasuredBar extends Bar {
  readonly value: number;
}

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
  const bars = given.map((bar, i) => measured(fn, `bars[${i}]`, bar));
  const { title, valueLabel, dots, reference, interval } = settings;
  const names = [...new Set(bars.map(bar => bar.name))];
  const kinds = [...new Set(bars.map(bar => bar.series ?? ''))];
  const rowHeight = Math.max(34, 22 * kinds.length + 12);
  const { height = 110 + rowHeight * names.length } = settings;
  const legend = kinds.some(Boolean);
  return {
    data: kinds.map((kind, k) => kindTrace(bars, kind, k, { dots, names, kinds: kinds.length })),
    layout: baseLayout(
      { height, legend, panelTitles: reference ? 22 : 0 },
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
    ),
    config,
    title,
    alt: barsSeen(bars, dots ? 'Dot chart' : 'Bar chart', reference),
    words: `${title ?? (valueLabel || 'Values')}: ${list(bars.map(inWords))}${
      bars.some(bar => bar.low !== undefined) ? ` (brackets: ${interval})` : ''
    }${reference ? `; for comparison ${reference.name}: ${formatNumber(reference.value)}` : ''}.`,
    tables: [
      figureTable(
        ['name', ...(legend ? ['series'] : []), valueLabel || 'value', 'low', 'high'],
        bars.map(({ name, series = '', value, low, high }) => [
          name,
          ...(legend ? [series] : []),
          formatNumber(value),
          low === undefined ? '' : formatNumber(low),
          high === undefined ? '' : formatNumber(high),
        ]),
      ),
    ],
  };
}

/** The bar with its value, wherever that stands. */
function measured(fn: string, name: string, bar: Bar): MeasuredBar {
  const { mean, value = mean, low, high } = bar;
  checkFinite({ fn, name: `${name}.value` }, value);
  if (low === undefined && high === undefined) return { ...bar, value };
  checkFinite({ fn, name: `${name}.low` }, low);
  checkFinite({ fn, name: `${name}.high` }, high);
  if (low > value || high < value) {
    throw new RangeError(violation({ fn, name }, 'have low ≤ value ≤ high', [low, value, high]));
  }
  return { ...bar, value };
}

/** Few bars one by one; of many the highest and the lowest. */
function barsSeen(
  bars: readonly MeasuredBar[],
  kind: string,
  reference?: { readonly name: string; readonly value: number },
): string {
  const one = ({ name, series, value }: MeasuredBar): string =>
    `${brief(name)}${series ? `, ${brief(series)}` : ''} ${readOff(value)}`;
  const sorted = bars.toSorted((a, b) => b.value - a.value);
  const ends = [`highest ${one(sorted[0])}`, `lowest ${one(sorted[sorted.length - 1])}`];
  const above = bars.filter(bar => reference && bar.value > reference.value).length;
  const compared = reference ? [`${above} of ${bars.length} above ${brief(reference.name)}`] : [];
  if (bars.length <= 3) return seen(kind, [...bars.map(one), ...compared]);
  return seen(`${kind}, ${bars.length} values`, [...ends, ...compared]);
}

function inWords({ name, series, value, low, high }: MeasuredBar): string {
  const interval =
    low === undefined || high === undefined ? '' : ` [${formatNumber(low)}, ${formatNumber(high)}]`;
  return `${name}${series ? `, ${series}` : ''} ${formatNumber(value)}${interval}`;
}

function kindTrace(
  bars: readonly MeasuredBar[],
  kind: string,
  k: number,
  { dots, names, kinds }: { dots: boolean; names: readonly string[]; kinds: number },
): Trace {
  const own = bars.filter(bar => (bar.series ?? '') === kind);
  const styles = own.map(bar => seriesStyle(k, bar.arm));
  const colors = styles.map(style => style.color);
  const offset = dots && kinds > 1 ? (k - (kinds - 1) / 2) * 0.24 : 0;
  return {
    type: dots ? 'scatter' : 'bar',
    name: literal(kind),
    x: own.map(bar => bar.value),
    y: own.map(bar => names.indexOf(bar.name) + offset),
    ...(dots
      ? { mode: 'markers', marker: { color: colors, symbol: styles.map(style => style.symbol), size: 10 } }
      : {
          orientation: 'h',
          marker: {
            color: new Set(colors).size === 1 ? colors[0] : colors,
            ...(k % 2 && {
              pattern: { shape: '/', solidity: 0.15, fillmode: 'overlay', fgcolor: paper, fgopacity: 0.4 },
            }),
          },
        }),
    text: own.map(bar => formatNumber(bar.value)),
    ...(!dots && {
      textposition: own.some(bar => bar.high !== undefined) ? 'inside' : 'auto',
      textangle: 0,
      insidetextanchor: 'start',
      outsidetextfont: { color: ink, size: 12 },
      insidetextfont: { color: '#ffffff', size: 12 },
    }),
    hoverinfo: 'x',
    error_x: {
      type: 'data',
      visible: own.some(bar => bar.low !== undefined || bar.high !== undefined),
      symmetric: false,
      array: own.map(bar => (bar.high ?? bar.value) - bar.value),
      arrayminus: own.map(bar => bar.value - (bar.low ?? bar.value)),
      color: dots ? muted : ink,
      thickness: 1.6,
      width: 5,
    },
  };
}

function referenceLine({ name, value }: { name: string; value: number }): object {
  return {
    shapes: [
      {
        type: 'line',
        x0: value,
        x1: value,
        y0: 0,
        y1: 1,
        yref: 'y domain',
        line: { color: muted, width: 1.4, dash: 'longdash' },
      },
    ],
    annotations: [
      {
        text: literal(`${name}: ${formatNumber(value)}`),
        x: value,
        y: 1,
        yref: 'y domain',
        yanchor: 'bottom',
        showarrow: false,
        font: { size: 12, color: muted },
      },
    ],
  };
}
