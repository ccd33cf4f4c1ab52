import { type Argument, violation } from '../check';
import { readOptions } from '../options';
import { checkList } from './arguments';
import { config, type Figure, figureOptions, type FigureOptions, type Trace } from './figure';
import { seenTogether } from './alternative';
import { baseLayout } from './theme';

/**
 * Figures without animation side by side, each with its own axes, under one legend.
 *
 * @throws RangeError or TypeError unless it is given two or three figures without frames
 * @example
 * show(sideBySide([plotLossCurves(runs), plotBoundary([{ name: '', predict }], X, y)]));
 */
export function sideBySide(figures: readonly Figure[], options: FigureOptions = {}): Figure {
  const fn = 'sideBySide';
  const { title, height: given } = readOptions(fn, figureOptions, options);
  checkList({ fn, name: 'figures' }, figures);
  figures.forEach((figure, f) => checkFigure({ fn, name: `figures[${f}]` }, figure));
  if (figures.length < 2 || figures.length > 3)
    throw new RangeError(violation({ fn, name: 'figures' }, 'be 2 or 3', figures.length));
  if (figures.some(figure => figure.frames)) {
    throw new TypeError(violation({ fn, name: 'figures' }, 'have no frames', 'an animated figure'));
  }
  const width = (1 - GAP * (figures.length - 1)) / figures.length;
  const parts = figures.map((figure, f) => moved(figure, f, [f * (width + GAP), f * (width + GAP) + width]));
  const height = given ?? Math.max(...figures.map(figure => Number(figure.layout.height)));
  const layout = baseLayout({ height, legend: true }, Object.assign({}, ...parts.map(part => part.layout)));
  const tops = figures.map(figure => (figure.layout.margin as { t: number }).t);
  return {
    data: parts.flatMap(part => part.data),
    layout: {
      ...layout,
      margin: { ...(layout.margin as object), t: Math.max(...tops) },
      annotations: parts.flatMap(part => part.annotations),
      shapes: parts.flatMap(part => part.shapes),
    },
    config,
    title,
    alt: seenTogether(figures.map(figure => figure.alt)),
    words: [...(title ? [`${title}.`] : []), ...figures.map(figure => figure.words)].join(' '),
    tables: figures.flatMap((figure, f) =>
      figure.tables.map(table => ({ caption: figure.title ?? `Figure ${f + 1}`, ...table })),
    ),
  };
}

function checkFigure(argument: Argument, figure: Partial<Figure> | null | undefined): void {
  if (!Array.isArray(figure?.data) || !figure.layout?.margin || !figure.tables) {
    throw new TypeError(violation(argument, 'be a figure, as plotLossCurves returns it', figure));
  }
}

const GAP = 0.14;
/** Axes of figure f are numbered from 10 f + 1: no figure has ten panels. */
const STEP = 10;

interface Moved {
  readonly data: readonly Trace[];
  readonly layout: Record<string, unknown>;
  readonly annotations: readonly object[];
  readonly shapes: readonly object[];
}

/** A figure with its axes renamed and squeezed into [start, end] of the width. */
function moved({ data, layout }: Figure, f: number, [start, end]: readonly [number, number]): Moved {
  const name = (axis: unknown): unknown => {
    const parts = typeof axis === 'string' ? /^([xy])(\d*)( domain)?$/.exec(axis) : null;
    if (!f || !parts) return axis;
    return `${parts[1]}${f * STEP + Number(parts[2] || 1)}${parts[3] ?? ''}`;
  };
  const colorAxis = f ? `coloraxis${f + 1}` : 'coloraxis';
  const renamed = (attributes: object): object =>
    Object.fromEntries(
      Object.entries(attributes).map(([key, value]) => [key, AXIS_REFERENCES.has(key) ? name(value) : value]),
    );
  const placed = (items: unknown): object[] =>
    ((items ?? []) as readonly object[]).map(item => renamed({ xref: 'x', yref: 'y', ...item }));
  const axes = Object.entries(layout).flatMap(([key, value]) => {
    const parts = /^([xy]axis)(\d*)$/.exec(key);
    if (!parts) return [];
    const number = f ? f * STEP + Number(parts[2] || 1) : parts[2];
    const axis = renamed(value as object) as { domain?: readonly number[]; anchor?: unknown };
    const [low, high] = axis.domain ?? [0, 1];
    const anchor = axis.anchor ?? name(key.startsWith('x') ? 'y' : 'x');
    const domain = [start + low * (end - start), start + high * (end - start)];
    return [[`${parts[1]}${number}`, { ...axis, anchor, ...(parts[1] === 'xaxis' && { domain }) }]];
  });
  const color = layout.coloraxis as { colorbar: object } | undefined;
  return {
    data: data.map(trace => ({
      ...trace,
      xaxis: name(trace.xaxis ?? 'x'),
      yaxis: name(trace.yaxis ?? 'y'),
      ...(trace.coloraxis !== undefined && { coloraxis: colorAxis }),
    })),
    layout: {
      ...Object.fromEntries(axes),
      ...(color && { [colorAxis]: { ...color, colorbar: { ...color.colorbar, x: end + 0.01 } } }),
    },
    annotations: placed(layout.annotations),
    shapes: placed(layout.shapes),
  };
}

const AXIS_REFERENCES = new Set(['xref', 'yref', 'anchor', 'scaleanchor']);
