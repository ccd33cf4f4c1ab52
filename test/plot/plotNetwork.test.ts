import { expect, test } from 'vitest';
import {
  dense,
  dropout,
  mask,
  networkState,
  type NetworkState,
  plotNetwork,
  sequential,
  sgd,
  trainStep,
} from '../../lib/src/index.ts';

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

test('draws a model as it is drawn from its weights, fixed masks and given masks', () => {
  const model = sequential(
    [
      dense({ units: 3 }),
      mask([1, 0, 1]),
      dense({ units: 2 }),
      dropout({ rate: 0.5, name: 'drop' }),
      dense({ units: 1 }),
    ],
    { inputDim: 2, seed: 1 },
  );
  const [w1, , w2, , w3] = model.getWeights();
  const kernels = [w1, w2, w3];
  expect(plotNetwork(model)).toEqual(plotNetwork({ kernels, masks: [null, [1, 0, 1]] }));
  const state = networkState(model, { name: 'now', masks: { drop: [0, 1] } });
  expect(plotNetwork(state)).toEqual(plotNetwork({ name: 'now', kernels, masks: [null, [1, 0, 1], [0, 1]] }));
  const before = plotNetwork(state);
  model.setWeights(model.getWeights().map(weights => weights.map(() => 9)));
  expect(plotNetwork(state)).toEqual(before);
});

test('takes lastMasks of a step with one sample, and no layer that drops nothing', () => {
  const model = sequential([dense({ units: 4 }), dropout({ rate: 0.5 }), dense({ units: 1 })], {
    inputDim: 2,
    seed: 1,
  });
  trainStep(model, [[1, 2]], [1], {
    loss: 'meanSquaredError',
    optimizer: sgd(),
    masks: { dropout_1: [1, 0, 0, 1] },
  });
  expect(plotNetwork(networkState(model, { masks: model.lastMasks })).words).toContain(
    'dropped hidden 2 and 3, 6 connections cut',
  );
  expect(() => networkState(model, { masks: { dense_1: [1, 1, 1, 1] } })).toThrow(
    'networkState: masks (dropout layer) must be one of \'dropout_1\'. Got "dense_1".',
  );
});
