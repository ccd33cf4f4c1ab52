import { checkInteger, checkOptions, checkSeed } from '../check';
import { Matrix, type MatrixLike } from '../numpy/matrix';
import { checkInputs, checkTargets, type TargetsLike } from './batch';
import { withArena } from './kernels/pool';
import { noiseKey } from './layers/dropout';
import type { Pass } from './layers/layer';
import { type BoundLoss, bindLoss, checkLoss, encodeTargets, type Loss } from './losses';
import type { Network } from './network';
import { bindNetwork } from './passes';
import type { ModelState } from './state';

/** Rows passed at a time when predicting: their activations stay in the processor's cache. */
export const CHUNK = 128;

const KEY = [0, 0] as const;

/** Loss and accuracy on a set of points, dropout switched off. */
export interface Evaluation {
  readonly loss: number;
  /** The share of right predictions; undefined for meanSquaredError. */
  readonly accuracy?: number;
}

/** Calls `use` for each stretch of at most CHUNK rows after running it forward. */
function forwardInChunks(
  network: Network,
  x: number,
  rows: number,
  use: (from: number, pass: Pass) => void,
): void {
  for (let from = 0; from < rows; from += CHUNK) {
    const pass = { rows: Math.min(CHUNK, rows - from), training: false, key: KEY, step: 0 };
    network.forward(x + from * network.input.stride, pass);
    use(from, pass);
  }
}

/** Loss (penalties included, as in Keras) and accuracy of the rows at offsets x and y. */
export function measureAll(
  network: Network,
  loss: BoundLoss,
  x: number,
  y: number,
  rows: number,
): Evaluation {
  let [sum, matches] = [0, 0];
  const { stride } = network.last.output;
  forwardInChunks(network, x, rows, (from, pass) => {
    sum += loss.measure(y + from * stride, pass.rows) * pass.rows;
    matches += loss.matches?.(y + from * stride, pass.rows) ?? 0;
  });
  const penalty = network.regularize();
  return { loss: sum / rows + penalty, accuracy: loss.matches && matches / rows };
}

/** The predictions for X, dropout switched off. */
export function predict(state: ModelState, X: MatrixLike): Matrix {
  const { inputDim, outputDim } = state.architecture;
  const inputs = checkInputs({ fn: 'predict', name: 'X' }, X, inputDim);
  const outputs = new Matrix(inputs.rows, outputDim, new Float32Array(inputs.rows * outputDim));
  withArena('predict', arena => {
    const network = bindNetwork(arena, state, CHUNK);
    const x = arena.store(inputs.data, inputs.rows, inputDim);
    forwardInChunks(network, x, inputs.rows, (from, { rows }) => {
      outputs.data.set(arena.read(network.last.output.value, rows, outputDim), from * outputDim);
    });
  });
  return outputs;
}

/** Loss and accuracy on X and y, dropout switched off. */
export function evaluate(
  state: ModelState,
  X: MatrixLike,
  y: TargetsLike,
  options: { loss: Loss },
): Evaluation {
  checkOptions('evaluate', options, ['loss']);
  const shape = state.architecture;
  checkLoss('evaluate', options.loss, shape);
  const inputs = checkInputs({ fn: 'evaluate', name: 'X' }, X, shape.inputDim);
  const argument = { fn: 'evaluate', name: 'y' };
  const targets = checkTargets(argument, y, inputs.rows);
  const encoded = encodeTargets(argument, options.loss, targets, shape.outputDim);
  return withArena('evaluate', arena => {
    const network = bindNetwork(arena, state, CHUNK);
    const x = arena.store(inputs.data, inputs.rows, inputs.cols);
    const yAt = arena.store(encoded.data, encoded.rows, encoded.cols);
    return measureAll(network, bindLoss(options.loss, network), x, yAt, inputs.rows);
  });
}

/** Monte-Carlo prediction: `samples` predictions with dropout active, each with masks of its own. */
export function predictSamples(
  state: ModelState,
  X: MatrixLike,
  options: { samples: number; seed?: number },
): Matrix[] {
  checkOptions('predictSamples', options, ['samples', 'seed']);
  const { samples, seed = state.seed } = options;
  checkInteger({ fn: 'predictSamples', name: 'samples', meaning: 'number of passes' }, samples, 1, 2 ** 20);
  checkSeed({ fn: 'predictSamples', name: 'seed' }, seed);
  const { inputDim, outputDim } = state.architecture;
  const { rows, data } = checkInputs({ fn: 'predictSamples', name: 'X' }, X, inputDim);
  const key = noiseKey(seed, 'samples');
  return withArena('predictSamples', arena => {
    const network = bindNetwork(arena, state, rows);
    const x = arena.store(data, rows, inputDim);
    return Array.from({ length: samples }, (_, step) => {
      network.forward(x, { rows, training: true, key, step });
      return new Matrix(rows, outputDim, arena.read(network.last.output.value, rows, outputDim));
    });
  });
}
