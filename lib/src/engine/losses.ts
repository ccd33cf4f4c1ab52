import { type Argument, checkChoice, violation } from '../check';
import { Matrix } from '../numpy/matrix';
import type { Architecture } from './architecture';
import type { Network } from './network';

/** Names of the losses. */
const LOSSES = [
  'binaryCrossentropy',
  'categoricalCrossentropy',
  'sparseCategoricalCrossentropy',
  'meanSquaredError',
] as const;

/**
 * What training makes small, a mean over the samples of a batch:
 * - 'binaryCrossentropy': −y ln ŷ − (1−y) ln(1−ŷ), targets in [0, 1], last layer sigmoid
 * - 'categoricalCrossentropy': −Σ y ln ŷ over the classes, targets one row of probabilities each, last layer softmax
 * - 'sparseCategoricalCrossentropy': the same, targets class numbers 0, 1, 2, …
 * - 'meanSquaredError': (ŷ − y)², mean over the units too
 *
 * Both cross-entropies are computed from the logits z that go into the last activation, where Keras clips ŷ to
 * [1e-7, 1 − 1e-7]: exact also for predictions that round to 0 or 1.
 */
export type Loss = (typeof LOSSES)[number];

/** A loss in place behind a network. */
export interface BoundLoss {
  readonly fromLogits: boolean;
  /** The mean over the rows just passed forward, against the targets at `y`; leaves its gradient in the last layer. */
  measure(y: number, rows: number): number;
  /** The share of predictions that are right, times rows; undefined where that means nothing. */
  readonly matches?: (y: number, rows: number) => number;
}

/** Throws unless the loss is known and the model's last layer gives what it needs. */
export function checkLoss(fn: string, loss: unknown, shape: Architecture): asserts loss is Loss {
  const argument = { fn, name: 'loss' };
  checkChoice(argument, loss, LOSSES);
  if (loss === 'meanSquaredError') return;
  const needed = loss === 'binaryCrossentropy' ? 'sigmoid' : 'softmax';
  const { layer } = shape.layers[shape.layers.length - 1];
  if (layer.kind === 'dense' && layer.activation === needed) return;
  const call = `dense({ units: ${shape.outputDim}, activation: '${needed}' })`;
  throw new RangeError(violation(argument, `follow a last layer ${call}`, loss));
}

/** Puts a loss in place. */
export function bindLoss(loss: Loss, network: Network): BoundLoss {
  const { kernels } = network.arena;
  const { output, logits } = network.last;
  const { value: a, grad: da, cols, stride } = output;
  if (loss === 'meanSquaredError') {
    return {
      fromLogits: false,
      measure: (y, rows) =>
        kernels.meanSquaredError(a, y, da, rows, cols, stride, 1 / (rows * cols)) / (rows * cols),
    };
  }
  const { value: z, grad: dz } = logits as NonNullable<typeof logits>;
  if (loss === 'binaryCrossentropy') {
    return {
      fromLogits: true,
      measure: (y, rows) =>
        kernels.binaryCrossentropy(z, a, y, dz, rows, cols, stride, 1 / (rows * cols)) / (rows * cols),
      matches: (y, rows) => kernels.binaryMatches(a, y, rows, cols, stride) / cols,
    };
  }
  return {
    fromLogits: true,
    measure: (y, rows) => kernels.categoricalCrossentropy(z, a, y, dz, rows, cols, stride, 1 / rows) / rows,
    matches: (y, rows) => kernels.categoricalMatches(a, y, rows, cols, stride),
  };
}

/** The targets as the kernels take them, (rows × units), once they are within the loss's range. */
export function encodeTargets(argument: Argument, loss: Loss, y: Matrix, units: number): Matrix {
  if (loss === 'sparseCategoricalCrossentropy') return oneHot(argument, y, units);
  if (y.cols !== units) {
    throw new RangeError(violation(argument, `have ${units} columns, one per output`, y));
  }
  if (loss === 'meanSquaredError') return y;
  const outside = y.data.find(value => value < 0 || value > 1);
  if (outside !== undefined) {
    throw new RangeError(violation(argument, `be in [0, 1] for ${loss}`, outside));
  }
  if (loss === 'categoricalCrossentropy') checkRowSums(argument, y);
  return y;
}

function oneHot(argument: Argument, y: Matrix, units: number): Matrix {
  if (y.cols !== 1) throw new RangeError(violation(argument, 'have one class number per row', y));
  const encoded = new Matrix(y.rows, units, new Float32Array(y.rows * units));
  y.data.forEach((value, i) => {
    if (!Number.isInteger(value) || value < 0 || value >= units) {
      throw new RangeError(violation(argument, `hold class numbers 0 to ${units - 1}`, value));
    }
    encoded.data[i * units + value] = 1;
  });
  return encoded;
}

function checkRowSums(argument: Argument, y: Matrix): void {
  for (let i = 0; i < y.rows; i++) {
    const sum = y.row(i).reduce((total, value) => total + value, 0);
    if (Math.abs(sum - 1) > 1e-4) {
      throw new RangeError(violation(argument, 'have rows that sum to 1 (probabilities)', y.row(i)));
    }
  }
}
