import { expect, test } from 'vitest';
import { type NetworkState, plotNetwork } from '../../lib/src/index.ts';

const legendOf = (states: NetworkState[]) =>
  plotNetwork(states)
    .data.filter(trace => trace.showlegend)
    .map(trace => trace.name);

test('the legend of a network names what any of its states shows, and nothing else', () => {
  const kernels = [
    [
      [1, 3],
      [2, 4],
    ],
  ];
  expect(legendOf([{ kernels }])).toEqual(['positive weight', 'unit']);
  expect(
    legendOf([
      { kernels },
      {
        kernels: [
          [
            [-1, 3],
            [2, 4],
          ],
        ],
        masks: [[0, 1]],
      },
    ]),
  ).toEqual(['cut connection', 'positive weight', 'unit', 'dropped unit']);
  expect(
    legendOf([
      { kernels },
      {
        kernels: [
          [
            [-1, 3],
            [2, 4],
          ],
        ],
      },
    ]),
  ).toEqual(['negative weight', 'positive weight', 'unit']);
});

test('what the legend names has a place in every state: plotly leaves out a trace without any', () => {
  const { data, frames = [] } = plotNetwork([
    { kernels: [[[1], [-1]]] },
    { kernels: [[[1], [-1]]], masks: [[0, 0]] },
  ]);
  for (const trace of [data, ...frames.map(frame => frame.data)].flat()) expect(trace.x).not.toHaveLength(0);
});
