import { beforeAll, describe, expect, it } from 'vitest';
import { adam, type Adam } from '../../lib/src/engine/optimizers/adam.ts';
import { dense } from '../../lib/src/engine/layers/dense.ts';
import { dropout } from '../../lib/src/engine/layers/dropout.ts';
import type { Sequential } from '../../lib/src/engine/model.ts';
import { sequential } from '../../lib/src/engine/sequential.ts';
import { trainStep } from '../../lib/src/engine/trainStep.ts';
import { adamStepByTensorFlow, byTensorFlow } from '../fixtures/trajectory/byTensorFlow.ts';
import {
  adamStep,
  HIDDEN_LAYERS,
  initialWeights,
  losses,
  sampled,
  steps,
  weightsAfter,
} from '../fixtures/trajectory/recipe.ts';
import { ADAM_STEP, TRAJECTORY } from '../tolerances.ts';

const CHECKPOINTS = [1, 10, 200] as const;

/** Trains section 10's network on the handed-over batches and masks; returns losses, and weights by checkpoint. */
function train(optimizer: Adam): { losses: number[]; weights: Map<number, number[]> } {
  const model = section10();
  model.setWeights(initialWeights());
  const seen = new Map<number, number[]>();
  const measured: number[] = [];
  for (const { step, X, y, masks } of steps()) {
    const byName = Object.fromEntries(masks.map((mask, layer) => [`dropout_${layer + 1}`, mask]));
    measured.push(trainStep(model, X, y, { loss: 'binaryCrossentropy', optimizer, masks: byName }));
    if (CHECKPOINTS.some(checkpoint => checkpoint === step)) seen.set(step, sampled(model.getWeights()));
  }
  return { losses: measured, weights: seen };
}

function section10(): Sequential {
  const hidden = Array.from({ length: HIDDEN_LAYERS }, () => [
    dense({ units: 64, activation: 'relu' }),
    dropout({ rate: 0.5 }),
  ]);
  return sequential([...hidden.flat(), dense({ units: 1, activation: 'sigmoid' })], { inputDim: 2, seed: 0 });
}

const furthest = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((value, i) => Math.abs(value - b[i])));

describe('200 steps of the section-10 network from handed-over weights, batches and masks', () => {
  let ours: ReturnType<typeof train>;
  beforeAll(() => {
    ours = train(adam({ learningRate: 0.01 }));
  });

  it.each(['exact', 'pytorch', 'keras'] as const)('give the losses of the %s run at every step', run => {
    expect(furthest(ours.losses, losses(run))).toBeLessThan(TRAJECTORY.losses);
  });

  it.each(CHECKPOINTS.flatMap(step => (['exact', 'pytorch', 'keras'] as const).map(run => ({ step, run }))))(
    'leave the weights of the $run run after step $step',
    ({ step, run }) => {
      expect(furthest(ours.weights.get(step)!, weightsAfter(run, step))).toBeLessThan(
        TRAJECTORY.weights[step],
      );
    },
  );

  it.each(CHECKPOINTS)("leave PyTorch's own Adam far behind after step %i", step => {
    expect(furthest(ours.weights.get(step)!, weightsAfter('pytorchAdam', step))).toBeGreaterThan(
      100 * TRAJECTORY.weights[step],
    );
  });

  it('are those of TensorFlow.js, live, for ten steps', () => {
    const theirs = byTensorFlow(10);
    expect(furthest(theirs.losses, ours.losses)).toBeLessThan(TRAJECTORY.tensorflow);
    expect(furthest(sampled(theirs.weights), ours.weights.get(10)!)).toBeLessThan(TRAJECTORY.tensorflow);
  });
});

describe("Adam's first step against a gradient of 1e-6", () => {
  const { gradient, keras, pytorch } = adamStep;
  const tensorflow = adamStepByTensorFlow(gradient);
  const ours = moveBias(gradient);

  it('is that of Keras, whose epsilon (1e-7) stands outside the bias correction', () => {
    expect(Math.abs(ours / keras - 1)).toBeLessThan(ADAM_STEP);
  });

  it('is a quarter of that of PyTorch (1e-8 inside) and of TensorFlow.js (1e-7 inside), which differ too', () => {
    expect(Math.abs(pytorch / (0.01 / (1 + 1e-8 / gradient)) - 1)).toBeLessThan(ADAM_STEP);
    expect(Math.abs(tensorflow / (0.01 / (1 + 1e-7 / gradient)) - 1)).toBeLessThan(ADAM_STEP);
    expect(ours / tensorflow).toBeLessThan(0.27);
    expect(tensorflow / pytorch).toBeLessThan(0.92);
  });
});

/** How far one step of `adam` moves a bias against `gradient`, that of (bias - target)². */
function moveBias(gradient: number): number {
  const model = sequential([dense({ units: 1, kernelInitializer: 'zeros' })], { inputDim: 1, seed: 0 });
  const optimizer = adam({ learningRate: 0.01 });
  trainStep(model, [[0]], [[gradient / 2]], { loss: 'meanSquaredError', optimizer });
  return model.getWeights()[1].data[0];
}
