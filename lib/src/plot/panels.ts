import type { Figure } from './figure';
import { literal } from './text';
import { baseLayout, ink, type LayoutOptions } from './theme';

/** `x`, `x2`, `x3` …: plotly's name of the axis of panel k. */
function axisName(letter: 'x' | 'y', k: number): string {
  return k ? `${letter}${k + 1}` : letter;
}

/** What places a trace in panel k. */
export function inPanel(k: number): { readonly xaxis: string; readonly yaxis: string } {
  return { xaxis: axisName('x', k), yaxis: axisName('y', k) };
}

interface Panels extends Pick<LayoutOptions, 'height' | 'legend'> {
  /** The axes, from one function of the panel's number each. */
  readonly x: (k: number) => object;
  readonly y: (k: number) => object;
  readonly gap?: number;
  /** How the width is divided; default: evenly. */
  readonly shares?: readonly number[];
}

/** The layout of panels side by side, one per title; a single panel without a title fills the figure. */
export function panelLayout(
  titles: readonly string[],
  { height, legend, x, y, gap = 0.05, shares = titles.map(() => 1) }: Panels,
  attributes: Readonly<Record<string, unknown>>,
): Figure['layout'] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map(share => ((1 - gap * (titles.length - 1)) * share) / total);
  const starts = widths.map((_, k) => widths.slice(0, k).reduce((sum, width) => sum + width, k * gap));
  const titled = titles.some(Boolean);
  const axes = titles.flatMap((_, k) => {
    const { xaxis, yaxis } = inPanel(k);
    return [
      [xaxis.replace('x', 'xaxis'), { domain: [starts[k], starts[k] + widths[k]], anchor: yaxis, ...x(k) }],
      [yaxis.replace('y', 'yaxis'), { anchor: xaxis, ...y(k) }],
    ];
  });
  const annotations = titles.map((title, k) => ({
    text: literal(title),
    xref: `${axisName('x', k)} domain`,
    yref: `${axisName('y', k)} domain`,
    x: 0.5,
    y: 1,
    yanchor: 'bottom',
    showarrow: false,
    font: { size: 13, color: ink },
  }));
  return baseLayout(
    { height, legend, panelTitles: titled ? 22 : 0 },
    { ...Object.fromEntries(axes), annotations: titled ? annotations : [], ...attributes },
  );
}
