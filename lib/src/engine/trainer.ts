import type { Arena } from './kernels/arena';
import type { Pass } from './layers/layer';
import type { BoundLoss, LossKind } from './losses/loss';
import { bindNetwork, type Network } from './network';
import { freshState, kindOf, type Optimizer } from './optimizers/kinds';
import type { OptimizerState } from './optimizers/optimizer';
import { rateAt } from './schedules';
import type { ModelState } from './state';

/** A model, a loss and an optimizer in an arena. The model itself changes only when the steps are published. */
export class Trainer {
  readonly network: Network;
  readonly loss: BoundLoss;
  /** Steps taken with the model, by whatever optimizer. */
  steps: number;
  readonly #memory: OptimizerState;
  readonly #model: ModelState;
  readonly #optimizer: Optimizer;
  readonly #slots: readonly number[];

  constructor(arena: Arena, model: ModelState, loss: LossKind, optimizer: Optimizer, capacity: number) {
    const { size } = model.architecture;
    this.network = bindNetwork(arena, model, capacity);
    this.loss = loss.bind(arena.kernels, this.network.last);
    const known = model.optimizers.get(optimizer) ?? freshState(optimizer, size);
    this.steps = model.steps;
    this.#memory = { ...known, powers: [...known.powers] };
    this.#model = model;
    this.#optimizer = optimizer;
    this.#slots = known.slots.map(values => arena.store(values, 1, size));
  }

  /** One step on the rows at offsets x and y, with new masks; returns their loss before it, penalties included. */
  step(x: number, y: number, batch: Pick<Pass, 'rows' | 'key' | 'masks'>): number {
    const { network, loss } = this;
    const { rows, key, masks } = batch;
    const pass: Pass = { rows, training: true, key, step: this.steps++, masks };
    network.forward(x, pass);
    const value = loss.measure(y, pass.rows);
    network.backward(pass, loss.fromLogits);
    const penalty = network.regularize();
    const { arena, weights: w, gradients: g, architecture } = network;
    const learningRate = rateAt(this.#optimizer.learningRate, this.#memory.steps++);
    const work = { kernels: arena.kernels, slots: this.#slots, w, g, count: architecture.size, learningRate };
    kindOf(this.#optimizer).step(this.#optimizer, this.#memory, work);
    network.constrain();
    return value + penalty;
  }

  /** Whether all weights are finite. */
  isFinite(): boolean {
    const { arena, weights, architecture } = this.network;
    return arena.kernels.allFinite(weights, architecture.size) === 1;
  }

  /** Hands the weights, the number of steps and the optimizer's memory to the model. */
  publish(): void {
    const { arena, weights, architecture } = this.network;
    const state = this.#memory;
    this.#model.steps = this.steps;
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
