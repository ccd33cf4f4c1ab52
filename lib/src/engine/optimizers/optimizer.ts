import type { Kernels } from '../kernels/kernels';

/** What an optimizer remembers about one model from step to step. */
export interface OptimizerState {
  /** Steps taken. */
  steps: number;
  /** β₁ᵗ and β₂ᵗ. */
  powers: [number, number];
  /** Adam's m and v, or momentum's u, laid out as the weights. */
  readonly slots: readonly Float32Array[];
}

/** One step's work: `count` weights at `w`, their gradients at `g`, the optimizer's slots. All are offsets. */
export interface Step {
  readonly kernels: Kernels;
  readonly slots: readonly number[];
  readonly w: number;
  readonly g: number;
  readonly count: number;
  readonly learningRate: number;
}

/** One kind of optimizer. */
export interface OptimizerKind<Optimizer> {
  /** The optimizer with these settings, checked. */
  build(settings: Optimizer): Optimizer;
  /** How many numbers it remembers for each weight. */
  slots(optimizer: Optimizer): number;
  /** Moves the weights. */
  step(optimizer: Optimizer, state: OptimizerState, step: Step): void;
}
