import { checkOptions, checkSeed } from '../check';
import type { MatrixLike } from '../numpy/matrix';
import type { TargetsLike } from './batch';
import { checkData, checkModel } from './fitOptions';
import { withArena } from './kernels/pool';
import { noiseKey } from './layers/dropout';
import { checkMasks, type Masks } from './layers/givenMask';
import { checkLoss, type Loss } from './losses';
import type { Sequential } from './model';
import { checkOptimizer, type Optimizer } from './optimizers';
import { dropoutSites } from './passes';
import { readMasks } from './state';
import { Trainer } from './trainer';

/** What `trainStep` takes. */
export interface TrainStepOptions {
  loss: Loss;
  optimizer: Optimizer;
  /** Masks to use instead of drawing them, by layer name: 1 = kept, 0 = dropped. */
  masks?: Masks;
  /** Seed of the masks; the model's own by default. */
  seed?: number;
}

/**
 * One step of training on one batch: forward with masks, backward, one move of the optimiser. Returns the loss before the
 * step, penalties included.
 *
 * The optimiser's moments belong to the pair of model and optimiser object: hand in the same object at every step.
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
  checkOptions(fn, options, ['loss', 'optimizer', 'masks', 'seed']);
  const { state } = model;
  const { loss, optimizer, masks = {}, seed = model.seed } = options;
  checkLoss(fn, loss, state.architecture);
  checkOptimizer(fn, optimizer);
  checkSeed({ fn, name: 'seed' }, seed);
  const batch = checkData(fn, '', model, loss, X, y);
  const { rows } = batch.X;
  const given = checkMasks(fn, masks, dropoutSites(state), rows);
  return withArena(fn, arena => {
    const trainer = new Trainer(arena, state, loss, optimizer, rows);
    const x = arena.store(batch.X.data, rows, batch.X.cols);
    const t = arena.store(batch.y.data, rows, batch.y.cols);
    const { steps: step } = trainer.optimizerState;
    const value = trainer.step(x, t, {
      rows,
      training: true,
      key: noiseKey(seed, 'masks'),
      step,
      masks: given,
    });
    if (!Number.isFinite(value) || !trainer.isFinite()) {
      throw new RangeError(
        `trainStep: loss and weights must stay finite. Got loss ${value}; the step is not taken.`,
      );
    }
    trainer.publish();
    state.masks = readMasks(trainer.network, rows);
    return value;
  });
}
