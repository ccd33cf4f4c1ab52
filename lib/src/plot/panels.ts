import { literal } from './text';
import { ink } from './theme';

/** `x`, `x2`, `x3` …: plotly's name of the axis of panel k. */
export function axisName(letter: 'x' | 'y', k: number): string {
  return k ? `${letter}${k + 1}` : letter;
}

/** Panels side by side, each with its title. */
export interface Panels {
  readonly titleHeight: number;
  readonly annotations: readonly object[];
  /** The layout's axes, from one function of the panel's number each. */
  readonly axes: (x: (k: number) => object, y: (k: number) => object) => Record<string, object>;
}

/**
 * Lays out one panel per title; a single panel without a title fills the figure.
 *
 * @param shares how the width is divided; default: evenly
 */
export function panels(
  titles: readonly string[],
  { gap = 0.05, shares = titles.map(() => 1) }: { gap?: number; shares?: readonly number[] } = {},
): Panels {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map(share => ((1 - gap * (titles.length - 1)) * share) / total);
  const starts = widths.map((_, k) => widths.slice(0, k).reduce((sum, width) => sum + width, k * gap));
  const shown = titles.some(Boolean);
  return {
    titleHeight: shown ? 22 : 0,
    annotations: shown
      ? titles.map((title, k) => ({
          text: literal(title),
          xref: `${axisName('x', k)} domain`,
          yref: `${axisName('y', k)} domain`,
          x: 0.5,
          y: 1,
          yanchor: 'bottom',
          showarrow: false,
          font: { size: 13, color: ink },
        }))
      : [],
    axes: (x, y) =>
      Object.fromEntries(
        titles.flatMap((_, k) => {
          const number = k ? String(k + 1) : '';
          return [
            [
              `xaxis${number}`,
              { domain: [starts[k], starts[k] + widths[k]], anchor: axisName('y', k), ...x(k) },
            ],
            [`yaxis${number}`, { anchor: axisName('x', k), ...y(k) }],
          ];
        }),
      ),
  };
}
