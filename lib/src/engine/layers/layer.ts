import type { Matrix } from '../../numpy/matrix';
import type { Arena } from '../kernels/arena';

/** A batch of activations and, of the same shape, the derivative of the loss by each of them: offsets into the arena. */
export interface Tensor {
  value: number;
  grad: number;
  readonly cols: number;
  readonly stride: number;
}

/** What one pass over a batch needs to know; randomness is handed in here, never ambient. */
export interface Pass {
  readonly rows: number;
  readonly training: boolean;
  /** The Philox key of this model's masks and the number of the step they are drawn for. */
  readonly key: readonly [number, number];
  readonly step: number;
  /** Masks to use instead of drawing, by layer name. */
  readonly masks?: Readonly<Record<string, Matrix>>;
}

/** Trainable numbers of a layer: rows × cols (a bias is one row), padded, at `offset` in the region of all weights. */
export interface ParameterSlot {
  readonly layer: string;
  readonly name: 'kernel' | 'bias';
  readonly rows: number;
  readonly cols: number;
  readonly stride: number;
  readonly offset: number;
}

/** Where a layer is bound: its input, the room for its parameters and how many rows a batch has at most. */
export interface Site {
  readonly arena: Arena;
  readonly name: string;
  readonly index: number;
  readonly capacity: number;
  readonly input: Tensor;
  /** Offsets of value and gradient by parameter name. */
  readonly parameters: Readonly<Record<string, { value: number; grad: number }>>;
}

/** A layer in place: maps a batch forward and a gradient backward. */
export interface Node {
  readonly name: string;
  readonly output: Tensor;
  /** z of the layer's activation f(z), and ∂loss/∂z. */
  readonly logits?: { readonly value: number; readonly grad: number };
  /** Where the last mask lies: 1 = kept, 0 = dropped. */
  readonly mask?: number;
  forward(pass: Pass): void;
  /** From `output.grad` (or, when `fromLogits`, from `logits.grad`) to the parameters' and the input's gradient. */
  backward(pass: Pass, fromLogits?: boolean): void;
  /** Adds the penalty's derivative to the gradients and returns the penalty. */
  regularize?(): number;
  /** Brings the parameters back into the set they are confined to. */
  constrain?(): void;
}

/** A new batch of activations with room for `capacity` rows. */
export function tensor(arena: Arena, capacity: number, cols: number): Tensor {
  const stride = (cols + 3) & ~3;
  const [value, grad] = [arena.allocate(capacity * stride), arena.allocate(capacity * stride)];
  return { value, grad, cols, stride };
}
