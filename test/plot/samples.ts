import {
  type Figure,
  plotBars,
  plotBoundary,
  plotConvergence,
  plotGradientFlow,
  plotHistogram,
  plotLossCurves,
  plotMask,
  plotNetwork,
  plotPoints,
  plotSweep,
  sideBySide,
} from '../../lib/src/index.ts';

const X = [
  [0, 0],
  [1, 0.5],
  [2, -1],
];
const y = [0, 1, 1];
const kernels = [
  [
    [1, -2],
    [0.25, 0],
  ],
  [[3], [-1]],
];

/** Every builder on data small enough to read, with `label` wherever an author can put text of their own. */
export function samples(label: string): Record<string, Figure> {
  const title = label;
  const predict = (points: { rows: number; at(i: number, j: number): number }): number[] =>
    Array.from({ length: points.rows }, (_, i) => 1 / (1 + Math.exp(-4 * (points.at(i, 0) - 0.5))));
  const boundary = plotBoundary([{ name: label, predict }], X, y, {
    title,
    classNames: [label, label],
    resolution: 3,
  });
  const loss = plotLossCurves(
    [
      { name: label, arm: 'with', history: { loss: [0.7, 0.5], val_loss: [0.8, 0.9] } },
      {
        name: label,
        history: [{ train_loss: [1, 2] }, { train_loss: [3, 4] }],
      },
    ],
    { title, yLabel: label },
  );
  return {
    points: plotPoints(X, y, {
      title,
      xLabel: label,
      yLabel: label,
      classNames: [label, label],
      test: { X, y },
    }),
    boundary,
    loss,
    network: plotNetwork(
      [
        { kernels, masks: [null, [1, 0]], name: label },
        { kernels, masks: [null, [0, 1]] },
      ],
      { title, layerNames: [label, 'hidden', 'output'], unitNames: [[label, label]] },
    ),
    mask: plotMask([[[1, 0, 1]], [[0, 0, 1]]], { title, rowLabel: label, columnLabel: label }),
    histogram: plotHistogram([{ name: label, values: [0, 1, 2, 4], weights: [1, 1, 1, 5] }], {
      title,
      xLabel: label,
      bins: 2,
      marks: [{ name: label, value: 2.875 }],
    }),
    sweep: plotSweep(
      [
        {
          name: label,
          x: [0, 0.5],
          y: [
            { mean: 0.7, low: 0.6, high: 0.8 },
            { mean: 0.8, low: 0.75, high: 0.85 },
          ],
        },
      ],
      {
        title,
        xLabel: label,
        yLabel: label,
        interval: label,
        reference: { name: label, value: 0.8461 },
      },
    ),
    bars: plotBars(
      [
        { name: label, series: label, arm: 'with', value: 0.8321, low: 0.83, high: 0.834 },
        { name: 'other', value: 0.5 },
      ],
      { title, valueLabel: label, interval: label, reference: { name: label, value: 0.8461 } },
    ),
    gradientFlow: plotGradientFlow(
      [
        {
          name: label,
          kernel: [
            [0.25, 0],
            [-1, 0],
          ],
          bias: [[4, 0]],
        },
      ],
      {
        title,
        valueLabel: label,
      },
    ),
    convergence: plotConvergence([{ name: label, values: [6, 10, 2, 14] }], {
      title,
      yLabel: label,
      expectation: 7.5,
      expectationName: label,
      sd: 4,
    }),
    beside: sideBySide([loss, boundary], { title }),
  };
}
