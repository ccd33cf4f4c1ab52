import { type Argument, checkChoice } from '../../check';
import { binaryCrossentropy } from './binaryCrossentropy';
import { categoricalCrossentropy, sparseCategoricalCrossentropy } from './categoricalCrossentropy';
import type { LossKind } from './loss';
import { meanSquaredError } from './meanSquaredError';

/**
 * What training minimizes, a mean over the samples of a batch:
 * - 'binaryCrossentropy': −y ln ŷ − (1−y) ln(1−ŷ), targets in [0, 1], last layer sigmoid
 * - 'categoricalCrossentropy': −Σ y ln ŷ over the classes, targets one row of probabilities each, last layer softmax
 * - 'sparseCategoricalCrossentropy': the same, targets class numbers 0, 1, 2, …
 * - 'meanSquaredError': (ŷ − y)², mean over the units too
 *
 * The cross-entropies are computed from the logits z that go into the last activation, where Keras clips ŷ to
 * [1e-7, 1 − 1e-7]: exact also for predictions that round to 0 or 1.
 */
export type Loss =
  'binaryCrossentropy' | 'categoricalCrossentropy' | 'sparseCategoricalCrossentropy' | 'meanSquaredError';

/** Every kind of loss. A new one is a file of its own and its lines here. */
export const lossKinds: { readonly [Name in Loss]: LossKind } = {
  binaryCrossentropy,
  categoricalCrossentropy,
  sparseCategoricalCrossentropy,
  meanSquaredError,
};

/** The kind of a loss, from its name. */
export function lossKind(loss: Loss, argument: Argument): LossKind {
  checkChoice(argument, loss, Object.keys(lossKinds) as Loss[]);
  return lossKinds[loss];
}
