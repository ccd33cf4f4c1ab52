import { checkBoolean, checkOptions, checkSeed, violation } from '../check';
import { Matrix, type MatrixLike } from '../numpy/matrix';
import { checkInputs, checkTargets, type TargetsLike } from './batch';
import type { Arena } from './kernels/arena';
import { withArena } from './kernels/pool';
import { noiseKey } from './layers/dropout';
import { checkMasks, type DropoutSite, type Masks } from './layers/givenMask';
import type { Pass } from './layers/layer';
import { bindLoss, checkLoss, encodeTargets, type Loss } from './losses';
import { Network } from './network';
import { type ModelState, readMasks } from './state';

/** How a batch is passed through a model. */
export interface PassOptions {
  /** Whether dropout is active; false by default, as in prediction. */
  training?: boolean;
  /** Masks to use instead of drawing them (with `training: true`), by layer name: 1 = kept, 0 = dropped. */
  masks?: Masks;
  /** The same seed draws the same masks; without it every pass draws new ones. */
  seed?: number;
}

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

const PASS_OPTIONS = ['training', 'masks', 'seed'];

/** A model's dropout layers, by name. */
export function dropoutSites(state: ModelState): Map<string, DropoutSite> {
  const sites = new Map<string, DropoutSite>();
  for (const { layer, name, outputDim: units } of state.architecture.layers) {
    if (layer.kind === 'dropout') sites.set(name, { units, gaussian: layer.noise === 'gaussian' });
  }
  return sites;
}

/** Runs X through the model in an arena and hands the network to `use` while its values are there. */
function run<T>(
  state: ModelState,
  fn: string,
  X: MatrixLike,
  options: PassOptions,
  use: (network: Network, pass: Pass) => T,
): T {
  const inputs = checkInputs({ fn, name: 'X' }, X, state.architecture.inputDim);
  const { training = false, masks = {}, seed } = options;
  checkBoolean({ fn, name: 'training', meaning: 'whether dropout is active' }, training);
  const given = checkMasks(fn, masks, dropoutSites(state), inputs.rows);
  if (!training && Object.keys(given).length) {
    throw new RangeError(violation({ fn, name: 'masks' }, 'come with training: true', Object.keys(given)));
  }
  if (seed !== undefined) checkSeed({ fn, name: 'seed' }, seed);
  const step = training && seed === undefined ? state.passes++ : 0;
  const key = noiseKey(seed ?? state.seed, seed === undefined ? 'passes' : 'pass');
  return withArena(fn, arena => {
    const network = bindNetwork(arena, state, inputs.rows);
    const pass = { rows: inputs.rows, training, masks: given, key, step };
    network.forward(arena.store(inputs.data, inputs.rows, inputs.cols), pass);
    if (training) state.masks = readMasks(network, inputs.rows);
    return use(network, pass);
  });
}

/** The model's layers in an arena, with its weights. */
export function bindNetwork(arena: Arena, state: ModelState, capacity: number): Network {
  const network = new Network(arena, state.architecture, capacity);
  arena.heap.set(state.weights, network.weights);
  return network;
}

/** A copy of rows × cols numbers in the arena. */
function read(network: Network, offset: number, rows: number, cols: number): Matrix {
  return new Matrix(rows, cols, network.arena.read(offset, rows, cols));
}

/** The output of the last layer. */
export function forward(state: ModelState, X: MatrixLike, options: PassOptions): Matrix {
  checkOptions('forward', options, PASS_OPTIONS);
  return run(state, 'forward', X, options, (network, { rows }) => {
    const { value, cols } = network.last.output;
    return read(network, value, rows, cols);
  });
}

/** The output of every layer, by name. */
export function activations(state: ModelState, X: MatrixLike, options: PassOptions): Record<string, Matrix> {
  checkOptions('activations', options, PASS_OPTIONS);
  return run(state, 'activations', X, options, (network, { rows }) =>
    Object.fromEntries(
      network.nodes.map(({ name, output }) => [name, read(network, output.value, rows, output.cols)]),
    ),
  );
}

/** The derivatives of the loss at every layer, by name. */
export function gradients(
  state: ModelState,
  X: MatrixLike,
  y: TargetsLike,
  options: PassOptions & { loss: Loss },
): Record<string, LayerGradients> {
  checkOptions('gradients', options, [...PASS_OPTIONS, 'loss']);
  const { loss, ...passOptions } = options;
  const shape = state.architecture;
  checkLoss('gradients', loss, shape);
  const { rows } = checkInputs({ fn: 'gradients', name: 'X' }, X, shape.inputDim);
  const argument = { fn: 'gradients', name: 'y' };
  const targets = encodeTargets(argument, loss, checkTargets(argument, y, rows), shape.outputDim);
  return run(state, 'gradients', X, passOptions, (network, pass) => {
    const bound = bindLoss(loss, network);
    bound.measure(network.arena.store(targets.data, rows, targets.cols), rows);
    network.backward(pass, bound.fromLogits);
    network.regularize();
    return collect(network, rows, bound.fromLogits);
  });
}

function collect(network: Network, rows: number, fromLogits: boolean): Record<string, LayerGradients> {
  const { slots } = network.architecture;
  const layers = network.nodes.map((node): [string, LayerGradients] => {
    const { name, output, logits } = node;
    const found: LayerGradients = {};
    for (const slot of slots.filter(({ layer }) => layer === name)) {
      found[slot.name] = read(network, network.gradients + slot.offset, slot.rows, slot.cols);
    }
    if (logits) found.preActivation = read(network, logits.grad, rows, output.cols);
    if (!fromLogits || node !== network.last) found.output = read(network, output.grad, rows, output.cols);
    return [name, found];
  });
  return Object.fromEntries(layers);
}
