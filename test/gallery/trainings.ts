import {
  adam,
  dense,
  dropout,
  type DropoutNetwork,
  fit,
  type History,
  lectureExperiment,
  makeBlobs,
  randomState,
  type Run,
  runExperiment,
  sequential,
  type Sequential,
  trainStep,
  trainTestSplit,
} from '../../lib/src/index.ts';

/** The data of the lecture's section 10, split as there. */
const centers = [
  [0, 0],
  [0.5, 0.1],
];
export const { X, y } = makeBlobs({ nSamples: 200, centers, clusterStd: 0.25, randomState: 1 });
export const { XTrain, XTest, yTrain, yTest } = trainTestSplit(X, y, { testSize: 50, randomState: 1 });

/** The lecture's network, trained on these points. */
export async function train(rate: number): Promise<{ model: Sequential; history: History['history'] }> {
  const hidden = [1, 2, 3, 4].flatMap(() => [
    dense({ units: 64, activation: 'relu' }),
    ...(rate ? [dropout({ rate })] : []),
  ]);
  const model = sequential([...hidden, dense({ units: 1, activation: 'sigmoid' })], { inputDim: 2, seed: 1 });
  const { history } = await fit(model, XTrain, yTrain, {
    loss: 'binaryCrossentropy',
    optimizer: adam({ learningRate: 0.01 }),
    epochs: 100,
    batchSize: 100,
    validationData: [XTest, yTest],
    evaluateTraining: true,
    seed: 1,
  });
  return { model, history };
}

/** Section 10's experiment with several seeds. */
export async function runs(rate: number, seeds: number): Promise<Run[]> {
  const experiment = { ...lectureExperiment({ rate, labelNoise: 0.2 }), keepHistory: true };
  return Promise.all(Array.from({ length: seeds }, (_, seed) => runExperiment(experiment, seed)));
}

/** A 2-6-6-1 network under dropout, step by step: its weights and the masks of one sample. */
export function steps(count: number): { kernels: number[][][]; masks: (number[] | null)[] }[] {
  const unit = { units: 6, activation: 'relu' } as const;
  const layers = [dense(unit), dropout({ rate: 0.5 }), dense(unit), dropout({ rate: 0.5 })];
  const model = sequential([...layers, dense({ units: 1, activation: 'sigmoid' })], { inputDim: 2, seed: 3 });
  const optimizer = adam({ learningRate: 0.05 });
  return Array.from({ length: count }, (_, step) => {
    const row = [XTrain.row(step)];
    trainStep(model, row, [yTrain[step]], { loss: 'binaryCrossentropy', optimizer });
    const masks = Object.values(model.lastMasks).map(mask => mask.row(0));
    const kernels = model.getWeights().flatMap((weights, w) => (w % 2 ? [] : [weights.toArray()]));
    return { kernels, masks: [null, ...masks] };
  });
}

/** A 2-8-1 network all of whose 256 sub-networks can be looked at. */
export const network: DropoutNetwork = (() => {
  const random = randomState(5);
  const normals = (n: number): number[] => Array.from({ length: n }, () => random.normal(0, 1) as number);
  return {
    kernels: [[normals(8), normals(8)], normals(8).map(weight => [weight])],
    biases: [normals(8), [0]],
    activations: ['relu', 'sigmoid'],
    rates: [0, 0.5],
    scaling: 'scale-down',
  };
})();
