import { randomState } from '../numpy/random';
import type { Logs } from './callbacks';
import { type Evaluation, measureAll } from './evaluate';
import type { FitPlan } from './fitOptions';
import type { Arena } from './kernels/arena';
import { noiseKey } from './layers/noise';
import type { ModelState } from './state';
import type { Trainer } from './trainer';

/** Trains step by step: yields nothing after a step within an epoch, and what was measured after each epoch. */
export function* epochs(
  arena: Arena,
  trainer: Trainer,
  plan: FitPlan,
  model: ModelState,
): Generator<Logs | undefined> {
  const { X, batchSize, shuffle, seed } = plan;
  const { network, loss } = trainer;
  const { kernels } = arena;
  const [xStride, yStride] = [network.input.stride, network.last.output.stride];
  const train = store(arena, plan);
  const validation = plan.validation && store(arena, plan.validation);
  const order = arena.allocate(X.rows);
  const identity = Int32Array.from({ length: X.rows }, (_, i) => i);
  const permutation = identity.slice();
  const [xBatch, yBatch] = [arena.allocate(batchSize * xStride), arena.allocate(batchSize * yStride)];
  const random = randomState(seed).spawn('batches');
  const shuffled = (): Int32Array => {
    permutation.set(identity);
    random.shuffle(permutation);
    return permutation;
  };
  if (shuffle) for (let done = 0; done < model.epochs; done++) shuffled();
  const key = noiseKey(seed, 'masks');
  let rows = 0;
  const showMasks = (): void => {
    model.masks = network.masks(rows);
    rows = 0;
  };
  try {
    for (let epoch = 0; epoch < plan.epochs; epoch++) {
      if (shuffle) arena.heap.set(shuffled(), order);
      let [sum, matches] = [0, 0];
      for (let from = 0; from < X.rows; from += batchSize) {
        if (from > 0) yield;
        rows = Math.min(batchSize, X.rows - from);
        if (shuffle) {
          kernels.gather(train.x, xStride, order + from, rows, xBatch);
          kernels.gather(train.y, yStride, order + from, rows, yBatch);
        }
        const x = shuffle ? xBatch : train.x + from * xStride;
        const t = shuffle ? yBatch : train.y + from * yStride;
        const value = trainer.step(x, t, { rows, key });
        checkConverging(value, 'loss', model.epochs);
        sum += value * rows;
        matches += loss.matches?.(t, rows) ?? 0;
      }
      if (!trainer.isFinite()) checkConverging(NaN, 'weights', model.epochs);
      trainer.publish();
      model.epochs++;
      if (plan.callbacks.length || epoch === plan.epochs - 1) showMasks();
      const evaluated = plan.evaluateTraining && measureAll(network, loss, train.x, train.y, X.rows);
      const validated = validation && measureAll(network, loss, validation.x, validation.y, validation.rows);
      const trained: Evaluation = { loss: sum / X.rows, accuracy: loss.matches && matches / X.rows };
      yield logsOf(trained, evaluated || undefined, validated);
    }
  } finally {
    if (rows > 0) showMasks();
  }
}

function store(arena: Arena, { X, y }: Pick<FitPlan, 'X' | 'y'>): { x: number; y: number; rows: number } {
  return {
    x: arena.store(X.data, X.rows, X.cols),
    y: arena.store(y.data, y.rows, y.cols),
    rows: X.rows,
  };
}

/** What was measured, under its names in the history: no accuracy where that means nothing. */
function logsOf(trained: Evaluation, evaluated?: Evaluation, validated?: Evaluation): Logs {
  const logs: { -readonly [name in keyof Logs]: Logs[name] } = { loss: trained.loss };
  const accurate = trained.accuracy !== undefined;
  if (accurate) logs.accuracy = trained.accuracy;
  if (evaluated) logs.train_loss = evaluated.loss;
  if (evaluated && accurate) logs.train_accuracy = evaluated.accuracy;
  if (validated) logs.val_loss = validated.loss;
  if (validated && accurate) logs.val_accuracy = validated.accuracy;
  return logs;
}

/** Throws a RangeError when training has run away. */
function checkConverging(value: number, what: string, epoch: number): void {
  if (Number.isFinite(value)) return;
  throw new RangeError(
    `fit: the ${what} must stay finite. Got ${value} in epoch ${epoch}: the training diverges ` +
      '(try a smaller learningRate). The model keeps the weights of the epoch before.',
  );
}
