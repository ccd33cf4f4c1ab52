import { max } from 'simple-statistics';
import { formatNumber } from '../formatNumber';
import { count } from '../count';
import { type Argument, checkEach, violation } from '../check';
import type { Sequential } from '../engine/model';
import { type Options, readOptions } from '../options';
import { nameList } from './arguments';
import { type Figure, figureOf, figureOptions, type FigureOptions } from './figure';
import { checkStates, connections, type DrawnNetwork, type NetworkState, sizesOf } from './networkState';
import { kindsIn, networkTraces } from './networkTraces';
import { seen } from './alternative';
import { list, literal } from './text';
import { axis, baseLayout, ink } from './theme';

type NamesByLayer = readonly (readonly string[])[];

const table = {
  /** One name per layer, the inputs first. */
  layerNames: nameList as typeof nameList,
  /** Names inside the units, layer by layer; default x₁, x₂ … for inputs and ŷ for a single output. */
  unitNames: {
    read: (layers: NamesByLayer, argument: Argument): NamesByLayer => {
      checkEach(argument, layers, undefined, (_, names) => void nameList.read(names as string[], argument));
      return layers;
    },
    optional: true,
  },
} as const;

export type NetworkOptions = FigureOptions & Options<typeof table>;

/**
 * A network as the dropout paper draws it: inputs at the bottom, dropped units crossed out and their connections cut;
 * weights by color (green negative, purple positive; dashed where negative) and width (size). Several states of
 * one network become an animation with a slider.
 *
 * @param states a model that `sequential` built, one state, or one state per training step
 * @throws RangeError or TypeError when shapes do not fit, a mask is not 0 and 1, or a layer has more than 40 units
 * @example
 * show(plotNetwork(model));
 * show(plotNetwork([
 *   networkState(model, { masks: { dropout_1: [1, 0, 1, 0] } }),
 *   networkState(model, { masks: { dropout_1: [0, 1, 1, 0] } }),
 * ], { title: 'Every step trains another thinned network' }));
 */
export function plotNetwork(
  states: NetworkState | Sequential | readonly (NetworkState | Sequential)[],
  options: NetworkOptions = {},
): Figure {
  const fn = 'plotNetwork';
  const settings = readOptions(fn, { ...figureOptions, ...table }, options);
  const networks = checkStates(fn, Array.isArray(states) ? states : [states as NetworkState | Sequential]);
  const sizes = sizesOf(networks[0]);
  const { title, layerNames = defaultLayerNames(sizes), unitNames = defaultUnitNames(sizes) } = settings;
  if (layerNames.length !== sizes.length) {
    throw new RangeError(violation({ fn, name: 'layerNames' }, `hold ${sizes.length} names`, layerNames));
  }
  const { height = 60 + 84 * sizes.length } = settings;
  const largest =
    max(networks.flatMap(({ kernels }) => kernels.flatMap(k => Array.from(k.data, Math.abs)))) || 1;
  const named = kindsIn(networks);
  return figureOf({
    title,
    topic: 'Network',
    frames: networks.map(network => ({
      name: `${network.name}${droppedCount(network) ? `: ${droppedCount(network)} dropped` : ''}`,
      data: networkTraces(network, { largest, unitNames, named }),
    })),
    layout: layoutOf(sizes, layerNames, height),
    alt: networkSeen(networks, sizes),
    words:
      `${sizes.join('-')} units; ` +
      list(networks.slice(0, 8).map(network => inWords(network, layerNames, networks.length > 1))) +
      `${networks.length > 8 ? ' and so on' : ''}; the largest weight has size ${formatNumber(largest)}`,
    columns: ['state', 'from', 'to', 'weight', 'connection'],
    rows: networks.flatMap(network =>
      connections(network).map(({ l, i, j, weight, cut }) => [
        network.name,
        `${layerNames[l]} ${i + 1}`,
        `${layerNames[l + 1]} ${j + 1}`,
        weight,
        cut ? 'cut' : 'active',
      ]),
    ),
  });
}

function layoutOf(sizes: readonly number[], layerNames: readonly string[], height: number): Figure['layout'] {
  return baseLayout(
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
  );
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

function networkSeen(networks: readonly DrawnNetwork[], sizes: readonly number[]): string {
  const [first] = networks;
  const all = connections(first);
  const [dropped, cut] = [droppedCount(first), all.filter(one => one.cut).length];
  const negative = all.filter(one => !one.cut && one.weight < 0).length;
  return seen(`Network of ${sizes.join('-')} units`, [
    dropped
      ? `${count(dropped, 'unit')} crossed out, ${count(cut, 'connection')} of ${all.length} cut`
      : 'all units connected',
    `${negative} of ${all.length - cut} weights negative`,
    ...(networks.length > 1 ? [`first of ${networks.length} states`] : []),
  ]);
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
