import { violation } from '../check';
import { Matrix, type MatrixLike } from '../numpy/matrix';
import { type Options, readOptions, type Settings } from '../options';
import { checkInputs, type TargetsLike } from './batch';
import { checkData } from './checkData';
import { withArena } from './kernels/pool';
import type { Node, Pass } from './layers/layer';
import { noiseKey } from './layers/noise';
import { type Loss, lossKind } from './losses/kinds';
import { checkMasks, type Masks } from './masks';
import { bindNetwork, type Network } from './network';
import type { ModelState } from './state';

const table = {
  /** Whether dropout is active; false by default, as in prediction. */
  training: { type: 'boolean', default: false, meaning: 'whether dropout is active' },
  /** Masks to use instead of drawing them (with `training: true`), by layer name: 1 = kept, 0 = dropped. */
  masks: { read: (masks: Masks): Masks => masks, default: {} },
  /**
   * The same seed draws the same masks; without it every pass draws new ones. A layer with a `seed` of its own keeps its
   * masks whatever the seed given here.
   */
  seed: { type: 'seed', optional: true },
} as const;

/** How a batch is passed through a model. */
export type PassOptions = Options<typeof table>;

const gradientsTable = {
  ...table,
  /** The loss whose derivatives are taken. */
  loss: { read: lossKind },
} as const;

/** The derivatives of the loss at one layer. */
export interface LayerGradients {
  /** By the kernel, (inputDim × units), penalty included. */
  kernel?: Matrix;
  /** By the bias, (1 × units). */
  bias?: Matrix;
  /** By the pre-activation z, (batch × units). */
  preActivation?: Matrix;
  /**
   * By the layer's output, (batch × units). A cross-entropy starts from the logits of the last layer and leaves this
   * one out there.
   */
  output?: Matrix;
}

/** Runs X through the model in an arena and hands the network to `use` while its values are there. */
function run<T>(
  state: ModelState,
  fn: string,
  X: MatrixLike,
  options: Settings<typeof table>,
  use: (network: Network, pass: Pass) => T,
): T {
  const inputs = checkInputs({ fn, name: 'X' }, X, state.architecture.inputDim);
  const { training, masks, seed } = options;
  const given = checkMasks(fn, masks, state.architecture, inputs.rows);
  if (!training && Object.keys(given).length) {
    throw new RangeError(violation({ fn, name: 'masks' }, 'come with training: true', Object.keys(given)));
  }
  const step = training && seed === undefined ? state.passes++ : 0;
  const key = noiseKey(seed ?? state.seed, seed === undefined ? 'passes' : 'pass');
  return withArena(fn, arena => {
    const network = bindNetwork(arena, state, inputs.rows);
    const pass = { rows: inputs.rows, training, masks: given, key, step };
    network.forward(arena.store(inputs.data, inputs.rows, inputs.cols), pass);
    if (training) state.masks = network.masks(inputs.rows);
    return use(network, pass);
  });
}

/** A copy of rows × cols numbers in the arena. */
function read(network: Network, offset: number, rows: number, cols: number): Matrix {
  return new Matrix(rows, cols, network.arena.read(offset, rows, cols));
}

/** The output of the last layer. */
export function forward(state: ModelState, X: MatrixLike, options: PassOptions): Matrix {
  return run(state, 'forward', X, readOptions('forward', table, options), (network, { rows }) => {
    const { value, cols } = network.last.output;
    return read(network, value, rows, cols);
  });
}

/** The output of every layer, by name. */
export function activations(state: ModelState, X: MatrixLike, options: PassOptions): Record<string, Matrix> {
  const settings = readOptions('activations', table, options);
  return run(state, 'activations', X, settings, (network, { rows }) =>
    byLayer(network, ({ output }) => read(network, output.value, rows, output.cols)),
  );
}

/** The derivatives of the loss at every layer, by name. */
export function gradients(
  state: ModelState,
  X: MatrixLike,
  y: TargetsLike,
  options: PassOptions & { loss: Loss },
): Record<string, LayerGradients> {
  const { loss, ...settings } = readOptions('gradients', gradientsTable, options);
  const targets = checkData('gradients', '', state.architecture, loss, X, y).y;
  return run(state, 'gradients', X, settings, (network, pass) => {
    const bound = loss.bind(network.arena.kernels, network.last);
    bound.measure(network.arena.store(targets.data, targets.rows, targets.cols), targets.rows);
    network.backward(pass, bound.fromLogits);
    network.regularize();
    return collect(network, targets.rows, bound.fromLogits);
  });
}

function collect(network: Network, rows: number, fromLogits: boolean): Record<string, LayerGradients> {
  const { slots } = network.architecture;
  return byLayer(network, (node, name) => {
    const { output, logits } = node;
    const found: LayerGradients = {};
    for (const slot of slots.filter(({ layer }) => layer === name)) {
      found[slot.name] = read(network, network.gradients + slot.offset, slot.rows, slot.cols);
    }
    if (logits) found.preActivation = read(network, logits.grad, rows, output.cols);
    if (!fromLogits || node !== network.last) found.output = read(network, output.grad, rows, output.cols);
    return found;
  });
}

function byLayer<T>(network: Network, get: (node: Node, name: string) => T): Record<string, T> {
  const { layers } = network.architecture;
  return Object.fromEntries(network.nodes.map((node, i) => [layers[i].name, get(node, layers[i].name)]));
}
