import { expect, test } from 'vitest';
import { adam, type Callback, dense, fit, sequential, type Sequential } from '../../lib/src/index.ts';
import { liveView, type LiveViewOptions } from '../../lib/src/notebook/liveView.ts';
import { type Displayed, displayed } from './displayed.ts';

const X = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];
const y = [0, 1, 1, 0];

const settings = { loss: 'binaryCrossentropy', batchSize: 2, seed: 1 } as const;
const unit = (): Sequential =>
  sequential([dense({ units: 1, activation: 'sigmoid' })], { inputDim: 2, seed: 1 });

/** Trains with a live view and returns what was displayed, in order. */
function watch(options: LiveViewOptions, epochs: number): Promise<Displayed[]> {
  const callbacks = [liveView(options)];
  return displayed(async () => {
    await fit(unit(), X, y, { ...settings, optimizer: adam(), epochs, callbacks });
  });
}

test('redraws in one place: the first drawing makes it, the others update it', async () => {
  const shown = await watch({ interval: 1e-9 }, 20);
  expect(shown.length).toBeGreaterThan(2);
  expect(new Set(shown.map(({ id }) => id)).size).toBe(1);
  expect(shown.map(({ update = false }) => update)).toEqual(shown.map((_, i) => i > 0));
});

test('draws once at the start and once at the end of a fit shorter than the interval', async () => {
  expect(await watch({ interval: 1e6 }, 20)).toHaveLength(2);
});

test('leaves the same picture however often it drew', async () => {
  const often = (await watch({ X, y, interval: 1e-9 }, 30)).at(-1)?.data;
  const seldom = (await watch({ X, y, interval: 1e6 }, 30)).at(-1)?.data;
  expect(often).toEqual(seldom);
  expect(often?.['text/plain']).toContain('over 30 epochs');
});

test('two views with the same yMax have the same scale, whatever the losses', async () => {
  const top = async (yMax: number | undefined, epochs: number): Promise<number> => {
    const last = (await watch({ yMax, interval: 1e6 }, epochs)).at(-1)!;
    const { layout } = last.data['application/vnd.plotly.v1+json'] as {
      layout: { yaxis: { range: [number, number] } };
    };
    return layout.yaxis.range[1];
  };
  expect(await top(2, 1)).toBe(await top(2, 20));
  expect(await top(2, 1)).toBeCloseTo(2.08);
  expect(await top(undefined, 1)).toBeLessThan(1);
});

test('goes on with the picture of a model that is trained further, and gives another one its own', async () => {
  const [first, second] = [unit(), unit()];
  const callbacks = [liveView({ interval: 1e6 })];
  const shown = await displayed(async () => {
    for (const model of [first, second, first]) {
      await fit(model, X, y, { ...settings, optimizer: adam(), epochs: 5, callbacks });
    }
  });
  const pictures = new Map(shown.map(({ id, data }) => [id, data['text/plain']]));
  expect([...pictures.values()].map(text => /over (\d+) epochs/.exec(text)?.[1])).toEqual(['10', '5']);
});

test('does not change the training', async () => {
  const loss = async (callbacks: Callback[]): Promise<number[]> => {
    const { history } = await fit(unit(), X, y, { ...settings, optimizer: adam(), epochs: 5, callbacks });
    return history.loss;
  };
  let watched: number[] = [];
  await displayed(async () => {
    watched = await loss([liveView({ X, y, interval: 1e-9 })]);
  });
  expect(watched).toEqual(await loss([]));
});

test('X without y is refused', () => {
  expect(() => liveView({ X })).toThrow('liveView: X and y must be given together.');
});
