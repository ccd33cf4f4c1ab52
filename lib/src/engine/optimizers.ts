import { violation } from '../check';
import { type Options, readOptions, type Settings } from '../options';
import type { Kernels } from './kernels/kernels';

const sgdTable = {
  /** Length of a step along the negative gradient; 0.01 by default. */
  learningRate: { type: 'number', above: 0, default: 0.01 },
  /** µ in u ← µ u − learningRate · g, in [0, 1); 0 (default) takes plain steps. */
  momentum: { type: 'number', min: 0, below: 1, default: 0 },
  /** Whether the step looks ahead: w ← w + µ u − learningRate · g; false by default. */
  nesterov: { type: 'boolean', default: false },
} as const;

const adamTable = {
  /** α, about the length of a step of every weight; 0.001 by default. */
  learningRate: { type: 'number', above: 0, default: 0.001 },
  /** β₁, how slowly the mean of the gradient forgets, in [0, 1); 0.9 by default. */
  beta1: { type: 'number', min: 0, below: 1, default: 0.9 },
  /** β₂, how slowly the mean of its square forgets, in [0, 1); 0.999 by default. */
  beta2: { type: 'number', min: 0, below: 1, default: 0.999 },
  /** ε, added to the root of the mean square; 1e-7 by default. */
  epsilon: { type: 'number', above: 0, default: 1e-7 },
} as const;

/** What `sgd` takes. */
export type SgdOptions = Options<typeof sgdTable>;
/** What `adam` takes. */
export type AdamOptions = Options<typeof adamTable>;

/** Stochastic gradient descent, as `sgd` returns it. */
export interface Sgd extends Settings<typeof sgdTable> {
  readonly kind: 'sgd';
}

/** Adam, as `adam` returns it. */
export interface Adam extends Settings<typeof adamTable> {
  readonly kind: 'adam';
}

export type Optimizer = Sgd | Adam;

/**
 * Stochastic gradient descent, with momentum if asked.
 *
 * w ← w − learningRate · g. With momentum µ: u ← µ u − learningRate · g, then w ← w + u, or with `nesterov`
 * w ← w + µ u − learningRate · g. The defaults are Keras's: learning rate 0.01, no momentum.
 *
 * @throws RangeError when the learning rate is not positive or the momentum outside [0, 1).
 * @example
 * sgd({ learningRate: 0.1, momentum: 0.9 });
 * @see Keras: https://keras.io/api/optimizers/sgd/
 */
export function sgd(options: SgdOptions = {}): Sgd {
  return Object.freeze({ kind: 'sgd', ...readOptions('sgd', sgdTable, options) });
}

/**
 * Adam: steps by a running mean of the gradient over the root of a running mean of its square.
 *
 * m ← m + (1−β₁)(g − m); v ← v + (1−β₂)(g² − v); w ← w − α √(1−β₂ᵗ)/(1−β₁ᵗ) · m / (√v + ε).
 *
 * Keras's variant: ε = 1e-7 is added to √v as it is, outside the bias correction. PyTorch (1e-8) adds it after the
 * correction of v, TensorFlow.js (1e-7) too: with small gradients the three differ. A weight whose gradient has become
 * 0 keeps moving for some steps, as m does not vanish at once.
 *
 * @throws RangeError when the learning rate or ε is not positive or a β outside [0, 1).
 * @example
 * adam({ learningRate: 0.01 });
 * @see Kingma and Ba 2015, arXiv:1412.6980; Keras: https://keras.io/api/optimizers/adam/
 */
export function adam(options: AdamOptions = {}): Adam {
  return Object.freeze({ kind: 'adam', ...readOptions('adam', adamTable, options) });
}

/** Throws unless `value` is an optimiser with all its settings, each within range. */
export function checkOptimizer(fn: string, value: unknown): asserts value is Optimizer {
  const { kind, ...settings } = (typeof value === 'object' && value !== null ? value : {}) as Optimizer;
  const made = kind === 'sgd' ? sgd(settings as Sgd) : kind === 'adam' && adam(settings as Adam);
  if (made && Object.keys(made).every(name => name in (value as Optimizer))) return;
  const argument = { fn, name: 'optimizer' };
  throw new TypeError(
    violation(argument, 'come from sgd(…) or adam(…), as adam({ learningRate: 0.01 })', value),
  );
}

/** What an optimiser remembers about one model from step to step. */
export interface OptimizerState {
  /** Steps taken, and epochs of `fit` completed. */
  steps: number;
  epochs: number;
  /** β₁ᵗ and β₂ᵗ. */
  powers: [number, number];
  /** Adam's m and v, or momentum's u, laid out as the weights. */
  readonly slots: readonly Float32Array[];
}

/** The memory of an optimiser that has not taken a step yet, for `size` weights. */
export function freshState(optimizer: Optimizer, size: number): OptimizerState {
  const count = optimizer.kind === 'adam' ? 2 : Number(optimizer.momentum > 0);
  const slots = Array.from({ length: count }, () => new Float32Array(size));
  return { steps: 0, epochs: 0, powers: [1, 1], slots };
}

/** One step: moves the `count` weights at `w` by their gradients at `g`. `slots` are offsets of the state's. */
export function takeStep(
  kernels: Kernels,
  optimizer: Optimizer,
  state: OptimizerState,
  slots: readonly number[],
  w: number,
  g: number,
  count: number,
): void {
  state.steps++;
  if (optimizer.kind === 'adam') {
    const { learningRate, beta1, beta2, epsilon } = optimizer;
    state.powers[0] *= beta1;
    state.powers[1] *= beta2;
    const rate = (learningRate * Math.sqrt(1 - state.powers[1])) / (1 - state.powers[0]);
    kernels.adam(w, g, slots[0], slots[1], count, rate, 1 - beta1, 1 - beta2, epsilon);
  } else if (optimizer.momentum > 0) {
    const { learningRate, momentum, nesterov } = optimizer;
    kernels.momentum(w, g, slots[0], count, learningRate, momentum, Number(nesterov));
  } else kernels.sgd(w, g, count, optimizer.learningRate);
}
