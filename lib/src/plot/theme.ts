import {
  classColors,
  faint,
  ink,
  muted,
  paper,
  scaleEnds,
  seriesColors,
  withDropout,
  withoutDropout,
} from '../palette';
import { literal } from './text';

export { faint, ink, muted, paper };

/** The two sides of most comparisons of the course. They keep their color in every figure. */
export type Arm = 'with' | 'without';

/** How one series is told from the others: by color, and without color by dash and symbol. */
export interface SeriesStyle {
  readonly color: string;
  readonly dash: string;
  readonly symbol: string;
}

/** With dropout: blue, solid, circles. Without: vermilion, dashed, squares. */
export const armStyles: Readonly<Record<Arm, SeriesStyle>> = {
  with: { color: withDropout, dash: 'solid', symbol: 'circle' },
  without: { color: withoutDropout, dash: 'dash', symbol: 'square' },
};

/** All other series: brown, indigo, … None has the color of a class or of an arm. */
const otherStyles: readonly SeriesStyle[] = [
  { color: seriesColors[0], dash: 'solid', symbol: 'diamond' },
  { color: seriesColors[1], dash: 'dash', symbol: 'triangle-up' },
  { color: seriesColors[2], dash: 'dot', symbol: 'x' },
  { color: seriesColors[3], dash: 'dashdot', symbol: 'cross' },
  { color: seriesColors[4], dash: 'longdash', symbol: 'star' },
  { color: seriesColors[5], dash: 'longdashdot', symbol: 'hexagon' },
];

/** The style of a series: its arm's, or the `index`-th of the others. */
export function seriesStyle(index: number, arm?: Arm): SeriesStyle {
  return arm ? armStyles[arm] : otherStyles[index % otherStyles.length];
}

/** Classes 0, 1, 2 … of the data: green circles, purple diamonds, … */
export const classStyles: readonly SeriesStyle[] = [
  { color: classColors[0], dash: 'solid', symbol: 'circle' },
  { color: classColors[1], dash: 'solid', symbol: 'diamond' },
  { color: classColors[2], dash: 'solid', symbol: 'square' },
  { color: classColors[3], dash: 'solid', symbol: 'triangle-up' },
];

/** Low (class 0, negative) green, middle transparent, high (class 1, positive) purple: the colors of the classes. */
const divergingScale: readonly (readonly [number, string])[] = [
  [0, `rgba(${scaleEnds[0]},0.6)`],
  [0.25, `rgba(${scaleEnds[0]},0.3)`],
  [0.5, 'rgba(128,128,128,0.04)'],
  [0.75, `rgba(${scaleEnds[1]},0.4)`],
  [1, `rgba(${scaleEnds[1]},0.8)`],
];

/** `#0072b2` with an opacity, as plotly reads it. */
export function translucent(color: string, opacity: number): string {
  const [r, g, b] = [1, 3, 5].map(at => parseInt(color.slice(at, at + 2), 16));
  return `rgba(${r},${g},${b},${opacity})`;
}

/** An axis with a title; `attributes` are plotly's. */
export function axis(title: string, attributes: Readonly<Record<string, unknown>> = {}): object {
  return {
    title: { text: literal(title), font: { size: 13, color: ink }, standoff: 8 },
    tickfont: { size: 12, color: muted },
    gridcolor: faint,
    linecolor: muted,
    zeroline: false,
    automargin: true,
    fixedrange: true,
    ...attributes,
  };
}

/** What `baseLayout` needs to know to leave room above the plot. */
export interface LayoutOptions {
  readonly height: number;
  readonly legend?: boolean;
  /** Room in pixels for titles of panels between the legend and the plot. */
  readonly panelTitles?: number;
}

const LEGEND_LINE = 30;

/** The layout all figures share; `attributes` are plotly's. */
export function baseLayout(
  { height, legend = false, panelTitles = 0 }: LayoutOptions,
  attributes: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return {
    height,
    autosize: true,
    margin: { l: 56, r: 16, t: (legend ? LEGEND_LINE : 8) + panelTitles, b: 48 },
    paper_bgcolor: 'rgba(0,0,0,0)',
    plot_bgcolor: 'rgba(0,0,0,0)',
    font: { family: 'system-ui, -apple-system, "Segoe UI", sans-serif', size: 12, color: ink },
    showlegend: legend,
    legend: {
      orientation: 'h',
      x: 0,
      xref: 'container',
      y: 1,
      yref: 'container',
      yanchor: 'top',
      bgcolor: 'rgba(0,0,0,0)',
      font: { size: 12, color: ink },
      itemwidth: 36,
      itemclick: false,
      itemdoubleclick: false,
    },
    hoverlabel: { bgcolor: paper, bordercolor: muted, font: { color: ink } },
    dragmode: false,
    ...attributes,
  };
}

/** The scale of the colors from `cmin` to `cmax`, with its bar; `bar` are plotly's attributes of that. */
export function colorAxis(title: string, cmin: number, cmax: number, bar: object = {}): object {
  return {
    cmin,
    cmax,
    colorscale: divergingScale,
    colorbar: {
      title: { text: literal(title), font: { size: 12 }, side: 'right' },
      thickness: 12,
      outlinewidth: 0,
      ...bar,
    },
  };
}

/** Ticks at every row or column up to `all`, then at every `step`-th up to `most`, then as plotly has them. */
export function ticks(n: number, all: number, step: number, most: number = 2 * all): object {
  return n <= most ? { tickmode: 'linear', tick0: 1, dtick: n <= all ? 1 : step } : {};
}
