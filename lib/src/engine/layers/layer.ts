import type { Matrix } from '../../numpy/matrix';
import type { Initializer } from '../initializers';
import type { Arena, Tensor } from '../kernels/arena';

/**
 * What one pass over a batch needs to know; randomness is handed in here, never ambient. In a loop it is built with all
 * fields in this order: engines read objects of one shape faster.
 */
export interface Pass {
  readonly rows: number;
  readonly training: boolean;
  /** The Philox key of this model's masks and the number of the step they are drawn for. */
  readonly key: readonly [number, number];
  readonly step: number;
  /** Masks to use instead of drawing, by layer name. */
  readonly masks?: Readonly<Record<string, Matrix>>;
}

/** Trainable numbers of a layer: rows × cols; a bias is one row. */
export interface Parameter {
  readonly name: 'kernel' | 'bias';
  readonly rows: number;
  readonly cols: number;
  readonly initializer: Initializer;
}

/** A parameter in a model: padded, at `offset` in the region of all weights. */
export interface ParameterSlot extends Parameter {
  readonly layer: string;
  readonly offset: number;
}

/** What the masks of a layer look like. */
export interface MaskShape {
  /** Shape of the mask of one sample: (1, units), or that of the kernel whose weights are masked. */
  readonly shape: readonly [number, number];
  /** Whether it holds factors of any size instead of 0 and 1. */
  readonly factors?: boolean;
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
  readonly output: Tensor;
  /** z of the layer's activation f(z), and ∂loss/∂z. */
  readonly logits?: { readonly value: number; readonly grad: number };
  /** Where the last mask lies, one row for each sample: 1 = kept, 0 = dropped. */
  readonly mask?: { readonly at: number; readonly cols: number };
  forward(pass: Pass): void;
  /** From `output.grad` (or, when `fromLogits`, from `logits.grad`) to the parameters' and the input's gradient. */
  backward(pass: Pass, fromLogits?: boolean): void;
  /** Adds the penalty's derivative to the gradients and returns the penalty. */
  regularize?(): number;
  /** Brings the parameters back into the set they are confined to. */
  constrain?(): void;
}

/** What the settings of every layer hold. */
export interface LayerSettings {
  readonly kind: string;
  readonly name?: string;
}

/** A layer with its name and the number of units it takes and gives. */
export interface Placed<Layer extends LayerSettings = LayerSettings> {
  readonly layer: Layer;
  readonly name: string;
  readonly inputDim: number;
  readonly outputDim: number;
  /** What its masks look like, if it has any. */
  readonly mask?: MaskShape;
}

/** The shape of a model: everything but the values of its weights. */
export interface Architecture {
  readonly inputDim: number;
  readonly outputDim: number;
  readonly layers: readonly Placed[];
  /** The kind of each layer. */
  readonly kinds: readonly LayerKind[];
  /** Where each parameter lies in the region of all weights, in Keras's order. */
  readonly slots: readonly ParameterSlot[];
  readonly size: number;
}

/** One kind of layer: everything the engine knows about it. */
export interface LayerKind<Layer extends LayerSettings = LayerSettings> {
  /** The type in the summary, as Keras names it. */
  readonly title: string;
  /** The layer with these settings, checked. */
  build(settings: Layer): Layer;
  /** Width of the output; that of the input where it is left out. Throws when the layer does not fit there. */
  outputDim?(layer: Layer, inputDim: number, name: string): number;
  /** Parameters in Keras's order; none where it is left out. */
  parameters?(layer: Layer, inputDim: number): readonly Parameter[];
  /** The masks of a layer that draws them or takes given ones. */
  mask?(layer: Layer, inputDim: number): MaskShape;
  /** Puts the layer in place. */
  bind(layer: Layer, site: Site): Node;
}
