import { type Options, readOptions, type Settings } from '../../options';
import { checkedLearningRate } from '../schedules';
import type { OptimizerKind } from './optimizer';

const table = {
  /** Length of a step along the negative gradient, or a schedule such as `exponentialDecay(…)`; 0.01 by default. */
  learningRate: { read: checkedLearningRate as typeof checkedLearningRate, default: 0.01 },
  /** µ in u ← µ u − learningRate · g, in [0, 1); 0 (default) takes plain steps. */
  momentum: { type: 'number', min: 0, below: 1, default: 0 },
  /** Whether the step looks ahead: w ← w + µ u − learningRate · g; false by default. */
  nesterov: { type: 'boolean', default: false },
} as const;

/** What `sgd` takes. */
export type SgdOptions = Options<typeof table>;

/** Stochastic gradient descent, as `sgd` returns it. */
export interface Sgd extends Settings<typeof table> {
  readonly kind: 'sgd';
}

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
  return Object.freeze({ kind: 'sgd', ...readOptions('sgd', table, options) });
}

export const sgdKind: OptimizerKind<Sgd> = {
  build: sgd,
  slots: ({ momentum }) => Number(momentum > 0),
  step({ momentum, nesterov }, _state, { kernels, slots, w, g, count, learningRate }) {
    if (momentum > 0) kernels.momentum(w, g, slots[0], count, learningRate, momentum, Number(nesterov));
    else kernels.sgd(w, g, count, learningRate);
  },
};
