import type { MatrixLike } from '../numpy/matrix';
import { type Options, readOptions } from '../options';
import type { TargetsLike } from './batch';
import { checkData } from './checkData';
import { trainingTable } from './fitOptions';
import { withArena } from './kernels/pool';
import { noiseKey } from './layers/noise';
import { checkMasks, type Masks } from './masks';
import { checkModel, type Sequential } from './model';
import { Trainer } from './trainer';

const table = {
  /** Masks to use instead of drawing them, by layer name: 1 = kept, 0 = dropped. */
  masks: { read: (masks: Masks): Masks => masks, default: {} },
  /** Seed of the masks; the model's own by default. */
  seed: { type: 'seed', optional: true },
} as const;

/** What `trainStep` takes. */
export type TrainStepOptions = Options<typeof trainingTable> & Options<typeof table>;

/**
 * One step of training on one batch: forward with masks, backward, one move of the optimizer. Returns the loss before the
 * step, penalties included.
 *
 * Every step of a model has its own masks, whatever the optimizer object. The optimizer's moments belong to the pair of
 * model and optimizer object: hand in the same object at every step.
 *
 * @throws TypeError or RangeError for bad input and when the step gives weights that are not finite; nothing is changed then.
 * @example
 * const optimizer = sgd({ learningRate: 0.1 });
 * const loss = trainStep(model, X, y, { loss: 'meanSquaredError', optimizer, masks: { dropout_1: [[1, 1, 0, 1]] } });
 */
export function trainStep(
  model: Sequential,
  X: MatrixLike,
  y: TargetsLike,
  options: TrainStepOptions,
): number {
  const fn = 'trainStep';
  checkModel(fn, model);
  const {
    loss,
    optimizer,
    masks,
    seed = model.seed,
  } = readOptions(fn, { ...trainingTable, ...table }, options);
  const { state } = model;
  const batch = checkData(fn, '', state.architecture, loss, X, y);
  const { rows } = batch.X;
  const given = checkMasks(fn, masks, state.architecture, rows);
  return withArena(fn, arena => {
    const trainer = new Trainer(arena, state, loss, optimizer, rows);
    const x = arena.store(batch.X.data, rows, batch.X.cols);
    const t = arena.store(batch.y.data, rows, batch.y.cols);
    const value = trainer.step(x, t, { rows, key: noiseKey(seed, 'masks'), masks: given });
    if (!Number.isFinite(value) || !trainer.isFinite()) {
      throw new RangeError(
        `trainStep: loss and weights must stay finite. Got loss ${value}; the step is not taken.`,
      );
    }
    trainer.publish();
    state.masks = trainer.network.masks(rows);
    return value;
  });
}
