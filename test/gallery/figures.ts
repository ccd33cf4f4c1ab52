import {
  type Arm,
  expectation,
  type Figure,
  meanInterval,
  normalizedGeometricMean,
  plotBars,
  plotBoundary,
  plotConvergence,
  plotHistogram,
  plotLossCurves,
  plotMask,
  plotNetwork,
  plotPoints,
  plotSweep,
  randomState,
  sideBySide,
  subnetworks,
  weightScaledOutput,
} from '../../lib/src/index.ts';
import { plotListing1 } from './listing1.ts';
import { network, runs, steps, train, X, XTest, XTrain, y, yTest, yTrain } from './trainings.ts';

/** Every builder on real data, by a name that is its anchor in the page. */
export async function galleryFigures(): Promise<Record<string, Figure>> {
  const [plain, dropped] = [await train(0), await train(0.5)];
  const models = [
    { name: 'without dropout', predict: plain.model.predict.bind(plain.model) },
    { name: 'with dropout', predict: dropped.model.predict.bind(dropped.model) },
  ];
  const rates = [0, 0.2, 0.5, 0.7, 0.8];
  const byRate = [];
  for (const rate of rates) byRate.push(await runs(rate, 6));
  const [without, withDropout] = [byRate[0], byRate[2]];
  const accuracy = byRate.map(ofRate => meanInterval(ofRate.map(run => run.trueAccuracy)));
  const arms: [string, Arm, typeof without][] = [
    ['without dropout', 'without', without],
    ['with dropout', 'with', withDropout],
  ];
  const states = steps(6);
  const { outputs, probabilities } = subnetworks(network, [[1, -1]]);
  const values = outputs.column(0);
  const mean = expectation(values, probabilities);
  const random = randomState(1);
  return {
    points: plotPoints(X, y, { title: 'Two blobs that overlap' }),
    pointsTest: plotPoints(XTrain, yTrain, {
      title: 'Training points, and the test set drawn hollow',
      test: { X: XTest, y: yTest },
      classNames: ['left', 'right'],
    }),
    boundary: plotBoundary(models, XTrain, yTrain, { title: 'The boundary of section 10’s model, one seed' }),
    boundaryOne: plotBoundary(models.slice(1), X, y),
    loss: plotLossCurves(
      [
        { name: 'without dropout', arm: 'without', history: plain.history },
        { name: 'with dropout', arm: 'with', history: dropped.history },
      ],
      { title: 'One run: the validation loss rises again without dropout' },
    ),
    lossMany: plotLossCurves(
      arms.map(([name, arm, some]) => ({
        name,
        arm,
        history: some.flatMap(run => run.history?.history ?? []),
      })),
      { title: 'Six paired runs with a fifth of the training labels flipped: median and the middle 80 %' },
    ),
    training: sideBySide(
      [
        plotLossCurves([{ name: '', arm: 'with', history: dropped.history }]),
        plotBoundary([{ ...models[1], name: '' }], XTest, yTest),
      ],
      { title: 'What a live view leaves behind', height: 360 },
    ),
    network: plotNetwork(states, { title: 'Each training step trains another thinned network' }),
    networkSmall: plotNetwork({ kernels: network.kernels }, { title: 'A 2-8-1 network' }),
    mask: plotMask(
      [1, 2, 3].map(() => bits(random.random(8 * 16), 16)),
      { title: 'Every sample of a batch has its own mask' },
    ),
    maskBig: plotMask([bits(random.random(100 * 64), 64)], { title: 'A batch of 100 samples, 64 units' }),
    histogram: plotHistogram([{ name: '256 sub-networks', values, weights: probabilities }], {
      title: 'Outputs of all sub-networks, and three ways to average them',
      xLabel: 'P(class 1)',
      marks: [
        { name: 'arithmetic mean', value: mean },
        { name: 'geometric mean', value: normalizedGeometricMean(values, probabilities) },
        { name: 'weight scaling', value: weightScaledOutput(network, [[1, -1]])[0] },
      ],
    }),
    histogramTwo: plotHistogram(
      arms.map(([name, arm, some]) => ({ name, arm, values: some.map(run => run.trueAccuracy) })),
      { xLabel: 'true accuracy', title: 'Accuracy over six seeds', bins: 12 },
    ),
    sweep: plotSweep(
      [
        {
          name: '64 units',
          x: rates,
          y: accuracy,
        },
        {
          name: 'training points',
          x: rates,
          y: byRate.map(some => meanInterval(some.map(run => run.trainAccuracy)).mean),
        },
      ],
      {
        title: 'Accuracy over the rate: a flat top, and a fall at the end',
        yLabel: 'accuracy',
        reference: { name: 'Bayes limit', value: 0.8461 },
      },
    ),
    sweepArms: plotSweep(
      arms.map(([name, arm, some]) => ({
        name,
        arm,
        x: [12, 30, 60, 150, 300, 600],
        y: some.map(run => run.valLoss),
      })),
      {
        title: 'A logarithmic axis (the losses of six seeds stand in for data sizes)',
        xLabel: 'training points',
        yLabel: 'loss',
        logX: true,
      },
    ),
    gradientFlow: plotListing1(),
    convergence: plotConvergence(
      [1, 2, 3].map(seed => {
        const draws = randomState(seed).random(10_000) as Float64Array;
        return { name: `seed ${seed}`, values: draws.map(u => values[Math.floor(u * values.length)]) };
      }),
      {
        title: 'Sampled masks come to the expectation as 1/√n',
        expectation: mean,
        sd: Math.sqrt(
          expectation(
            values.map(v => (v - mean) ** 2),
            probabilities,
          ),
        ),
      },
    ),
    bars: plotBars(
      [...arms, ['rate 0.8', undefined, byRate[4]] as const].map(([name, arm, some]) => {
        return { name, arm, ...meanInterval(some.map(run => run.trueAccuracy)) };
      }),
      {
        title: 'Means of six seeds',
        valueLabel: 'true accuracy',
        dots: true,
        reference: { name: 'Bayes limit', value: 0.8461 },
      },
    ),
    barsGrouped: plotBars(
      arms.flatMap(([name, , some]) =>
        (['train', 'true'] as const).map(on => ({
          name,
          series: on === 'train' ? 'training points' : 'fresh points',
          ...meanInterval(some.map(run => (on === 'train' ? run.trainAccuracy : run.trueAccuracy))),
        })),
      ),
      { valueLabel: 'accuracy', title: 'Dropout closes the gap between training and truth' },
    ),
  };
}

function bits(uniforms: number | Float64Array, columns: number): number[][] {
  const kept = Array.from(uniforms as Float64Array, u => Number(u >= 0.5));
  return Array.from({ length: kept.length / columns }, (_, i) => kept.slice(i * columns, (i + 1) * columns));
}
