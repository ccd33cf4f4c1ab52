import { Matrix } from '../numpy/matrix';
import { type Arena, padded, type Tensor } from './kernels/arena';
import type { Architecture, Node, Pass, Site } from './layers/layer';
import type { ModelState } from './state';

/** A model's layers in place in an arena, ready for batches of up to `capacity` rows. */
export class Network {
  readonly arena: Arena;
  readonly architecture: Architecture;
  readonly capacity: number;
  readonly input: Tensor;
  readonly nodes: readonly Node[];
  readonly last: Node;
  /** Offsets of all weights and of all their gradients, laid out as the architecture's slots. */
  readonly weights: number;
  readonly gradients: number;

  constructor(arena: Arena, shape: Architecture, capacity: number) {
    this.arena = arena;
    this.architecture = shape;
    this.capacity = capacity;
    this.weights = arena.allocate(shape.size);
    this.gradients = arena.allocate(shape.size);
    const stride = padded(shape.inputDim);
    const grad = arena.allocate(capacity * stride);
    this.input = { value: 0, grad, cols: shape.inputDim, stride };
    let input = this.input;
    this.nodes = shape.layers.map(({ layer, name }, index) => {
      const site = { arena, name, index, capacity, input, parameters: this.#parameters(name) };
      const node = shape.kinds[index].bind(layer, site);
      input = node.output;
      return node;
    });
    this.last = this.nodes[this.nodes.length - 1];
  }

  /** Runs the rows at offset `x` through all layers. */
  forward(x: number, pass: Pass): void {
    this.input.value = x;
    for (const node of this.nodes) node.forward(pass);
  }

  /** Takes the gradient of the last layer (or of its logits) back through all layers. */
  backward(pass: Pass, fromLogits: boolean): void {
    this.last.backward(pass, fromLogits);
    for (let i = this.nodes.length - 2; i >= 0; i--) this.nodes[i].backward(pass);
  }

  /** Adds the penalties to the gradients and returns their sum. */
  regularize(): number {
    let penalty = 0;
    for (const node of this.nodes) penalty += node.regularize?.() ?? 0;
    return penalty;
  }

  constrain(): void {
    for (const node of this.nodes) node.constrain?.();
  }

  /** The masks of the last training pass over `rows` rows, by layer name. */
  masks(rows: number): Record<string, Matrix> {
    const masks = this.nodes.flatMap(({ mask }, i): [string, Matrix][] => {
      if (!mask) return [];
      const values = this.arena.read(mask.at, rows, mask.cols);
      return [[this.architecture.layers[i].name, new Matrix(rows, mask.cols, values)]];
    });
    return Object.fromEntries(masks);
  }

  #parameters(layer: string): Site['parameters'] {
    const own = this.architecture.slots.filter(slot => slot.layer === layer);
    return Object.fromEntries(
      own.map(({ name, offset }) => [name, { value: this.weights + offset, grad: this.gradients + offset }]),
    );
  }
}

/** The model's layers in an arena, with its weights. */
export function bindNetwork(
  arena: Arena,
  { architecture, weights }: Pick<ModelState, 'architecture' | 'weights'>,
  capacity: number,
): Network {
  const network = new Network(arena, architecture, capacity);
  arena.heap.set(weights, network.weights);
  return network;
}
