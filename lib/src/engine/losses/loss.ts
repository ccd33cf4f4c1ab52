import { type Argument, violation } from '../../check';
import { count } from '../../count';
import type { Matrix } from '../../numpy/matrix';
import type { Tensor } from '../kernels/arena';
import type { Kernels } from '../kernels/kernels';

/** The last layer of a network, as far as a loss sees it. */
export interface Last {
  readonly output: Tensor;
  /** z of the layer's activation f(z), and ∂loss/∂z. */
  readonly logits?: { readonly value: number; readonly grad: number };
}

/** A loss in place after a network. */
export interface BoundLoss {
  /** Whether the gradient starts from the logits of the last layer. */
  readonly fromLogits: boolean;
  /** The mean over the rows just passed forward, against the targets at `y`; leaves its gradient in the last layer. */
  measure(y: number, rows: number): number;
  /** The share of predictions that are right, times rows; undefined where that means nothing. */
  readonly matches?: (y: number, rows: number) => number;
}

/** One kind of loss. */
export interface LossKind {
  readonly name: string;
  /** The activation that the last layer must have, because the loss is computed from its logits; any where left out. */
  readonly activation?: 'sigmoid' | 'softmax';
  /** The targets as the kernels take them, (rows × units), once they are within the loss's range; `given` for errors. */
  encode(argument: Argument, y: Matrix, units: number, given: unknown): Matrix;
  /** Puts the loss in place. */
  bind(kernels: Kernels, last: Last): BoundLoss;
}

/** The targets, unless their number of columns is wrong. */
export function checkColumns(
  argument: Argument,
  y: Matrix,
  units: number,
  given: unknown,
  hint: string = '',
): Matrix {
  if (y.cols === units) return y;
  throw new RangeError(violation(argument, `have ${count(units, 'column')}, one per output${hint}`, given));
}

/** The targets, unless one of them is not in [0, 1]. */
export function checkProbabilities(argument: Argument, y: Matrix, loss: string): Matrix {
  const outside = y.data.find(value => value < 0 || value > 1);
  if (outside === undefined) return y;
  throw new RangeError(violation(argument, `be in [0, 1] for ${loss}`, outside));
}
