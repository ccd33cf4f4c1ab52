import { Matrix, type MatrixLike } from '../numpy/matrix';
import { type Options, readOptions } from '../options';
import { checkInputs, type TargetsLike } from './batch';
import { checkData } from './checkData';
import { withArena } from './kernels/pool';
import type { Pass } from './layers/layer';
import { noiseKey } from './layers/noise';
import type { BoundLoss } from './losses/loss';
import { type Loss, lossKind } from './losses/kinds';
import { bindNetwork, type Network } from './network';
import type { ModelState } from './state';

/** Rows passed at a time when predicting: their activations stay in the processor's cache. */
const CHUNK = 128;

/** How many rows a network holds that trains on batches of this size and that `measureAll` measures. */
export function capacityFor(batchSize: number): number {
  return Math.max(batchSize, CHUNK);
}

/** Predictions draw no noise. */
const NO_KEY = [0, 0] as const;

const evaluateTable = {
  /** The loss that is measured. */
  loss: { read: lossKind },
} as const;

const samplesTable = {
  /** Number of predictions. */
  samples: { type: 'integer', min: 1, max: 1048576, meaning: 'number of passes' },
  /** Seed of the masks; the model's own by default. A layer with a `seed` of its own keeps its masks. */
  seed: { type: 'seed', optional: true },
} as const;

/** What `predictSamples` takes. */
export type SamplesOptions = Options<typeof samplesTable>;

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
    const chunk = Math.min(CHUNK, rows - from);
    const pass: Pass = { rows: chunk, training: false, key: NO_KEY, step: 0, masks: undefined };
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
  options: { readonly loss: Loss },
): Evaluation {
  const { loss } = readOptions('evaluate', evaluateTable, options);
  const data = checkData('evaluate', '', state.architecture, loss, X, y);
  return withArena('evaluate', arena => {
    const network = bindNetwork(arena, state, CHUNK);
    const x = arena.store(data.X.data, data.X.rows, data.X.cols);
    const yAt = arena.store(data.y.data, data.y.rows, data.y.cols);
    return measureAll(network, loss.bind(arena.kernels, network.last), x, yAt, data.X.rows);
  });
}

/** Monte-Carlo prediction: `samples` predictions with dropout active, each with its own masks. */
export function predictSamples(state: ModelState, X: MatrixLike, options: SamplesOptions): Matrix[] {
  const { samples, seed = state.seed } = readOptions('predictSamples', samplesTable, options);
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
