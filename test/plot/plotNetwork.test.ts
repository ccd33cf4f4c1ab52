import { expect, test } from 'vitest';
import { type NetworkState, plotNetwork } from '../../lib/src/index.ts';

const twoByTwo = (first: number): NetworkState => ({
  kernels: [
    [
      [first, 3],
      [2, 4],
    ],
  ],
});
const positive = twoByTwo(1);
const mixed = twoByTwo(-1);

test.each([
  ['one state', [positive], ['positive weight', 'unit']],
  ['a weight that turns negative', [positive, mixed], ['negative weight', 'positive weight', 'unit']],
  [
    'a unit dropped in the second state, and with it the only negative weight',
    [positive, { ...mixed, masks: [[0, 1]] }],
    ['cut connection', 'positive weight', 'unit', 'dropped unit'],
  ],
])('the legend names what any state shows, and nothing else: %s', (_, states, names) => {
  const shown = plotNetwork(states).data.filter(trace => trace.showlegend);
  expect(shown.map(trace => trace.name)).toEqual(names);
});

test('what the legend names has a place in every state: plotly leaves out a trace without any', () => {
  const { data, frames = [] } = plotNetwork([positive, { ...positive, masks: [[0, 0]] }]);
  for (const trace of [data, ...frames.map(frame => frame.data)].flat()) expect(trace.x).not.toHaveLength(0);
});
