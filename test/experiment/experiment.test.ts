import { describe, expect, it } from 'vitest';
import {
  adam,
  dense,
  type Experiment,
  experimentData,
  lectureExperiment,
  makeCircles,
  makeMoons,
  runExperiment,
  sequentialFromJSON,
  sgd,
  trainTestSplit,
} from '../../lib/src/index.ts';
import { EXACT } from '../tolerances.ts';

const lecture = lectureExperiment({ width: 8, epochs: 3, nFresh: 60 });

/** Three clouds, twelve standard deviations apart: every point is nearest to its own center. */
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

  it.each(['hinge', undefined, 1])('refuses %s as loss', async loss => {
    const fit = { ...threeClasses.fit, loss } as unknown as Experiment['fit'];
    await expect(runExperiment({ ...threeClasses, fit }, 1)).rejects.toThrow(
      "fit: loss must be one of 'binaryCrossentropy', ",
    );
  });

  const x = Array.from({ length: 60 }, (_, i) => i / 30 - 1);
  const line: Experiment = {
    data: {
      kind: 'points',
      X: x.map(value => [value]),
      y: x.map(value => 3 * value - 1),
      nTrain: 40,
      nTest: 10,
    },
    layers: [dense({ units: 1 })],
    fit: { loss: 'meanSquaredError', optimizer: sgd({ learningRate: 0.5 }), epochs: 100, batchSize: 40 },
  };

  it('fits a line through points that are given: a regression', async () => {
    const run = await runExperiment({ ...line, keepModel: true, predictAt: [[0], [1]] }, 1);
    expect(run.trueLoss).toBeLessThan(1e-8);
    expect([run.trueAccuracy, run.valAccuracy, run.trainAccuracy]).toEqual([NaN, NaN, NaN]);
    expect(Math.abs(run.predictions![1] - 2)).toBeLessThan(1e-4);
    const model = sequentialFromJSON(run.model!);
    expect(model.predict([[0], [1]]).data).toEqual(run.predictions);
  });

  it.each(['moons', 'circles'] as const)('draws %s anew for every seed, and learns them', async kind => {
    const data = { kind, noise: 0.05, nTrain: 200, nTest: 40, nFresh: 400 };
    const make = kind === 'moons' ? makeMoons : makeCircles;
    const all = make({ nSamples: 240, noise: 0.05, randomState: 3 });
    const split = trainTestSplit(all.X, all.y, { testSize: 40, randomState: 3 });
    expect(experimentData(data, 3).train).toEqual({ X: split.XTrain, y: split.yTrain });
    expect(experimentData(data, 4).fresh.X).not.toEqual(experimentData(data, 3).fresh.X);
    const run = await runExperiment({ ...lectureExperiment({ depth: 2, width: 16 }), data }, 3);
    expect(run.trueAccuracy).toBeGreaterThan(0.9);
    expect(() => experimentData({ ...data, kind: 'spiral' } as never, 3)).toThrow(
      "experimentData: kind (of the data) must be one of 'blobs', 'moons', 'circles', 'points'. Got ",
    );
    expect(() => experimentData({ ...data, noise: -1 }, 3)).toThrow(
      'experimentData: noise must be at least 0',
    );
  });

  it('takes a data set of several classes, and one-hot targets', async () => {
    const X = x.map((value, i) => [value, i % 3]);
    const y = x.map((_, i) => i % 3);
    const oneHot = y.map(label => [0, 1, 2].map(k => Number(k === label)));
    const recipe = { kind: 'points', X, nTrain: 30, nTest: 15 } as const;
    const layers = [dense({ units: 3, activation: 'softmax' })];
    const fit = { ...threeClasses.fit, optimizer: adam({ learningRate: 0.1 }), epochs: 100 };
    const [sparse, dense3] = await Promise.all([
      runExperiment({ data: { ...recipe, y }, layers, fit }, 1),
      runExperiment(
        { data: { ...recipe, y: oneHot }, layers, fit: { ...fit, loss: 'categoricalCrossentropy' } },
        1,
      ),
    ]);
    expect(sparse.trueAccuracy).toBe(1);
    expect({ ...dense3 }).toEqual({ ...sparse });
  });

  it.each([undefined, null, 5])('refuses %s for how to train', async fit => {
    const wrong = { ...lecture, fit } as unknown as Experiment;
    await expect(runExperiment(wrong, 1)).rejects.toThrow(
      `runExperiment: fit (loss, optimizer, epochs, batchSize) must be an object. Got ${fit}.`,
    );
  });
});
