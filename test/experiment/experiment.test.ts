import { describe, expect, it } from 'vitest';
import {
  dense,
  type Experiment,
  experimentData,
  lectureExperiment,
  runExperiment,
} from '../../lib/src/index.ts';
import { EXACT } from '../tolerances.ts';

const lecture = lectureExperiment({ width: 8, epochs: 3, nFresh: 60 });

/** Three clouds, twelve standard deviations apart: every point is nearest to its own centre. */
const threeClasses: Experiment = {
  data: {
    ...lecture.data,
    centers: [
      [-3, 0],
      [0, 3],
      [3, 0],
    ],
    clusterStd: 0.25,
  },
  layers: [dense({ units: 3, activation: 'softmax' })],
  fit: { ...lecture.fit, loss: 'sparseCategoricalCrossentropy', epochs: 200 },
};

describe('runExperiment', () => {
  it('trains on more than two classes: clouds that lie apart are told apart', async () => {
    const run = await runExperiment(threeClasses, 1);
    expect([run.trainAccuracy, run.valAccuracy, run.trueAccuracy]).toEqual([1, 1, 1]);
  });

  it('starts three classes from ln 3 where all weights are zero', async () => {
    const layers = [dense({ units: 3, activation: 'softmax', kernelInitializer: 'zeros' })];
    const { fit } = threeClasses;
    const run = await runExperiment({ ...threeClasses, layers, fit: { ...fit, epochs: 0 } }, 1);
    expect(Math.abs(run.trueLoss - Math.log(3))).toBeLessThan(EXACT);
  });

  it.each(['categoricalCrossentropy', 'meanSquaredError'])(
    'refuses %s, for classes are numbers',
    async loss => {
      const fit = { ...threeClasses.fit, loss } as unknown as Experiment['fit'];
      await expect(runExperiment({ ...threeClasses, fit }, 1)).rejects.toThrow(
        "runExperiment: loss must be one of 'binaryCrossentropy', 'sparseCategoricalCrossentropy'. Got",
      );
    },
  );

  it.each([undefined, null, 5])('refuses %s for how to train', async fit => {
    const wrong = { ...lecture, fit } as unknown as Experiment;
    await expect(runExperiment(wrong, 1)).rejects.toThrow(
      `runExperiment: fit (loss, optimizer, epochs, batchSize) must be an object. Got ${fit}.`,
    );
  });
});

describe('experimentData', () => {
  it.each([
    [NaN, /^experiment: labelNoise \(fraction of wrong training labels\) must be finite. Got NaN.$/],
    [null, /^experiment: labelNoise .* must be a number. Got null.$/],
    [1.5, /^experiment: labelNoise .* must be in \[0, 1\]. Got 1.5.$/],
  ])('refuses %s as label noise', (labelNoise, message) => {
    const recipe = { ...lecture.data, labelNoise: labelNoise as number };
    expect(() => experimentData(recipe, 1)).toThrow(message);
  });
});
