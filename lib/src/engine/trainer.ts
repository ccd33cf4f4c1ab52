import type { Arena } from './kernels/arena';
import type { Pass } from './layers/layer';
import { bindLoss, type BoundLoss, type Loss } from './losses';
import type { Network } from './network';
import { freshState, type Optimizer, type OptimizerState, takeStep } from './optimizers';
import { bindNetwork } from './passes';
import type { ModelState } from './state';

/** A model, a loss and an optimiser in an arena. The model itself changes only when the steps are published. */
export class Trainer {
  readonly network: Network;
  readonly loss: BoundLoss;
  readonly optimizerState: OptimizerState;
  readonly #model: ModelState;
  readonly #optimizer: Optimizer;
  readonly #slots: readonly number[];

  constructor(arena: Arena, model: ModelState, loss: Loss, optimizer: Optimizer, capacity: number) {
    const { size } = model.architecture;
    this.network = bindNetwork(arena, model, capacity);
    this.loss = bindLoss(loss, this.network);
    const known = model.optimizers.get(optimizer) ?? freshState(optimizer, size);
    this.optimizerState = { ...known, powers: [...known.powers] };
    this.#model = model;
    this.#optimizer = optimizer;
    this.#slots = known.slots.map(values => arena.store(values, 1, size));
  }

  /** One step on the rows at offsets x and y; returns their loss before it, penalties included. */
  step(x: number, y: number, pass: Pass): number {
    const { network, loss } = this;
    network.forward(x, pass);
    const value = loss.measure(y, pass.rows);
    network.backward(pass, loss.fromLogits);
    const penalty = network.regularize();
    const { arena, weights, gradients, architecture } = network;
    takeStep(
      arena.kernels,
      this.#optimizer,
      this.optimizerState,
      this.#slots,
      weights,
      gradients,
      architecture.size,
    );
    network.constrain();
    return value + penalty;
  }

  /** Whether all weights are finite. */
  isFinite(): boolean {
    const { arena, weights, architecture } = this.network;
    return arena.kernels.allFinite(weights, architecture.size) === 1;
  }

  /** Hands weights and optimiser's memory to the model. */
  publish(): void {
    const { arena, weights, architecture } = this.network;
    const { optimizerState: state } = this;
    this.#model.weights.set(arena.heap.subarray(weights, weights + architecture.size));
    state.slots.forEach((values, i) => {
      values.set(arena.heap.subarray(this.#slots[i], this.#slots[i] + architecture.size));
    });
    this.#model.optimizers.set(this.#optimizer, { ...state, powers: [...state.powers] });
  }

  /** Takes the weights as the model has them now. */
  reload(): void {
    this.network.arena.heap.set(this.#model.weights, this.network.weights);
  }
}
