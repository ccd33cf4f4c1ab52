import { type Options, readOptions, type Settings } from '../../options';
import { checkedLearningRate } from '../schedules';
import type { OptimizerKind } from './optimizer';

const table = {
  /** α, about the length of a step of every weight, or a schedule such as `cosineDecay(…)`; 0.001 by default. */
  learningRate: { read: checkedLearningRate as typeof checkedLearningRate, default: 0.001 },
  /** β₁, how slowly the mean of the gradient forgets, in [0, 1); 0.9 by default. */
  beta1: { type: 'number', min: 0, below: 1, default: 0.9 },
  /** β₂, how slowly the mean of its square forgets, in [0, 1); 0.999 by default. */
  beta2: { type: 'number', min: 0, below: 1, default: 0.999 },
  /** ε, added to the root of the mean square; 1e-7 by default. */
  epsilon: { type: 'number', above: 0, default: 1e-7 },
} as const;

/** What `adam` takes. */
export type AdamOptions = Options<typeof table>;

/** Adam, as `adam` returns it. */
export interface Adam extends Settings<typeof table> {
  readonly kind: 'adam';
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
  return Object.freeze({ kind: 'adam', ...readOptions('adam', table, options) });
}

export const adamKind: OptimizerKind<Adam> = {
  build: adam,
  slots: () => 2,
  step({ beta1, beta2, epsilon }, { powers }, { kernels, slots, w, g, count, learningRate }) {
    powers[0] *= beta1;
    powers[1] *= beta2;
    const rate = (learningRate * Math.sqrt(1 - powers[1])) / (1 - powers[0]);
    kernels.adam(w, g, slots[0], slots[1], count, rate, 1 - beta1, 1 - beta2, epsilon);
  },
};
