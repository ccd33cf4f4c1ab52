import type { Trace } from './figure';
import { type Connection, connections, type DrawnNetwork, sizesOf } from './networkState';
import { literal } from './text';
import { classStyles, ink, muted, paper, translucent } from './theme';

const WIDTHS = [1, 2.2, 3.8];
const SIGNS = ['negative weight', 'positive weight'];

export interface Drawing {
  /** The size of the largest weight. */
  readonly largest: number;
  readonly unitNames: readonly (readonly string[])[];
  /** What the legend names. */
  readonly named: ReadonlySet<string>;
}

/** What there is to see in any of the states. */
export function kindsIn(networks: readonly DrawnNetwork[]): Set<string> {
  const all = networks.flatMap(connections);
  const dropped = networks.some(({ kept }) => kept.flat().includes(false));
  return new Set([
    'unit',
    ...(dropped ? ['dropped unit'] : []),
    ...all.map(({ cut, weight }) => (cut ? 'cut connection' : SIGNS[Number(weight >= 0)])),
  ]);
}

/** The same traces in the same order for every state, so that an animation can go from any to any. */
export function networkTraces(network: DrawnNetwork, { largest, unitNames, named }: Drawing): Trace[] {
  const sizes = sizesOf(network);
  const x = (l: number, i: number): number => (i + 0.5) / sizes[l] - 0.5;
  // Plotly takes a trace without any point out of the legend: each has a gap at its end.
  const lines = (name: string, drawn: readonly Connection[], line: object, first: boolean): Trace => ({
    type: 'scatter',
    mode: 'lines',
    name,
    x: [...drawn.flatMap(({ l, i, j }) => [x(l, i), x(l + 1, j), null]), null],
    y: [...drawn.flatMap(({ l }) => [l, l + 1, null]), null],
    line,
    showlegend: first && named.has(name),
    hoverinfo: 'skip',
  });
  const all = connections(network);
  const sizeClass = ({ weight }: Connection): number =>
    Math.min(2, Math.floor((3 * Math.abs(weight)) / largest));
  const weighted = SIGNS.flatMap((name, sign) =>
    WIDTHS.map((width, w) =>
      lines(
        name,
        all.filter(c => !c.cut && Number(c.weight >= 0) === sign && sizeClass(c) === w),
        { color: classStyles[sign].color, width, dash: sign ? 'solid' : 'dash' },
        w === 1,
      ),
    ),
  );
  const units = (kept: boolean): { l: number; i: number }[] =>
    network.kept.flatMap((layer, l) => layer.flatMap((unit, i) => (unit === kept ? [{ l, i }] : [])));
  const size = Math.max(9, Math.min(30, 560 / Math.max(...sizes) - 4));
  const circles = (name: string, kept: boolean, marker: object): Trace => ({
    type: 'scatter',
    mode: 'markers+text',
    name,
    x: [...units(kept).map(({ l, i }) => x(l, i)), null],
    y: [...units(kept).map(({ l }) => l), null],
    text: units(kept).map(({ l, i }) => (kept ? literal(unitNames[l]?.[i] ?? '') : '')),
    textfont: { size: 13, color: ink },
    marker: { size, ...marker },
    showlegend: named.has(name),
    hoverinfo: 'skip',
  });
  return [
    lines(
      'cut connection',
      all.filter(c => c.cut),
      { color: translucent(muted, 0.4), width: 1, dash: 'dot' },
      true,
    ),
    ...weighted,
    circles('unit', true, { color: paper, symbol: 'circle', line: { color: ink, width: 2 } }),
    circles('dropped unit', false, {
      color: muted,
      symbol: 'circle-x-open',
      line: { color: muted, width: 2 },
    }),
  ];
}
