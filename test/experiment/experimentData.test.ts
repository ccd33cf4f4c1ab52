import { describe, expect, it } from 'vitest';
import { experimentData, lectureExperiment, makeBlobs, trainTestSplit } from '../../lib/src/index.ts';

describe('experimentData', () => {
  const { data } = lectureExperiment();

  it('is makeBlobs and trainTestSplit with the seed as randomState', () => {
    const { train, test } = experimentData(data, 42);
    const { centers, clusterStd } = data;
    const { X, y } = makeBlobs({ nSamples: 200, centers, clusterStd, randomState: 42 });
    const { XTrain, yTrain, XTest, yTest } = trainTestSplit(X, y, { randomState: 42 });
    expect({ train, test }).toEqual({ train: { X: XTrain, y: yTrain }, test: { X: XTest, y: yTest } });
  });

  it('flips its share of the training labels and touches nothing else', () => {
    const clean = experimentData(data, 1);
    const noisy = experimentData({ ...data, labelNoise: 0.2 }, 1);
    expect(noisy.train.y.filter((label, i) => label !== clean.train.y[i])).toHaveLength(30);
    expect({ ...noisy, train: noisy.train.X }).toEqual({ ...clean, train: clean.train.X });
  });

  it('flips labels even where chance has drawn a single class', () => {
    const few = { ...data, nTrain: 12 };
    const ofOneClass = 7015;
    expect(new Set(experimentData(few, ofOneClass).train.y)).toEqual(new Set([1]));
    const { y } = experimentData({ ...few, labelNoise: 0.25 }, ofOneClass).train;
    expect(y.filter(label => label === 0)).toHaveLength(3);
  });

  it('draws a bootstrap sample of its training points for each member', () => {
    const whole = experimentData(data, 1);
    const [first, second] = [0, 1].map(member => experimentData({ ...data, bootstrap: true }, 1, member));
    const known = new Set(whole.train.X.toArray().map(String));
    const drawn = new Set(first.train.X.toArray().map(String));
    expect([...drawn].every(point => known.has(point))).toBe(true);
    expect(drawn.size).toBeGreaterThan(80);
    expect(drawn.size).toBeLessThan(110);
    expect(second.train).not.toEqual(first.train);
    expect(first.fresh).toEqual(whole.fresh);
  });

  it.each([
    [NaN, /^experimentData: labelNoise \(fraction of wrong training labels\) must be finite. Got NaN.$/],
    [null, /^experimentData: labelNoise .* must be a number. Got null.$/],
    [1.5, /^experimentData: labelNoise .* must be in \[0, 1\]. Got 1.5.$/],
  ])('refuses %s as label noise', (labelNoise, message) => {
    const recipe = { ...data, labelNoise: labelNoise as number };
    expect(() => experimentData(recipe, 1)).toThrow(message);
  });

  const points = { kind: 'points', X: [[1], [2], [3], [4], [5], [6]], y: [1, 2, 3, 4, 5, 6] } as const;

  it('divides given points by the seed: all of them, none twice, each with its target', () => {
    const { train, test, fresh } = experimentData({ ...points, nTrain: 3, nTest: 2 }, 1);
    const drawn = [train, test, fresh].flatMap(({ X }) => [...X.data]);
    expect([train, test, fresh].map(({ X }) => X.rows)).toEqual([3, 2, 1]);
    expect(drawn.toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
    expect([train, test, fresh].flatMap(({ y }) => [...('data' in y ? y.data : y)])).toEqual(drawn);
    expect(experimentData({ ...points, nTrain: 3, nTest: 2 }, 2).train).not.toEqual(train);
  });

  it.each<[object, string]>([
    [{ nTrain: 3 }, 'experimentData: nTest (points to validate on) must be a number. Got undefined.'],
    [{ nTrain: 3, nTest: 3 }, 'leave some for each and be at most 6'],
    [{ nTrain: 3, nTest: 2, nFresh: 2 }, 'leave some for each and be at most 6. Got 7.'],
    [{ nTrain: 3, nTest: 2, y: [1] }, 'experimentData: y must have 6 rows'],
    [{ nTrain: 3, nTest: 2, y: [0, 0.5, 1, 1, 1, 1], labelNoise: 0.5 }, 'experimentData: y[1]'],
    [{ nTrain: 3, nTest: 2, centers: [] }, "experimentData: option must be one of 'kind', 'X', 'y', "],
  ])('refuses %o', (changes, message) => {
    expect(() => experimentData({ ...points, ...changes } as never, 1)).toThrow(message);
  });
});
