import { describe, expect, it } from 'vitest';
import * as data from '../../lib/src/data/index.ts';
import { expectGrammar } from '../expectGrammar.ts';

const X = [[1], [2], [3], [4], [5], [6], [7], [8]];
const y = [0, 1, 0, 1, 0, 1, 0, 1];
const badNumber = [NaN, Infinity, '1', true];
const badCount = [...badNumber, null, -1, 0, 0.5, 2 ** 53];
const badFlag = [null, 0, 1, 'true'];
const badState = [undefined, null, '1', -1, 0.5, 2 ** 32, {}];
const badSize = [...badNumber, -1, 0, 8, 1.5];

interface Table {
  readonly call: (options: never) => unknown;
  /** With these and no others the call succeeds. */
  readonly valid: object;
  readonly refused: Readonly<Record<string, readonly unknown[]>>;
}

/** For every option of every function, values that it must refuse. Where scikit-learn has the option, it refuses them too. */
const tables: Readonly<Record<string, Table>> = {
  makeBlobs: {
    call: data.makeBlobs,
    valid: { randomState: 1 },
    refused: {
      nSamples: [...badCount, [-1, 2], [0.5], ['1'], []],
      nFeatures: badCount,
      centers: [...badCount, [], [[]], [1, 2], [[1], [1, 2]], [[NaN]]],
      clusterStd: [...badNumber, null, -1, [1, 2], [1, -1, 1], ['1', 1, 1]],
      centerBox: [1, null, [1], [1, 2, 3], [0, NaN], [-1e308, 1e308]],
      shuffle: badFlag,
      randomState: badState,
    },
  },
  makeMoons: {
    call: data.makeMoons,
    valid: { randomState: 1 },
    refused: {
      nSamples: [...badCount, [1], [1, 2, 3], [1, -1], [1, 0.5]],
      noise: [...badNumber, -1],
      shuffle: badFlag,
      randomState: badState,
    },
  },
  makeCircles: {
    call: data.makeCircles,
    valid: { randomState: 1 },
    refused: {
      nSamples: [...badCount, [1], [1, 2, 3]],
      noise: [...badNumber, -1],
      shuffle: badFlag,
      factor: [...badNumber, null, -0.1, 1, 1.5],
      randomState: badState,
    },
  },
  makeClassification: {
    call: data.makeClassification,
    valid: { nSamples: 8, nFeatures: 6, randomState: 1 },
    refused: {
      nSamples: badCount,
      nFeatures: [...badCount, 3],
      nInformative: [...badCount, 1, 5],
      nRedundant: [...badNumber, null, -1, 0.5, 5],
      nRepeated: [...badNumber, null, -1, 0.5, 3],
      nClasses: [...badCount, 3],
      nClustersPerClass: [...badCount, 3],
      weights: [1, [0.1, 0.2, 0.3], [-0.1], ['0.5'], [NaN], [0.7, 0.7]],
      flipY: [...badNumber, null, -0.1, 1.1],
      classSep: [...badNumber, null, 0, -1],
      hypercube: badFlag,
      shift: [...badNumber, [1], [1, 2, 3, 4, 5, NaN]],
      scale: [...badNumber, 0, -1, [1], ['1', 1, 1, 1, 1, 1]],
      shuffle: badFlag,
      randomState: badState,
    },
  },
  trainTestSplit: {
    call: options => data.trainTestSplit(X, y, options),
    valid: { testSize: 0.4, randomState: 1 },
    refused: {
      testSize: badSize,
      trainSize: [...badSize, 0.1, 0.61, 6],
      shuffle: badFlag,
      stratify: [1, [0, 1], [0, 1, 0, 1, 0, 1, 0, '1'], [0, 0, 0, 0, 0, 0, 0, 1]],
      randomState: badState,
    },
  },
  flipLabels: {
    call: options => data.flipLabels(y, options),
    valid: { fraction: 0.5, randomState: 1 },
    refused: {
      fraction: [...badNumber, undefined, null, -0.1, 1.1],
      randomState: badState,
      nClasses: [...badCount, 1],
    },
  },
  bayesAccuracy: {
    call: data.bayesAccuracy,
    valid: { centers: [[0], [1]] },
    refused: {
      centers: [undefined, 2, [[0]], [[0], [1], [2]], [[], []], [[0], [NaN]], [0, 1]],
      clusterStd: [...badNumber, null, 0, -1],
    },
  },
};

describe.each(Object.entries(tables))('%s', (fn, { call, valid, refused }) => {
  const run = (options: unknown) => () => expectGrammar(fn, () => call(options as never));
  const returns = (options: object): boolean => run(options)() !== undefined;

  it('takes the options that are right', () => {
    expect(returns(valid)).toBe(true);
  });

  it.each(Object.entries(refused).flatMap(([name, values]) => values.map(value => [name, value])))(
    'refuses %s: %o',
    (name, value) => expect(returns({ ...valid, [name as string]: value })).toBe(false),
  );

  it('refuses an option that it does not know, and what is no object', () => {
    for (const options of [{ ...valid, seed: 1 }, null, [], 1, 'x']) {
      expect(run(options)()).toBeUndefined();
    }
  });
});

describe('sizes that scikit-learn refuses together', () => {
  it.each([
    [{ nSamples: [3, 4], centers: 2 }, 'centers'],
    [{ nFeatures: 0, centers: [[0, 0]] }, 'nFeatures'],
  ])('makeBlobs refuses %o', (options, name) => {
    expect(() => data.makeBlobs({ ...options, randomState: 1 } as never)).toThrow(`makeBlobs: ${name}`);
  });

  it('trainTestSplit refuses fractions above 1 together, though as counts they would fit', () => {
    const options = { testSize: 0.01, trainSize: 0.999, randomState: 1 };
    expect(() => data.trainTestSplit(X, y, options)).toThrow('fractions) must be at most 1. Got 1.009');
  });
});
