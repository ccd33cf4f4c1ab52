import { describe, expect, it } from 'vitest';
import { layerKinds } from '../../../lib/src/engine/layers/kinds.ts';
import {
  dense,
  dropConnect,
  dropout,
  gaussianDropout,
  gradientDropout,
  type Layer,
  mask,
  Matrix,
  sequential,
  sequentialFromJSON,
  sgd,
  spatialDropout,
  trainStep,
} from '../../../lib/src/index.ts';

const UNITS = 8;
const ROWS = 50;
const X = new Matrix(
  ROWS,
  UNITS,
  Float32Array.from({ length: ROWS * UNITS }, (_, i) => Math.sin(i)),
);

/** One of every kind, with a seed where it takes one; the table says whether one is missing. */
const layers: { [Kind in Layer['kind']]: (options?: { seed?: number }) => Layer } = {
  dense: () => dense({ units: UNITS, activation: 'tanh' }),
  dropConnect: options => dropConnect({ units: UNITS, rate: 0.5, ...options }),
  dropout: options => dropout({ rate: 0.5, ...options }),
  gaussianDropout: options => gaussianDropout({ rate: 0.5, ...options }),
  gradientDropout: options => gradientDropout({ rate: 0.5, ...options }),
  mask: () => mask([1, 0, 1, 0, 1, 1, 1, 0]),
  spatialDropout: options => spatialDropout({ rate: 0.5, channels: 4, ...options }),
};
const all = Object.entries(layers);
const noisy = all.filter(([kind]) => !['dense', 'mask'].includes(kind));

const alone = (layer: Layer, seed = 3) => sequential([layer], { inputDim: UNITS, seed });

describe('every kind of layer', () => {
  it('is in the table under its own name', () => {
    expect(Object.keys(layerKinds)).toEqual(all.map(([kind]) => kind));
    for (const [kind, make] of all) expect(make().kind).toBe(kind);
  });

  it.each(all)(
    '%s comes back from JSON with the same outputs in training and in prediction',
    (_kind, make) => {
      const model = alone(make());
      const copy = sequentialFromJSON(JSON.parse(JSON.stringify(model)));
      expect(JSON.stringify(copy)).toBe(JSON.stringify(model));
      expect(copy.predict(X)).toEqual(model.predict(X));
      expect(copy.forward(X, { training: true })).toEqual(model.forward(X, { training: true }));
    },
  );

  it.each(all)('%s has its name, its type and its weights in the summary', (kind, make) => {
    const title = `${kind[0].toUpperCase()}${kind.slice(1)}`;
    const params = ['dense', 'dropConnect'].includes(kind) ? 72 : 0;
    const row = alone(make()).summary().split('\n')[4];
    expect(row).toMatch(new RegExp(`^│ ${kind}_1 \\(${title}\\) +│ \\(None, 8\\) +│ +${params} │$`));
  });
});

describe('every layer with masks', () => {
  it.each(noisy)('%s gives the same output under its last masks', (kind, make) => {
    const model = alone(make());
    const output = model.forward(X, { training: true });
    const masks = { ...model.lastMasks };
    expect(masks[`${kind}_1`].rows).toBe(ROWS);
    expect(alone(make(), 3).forward(X, { training: true, masks })).toEqual(output);
  });

  it.each(noisy)('%s draws new masks at every step, with a new optimizer object too', (kind, make) => {
    const model = alone(make());
    const seen = Array.from({ length: 4 }, () => {
      trainStep(model, X, X, { loss: 'meanSquaredError', optimizer: sgd() });
      return String(model.lastMasks[`${kind}_1`].data);
    });
    expect(new Set(seen).size).toBe(4);
  });

  it.each(noisy)('%s with a seed of its own shares no stream with a fit of the same seed', (kind, make) => {
    const model = sequential([make(), make({ seed: 7 })], { inputDim: UNITS, seed: 7 });
    trainStep(model, X, X, { loss: 'meanSquaredError', optimizer: sgd() });
    const [a, b] = [1, 2].map(place => model.lastMasks[`${kind}_${place}`].data);
    const equal = a.filter((value, i) => value === b[i]).length / a.length;
    expect(equal).toBeLessThan(kind === 'gaussianDropout' ? 0.01 : 0.65);
  });

  it.each(noisy)('%s refuses masks of another shape and of other numbers', (kind, make) => {
    const model = alone(make());
    const under = (values: never) => () =>
      model.forward(X, { training: true, masks: { [`${kind}_1`]: values } });
    for (const wrong of [[1, 0], [], [[1]], 1, 'a', null, [true, false]]) {
      expect(under(wrong as never)).toThrow(`forward: masks.${kind}_1 (`);
    }
    const size = model.layers[0].mask!.shape[0] * model.layers[0].mask!.shape[1];
    const half = Array<number>(size).fill(0.5);
    if (kind === 'gaussianDropout') expect(under(half as never)).not.toThrow();
    else expect(under(half as never)).toThrow('contain only 0 and 1. Got 0.5.');
  });
});
