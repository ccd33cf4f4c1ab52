import { checkArray, checkChoice, checkInteger, checkMask as checkZerosAndOnes, violation } from '../check';
import { count } from '../count';
import { type Options, readOptions } from '../options';
import type { Sequential } from '../engine/model';
import { type Matrix, type MatrixLike } from '../numpy/matrix';
import { checkList, checkNamedItem, matrixOf, type PlotValues, valuesOfLength } from './arguments';

/** A network as it is drawn: its weights, and which of its units are currently dropped. */
export interface NetworkState {
  /** kernels[l] leads from layer l to layer l + 1, shape (units of l, units of l + 1); layer 0 are the inputs. */
  readonly kernels: readonly MatrixLike[];
  /** masks[l] over the units of layer l: 1 = kept, 0 = dropped. Layers left out or `null` are kept whole. */
  readonly masks?: readonly (PlotValues | null | undefined)[];
  /** Shown beside the slider; default `step 1`, `step 2`, … */
  readonly name?: string;
}

type MasksByName = Readonly<Record<string, PlotValues>>;

const table = {
  /** Which units are dropped, by the name of the dropout layer, for one sample: `model.lastMasks` has this form. */
  masks: { read: (masks: MasksByName): MasksByName => masks, default: {} },
  /** Shown beside the slider; default `step 1`, `step 2`, … */
  name: { type: 'string', optional: true },
} as const;

/** What `networkState` takes. */
export type NetworkStateOptions = Options<typeof table>;

/**
 * A model that `sequential` built, as it is now: a copy of its weights, with fixed masks and the dropout `masks` given.
 *
 * @throws RangeError or TypeError when `masks` names another layer than a dropout layer
 * @example
 * trainStep(model, [x], [y], { loss, optimizer });
 * steps.push(networkState(model, { name: 'step 1', masks: model.lastMasks }));
 */
export function networkState(model: Sequential, options: NetworkStateOptions = {}): NetworkState {
  const fn = 'networkState';
  const { masks: given, name } = readOptions(fn, table, options);
  const dropouts = model.layers.flatMap(placed => (placed.layer.kind === 'dropout' ? [placed.name] : []));
  for (const key of Object.keys(given))
    checkChoice({ fn, name: 'masks', meaning: 'dropout layer' }, key, dropouts);
  const kernels: Matrix[] = [];
  const masks: (PlotValues | null)[] = [null];
  for (const placed of model.layers) {
    const mask = placed.layer.kind === 'mask' ? placed.layer.values : given[placed.name];
    if (placed.layer.kind === 'dense') {
      kernels.push(model.getWeights(placed.name)[0]);
      masks.push(null);
    } else if (mask) masks[kernels.length] = mask;
  }
  return { kernels, masks, name };
}

/** A checked state. */
export interface DrawnNetwork {
  readonly name: string;
  readonly kernels: readonly Matrix[];
  /** One list per layer, the inputs included: true = kept. */
  readonly kept: readonly (readonly boolean[])[];
}

const MOST_DRAWN = 40;

/** Checks states of one network: all of the same sizes. */
export function checkStates(fn: string, states: readonly (NetworkState | Sequential)[]): DrawnNetwork[] {
  checkList({ fn, name: 'states' }, states);
  const networks = states.map((state, s) => {
    const isModel = typeof state === 'object' && state !== null && 'getWeights' in state;
    return checkState(fn, `states[${s}]`, isModel ? networkState(state) : state, s);
  });
  const sizes = sizesOf(networks[0]).join('-');
  const other = networks.find(network => sizesOf(network).join('-') !== sizes);
  if (other) {
    throw new RangeError(
      violation({ fn, name: 'states' }, `all have layers of ${sizes} units`, sizesOf(other).join('-')),
    );
  }
  return networks;
}

/** Units per layer, the inputs first. */
export function sizesOf({ kept }: DrawnNetwork): number[] {
  return kept.map(layer => layer.length);
}

function checkState(fn: string, at: string, state: NetworkState, s: number): DrawnNetwork {
  const named = { ...state, name: state?.name ?? `step ${s + 1}` };
  checkNamedItem({ fn, name: at }, state && named);
  const { kernels, masks = [], name } = named;
  checkList({ fn, name: `${at}.kernels` }, kernels);
  checkArray({ fn, name: `${at}.masks` }, masks);
  const checked = kernels.map((kernel, l) => matrixOf({ fn, name: `${at}.kernels[${l}]` }, kernel));
  const sizes = [checked[0].rows, ...checked.map(kernel => kernel.cols)];
  checked.forEach((kernel, l) => {
    if (kernel.rows !== sizes[l]) {
      const argument = { fn, name: `${at}.kernels[${l}]` };
      throw new RangeError(
        violation(argument, `have ${count(sizes[l], 'row')}, one per unit of the layer before`, kernels[l]),
      );
    }
  });
  for (const size of sizes) {
    checkInteger(
      { fn, name: `${at}.kernels`, meaning: 'units in a layer that can be drawn' },
      size,
      1,
      MOST_DRAWN,
    );
  }
  if (masks.length > sizes.length) {
    throw new RangeError(violation({ fn, name: `${at}.masks` }, `hold at most ${sizes.length} masks`, masks));
  }
  const kept = sizes.map((size, l) => checkMask({ fn, name: `${at}.masks[${l}]` }, masks[l], size));
  return { name, kernels: checked, kept };
}

function checkMask(
  argument: { fn: string; name: string },
  mask: PlotValues | null | undefined,
  size: number,
): boolean[] {
  if (mask === null || mask === undefined) return Array.from({ length: size }, () => true);
  const values = valuesOfLength({ ...argument, meaning: '1 = kept, 0 = dropped' }, mask, size, 'unit');
  checkZerosAndOnes(argument, values);
  return values.map(value => value === 1);
}

/** One weight between units i of layer l and j of layer l + 1. */
export interface Connection {
  readonly l: number;
  readonly i: number;
  readonly j: number;
  readonly weight: number;
  /** One of its ends is dropped. */
  readonly cut: boolean;
}

/** All connections, layer by layer. */
export function connections({ kernels, kept }: DrawnNetwork): Connection[] {
  return kernels.flatMap((kernel, l) =>
    Array.from(kernel.data, (weight, k) => {
      const i = Math.floor(k / kernel.cols);
      const j = k % kernel.cols;
      return { l, i, j, weight, cut: !kept[l][i] || !kept[l + 1][j] };
    }),
  );
}
