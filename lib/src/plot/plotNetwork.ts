import { violation } from '../check';
import { checkFigureOptions, checkNames } from './arguments';
import { config, type Figure, type FigureOptions, figureTable, type Trace } from './figure';
import {
  checkStates,
  type Connection,
  connections,
  type DrawnNetwork,
  type NetworkState,
  sizesOf,
} from './networkState';
import { count, list, literal, short } from './text';
import { axis, baseLayout, classStyles, ink, muted, paper, translucent } from './theme';

export interface NetworkOptions extends FigureOptions {
  /** One name per layer, the inputs first. */
  readonly layerNames?: readonly string[];
  /** Names inside the units, layer by layer; default x₁, x₂ … for inputs and ŷ for a single output. */
  readonly unitNames?: readonly (readonly string[])[];
}

/**
 * A network as the dropout paper draws it: inputs at the bottom, dropped units crossed out and their connections cut;
 * weights by colour (green negative, purple positive; dashed where negative) and width (size). Several states of
 * one network become an animation with a slider.
 *
 * @param states one state, or one per training step
 * @throws RangeError or TypeError when shapes do not fit, a mask is not 0 and 1, or a layer has more than 40 units
 * @example
 * show(plotNetwork([
 *   { kernels: [w1, w2], masks: [null, [1, 0, 1, 0]] },
 *   { kernels: [w1, w2], masks: [null, [0, 1, 1, 0]] },
 * ], { title: 'Every step trains another thinned network' }));
 */
export function plotNetwork(
  states: NetworkState | readonly NetworkState[],
  options: NetworkOptions = {},
): Figure {
  const fn = 'plotNetwork';
  checkFigureOptions(fn, options, [], ['layerNames', 'unitNames']);
  checkNames({ fn, name: 'layerNames' }, options.layerNames);
  options.unitNames?.forEach((names, l) => checkNames({ fn, name: `unitNames[${l}]` }, names));
  const networks = checkStates(fn, Array.isArray(states) ? states : [states as NetworkState]);
  const sizes = sizesOf(networks[0]);
  const { title, layerNames = defaultLayerNames(sizes), unitNames = defaultUnitNames(sizes) } = options;
  if (layerNames.length !== sizes.length) {
    throw new RangeError(violation({ fn, name: 'layerNames' }, `hold ${sizes.length} names`, layerNames));
  }
  const height = options.height ?? 60 + 84 * sizes.length;
  const largest =
    Math.max(...networks.flatMap(({ kernels }) => kernels.flatMap(k => Array.from(k.data, Math.abs)))) || 1;
  const frames = networks.map(network => ({
    name: `${network.name}${droppedCount(network) ? `: ${droppedCount(network)} dropped` : ''}`,
    data: networkTraces(network, largest, unitNames),
  }));
  return {
    data: frames[0].data,
    layout: baseLayout(
      { height, legend: true },
      {
        margin: { l: 56, r: 16, t: 34, b: 8 },
        xaxis: { visible: false, range: [-0.54, 0.54], fixedrange: true },
        yaxis: axis('', {
          range: [-0.35, sizes.length - 0.65],
          showgrid: false,
          showline: false,
          tickvals: sizes.map((_, l) => l),
          ticktext: layerNames.map((name, l) => `${literal(name)} (${sizes[l]})`),
          tickfont: { size: 13, color: ink },
        }),
      },
    ),
    ...(frames.length > 1 && { frames }),
    config,
    title,
    alt: `${title ?? 'Network'}: ${sizes.join('-')} units; ${list(
      networks.slice(0, 8).map(network => inWords(network, layerNames, networks.length > 1)),
    )}${networks.length > 8 ? ' and so on' : ''}; the largest weight has size ${short(largest)}.`,
    table: figureTable(
      ['state', 'from', 'to', 'weight', 'connection'],
      networks.flatMap(network =>
        connections(network).map(({ l, i, j, weight, cut }) => [
          network.name,
          `${layerNames[l]} ${i + 1}`,
          `${layerNames[l + 1]} ${j + 1}`,
          short(weight),
          cut ? 'cut' : 'active',
        ]),
      ),
    ),
  };
}

function defaultLayerNames(sizes: readonly number[]): string[] {
  const hidden = sizes.length - 2;
  return sizes.map((_, l) => {
    if (l === 0) return 'input';
    if (l === sizes.length - 1) return 'output';
    return hidden === 1 ? 'hidden' : `hidden ${l}`;
  });
}

function defaultUnitNames(sizes: readonly number[]): string[][] {
  const subscript = (n: number): string => [...String(n)].map(digit => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('');
  return sizes.map((size, l) => {
    if (l === 0 && size <= 20) return Array.from({ length: size }, (_, i) => `x${subscript(i + 1)}`);
    return l === sizes.length - 1 && size === 1 ? ['ŷ'] : [];
  });
}

function droppedCount({ kept }: DrawnNetwork): number {
  return kept.flat().filter(unit => !unit).length;
}

function inWords(network: DrawnNetwork, layerNames: readonly string[], named: boolean): string {
  const dropped = network.kept.flatMap((layer, l) => {
    const numbers = layer.flatMap((kept, i) => (kept ? [] : [String(i + 1)]));
    return numbers.length ? [`${layerNames[l]} ${list(numbers)}`] : [];
  });
  const cut = connections(network).filter(connection => connection.cut).length;
  const what = dropped.length
    ? `dropped ${list(dropped)}, ${count(cut, 'connection')} cut`
    : 'no unit dropped';
  return named ? `${network.name}: ${what}` : what;
}

const WIDTHS = [1, 2.2, 3.8];

/** The same traces in the same order for every state, so that an animation can go from any to any. */
function networkTraces(
  network: DrawnNetwork,
  largest: number,
  unitNames: readonly (readonly string[])[],
): Trace[] {
  const sizes = sizesOf(network);
  const x = (l: number, i: number): number => (i + 0.5) / sizes[l] - 0.5;
  const lines = (name: string, drawn: readonly Connection[], line: object, showlegend: boolean): Trace => ({
    type: 'scatter',
    mode: 'lines',
    name,
    x: drawn.flatMap(({ l, i, j }) => [x(l, i), x(l + 1, j), null]),
    y: drawn.flatMap(({ l }) => [l, l + 1, null]),
    line,
    showlegend,
    hoverinfo: 'skip',
  });
  const all = connections(network);
  const sizeClass = ({ weight }: Connection): number =>
    Math.min(2, Math.floor((3 * Math.abs(weight)) / largest));
  const weighted = ['negative weight', 'positive weight'].flatMap((name, sign) =>
    WIDTHS.map((width, w) =>
      lines(
        name,
        all.filter(c => !c.cut && Number(c.weight >= 0) === sign && sizeClass(c) === w),
        { color: classStyles[sign].colour, width, dash: sign ? 'solid' : 'dash' },
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
    x: units(kept).map(({ l, i }) => x(l, i)),
    y: units(kept).map(({ l }) => l),
    text: units(kept).map(({ l, i }) => (kept ? literal(unitNames[l]?.[i] ?? '') : '')),
    textfont: { size: 13, color: ink },
    marker: { size, ...marker },
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
