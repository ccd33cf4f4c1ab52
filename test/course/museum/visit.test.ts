import { describe, expect, test } from 'vitest';
import { exhibits } from '../../../lib/src/course/museum/exhibits.ts';
import { batchOf, type MuseumLayer } from '../../../lib/src/course/museum/museumLayer.ts';
import { soundLayers } from '../../../lib/src/course/museum/soundLayers.ts';
import { symptoms } from '../../../lib/src/course/museum/symptoms.ts';
import { visit } from '../../../lib/src/course/museum/visit.ts';

const ones = (rows = 40) => batchOf(rows, 8, () => 1);
const equal = (a: number[][], b: number[][]) => JSON.stringify(a) === JSON.stringify(b);

test('a sound test catches every exhibit and accuses no sound layer', () => {
  const { missed, accused, caught } = visit(layer => symptoms(layer).length === 0);
  expect({ missed, accused }).toEqual({ missed: [], accused: [] });
  expect(caught).toEqual(exhibits.map(({ name }) => name));
});

test('at least twelve faults, each with its own name and address', () => {
  expect(exhibits.length).toBeGreaterThanOrEqual(12);
  for (const key of ['name', 'address', 'cost'] as const)
    expect(new Set(exhibits.map(exhibit => exhibit[key])).size).toBe(exhibits.length);
  for (const { address } of exhibits)
    expect(address).toMatch(/^https:\/\/github\.com\/.+\/(issues|pull)\/\d+$/);
});

describe('naive tests miss what they do not look at', () => {
  const caughtBy = (isHealthy: (layer: MuseumLayer) => boolean) => visit(isHealthy).caught;

  test('two predictions alike: only what is on at prediction', () => {
    expect(caughtBy(layer => equal(layer.predict(ones()), layer.predict(ones())))).toEqual([
      'on at prediction',
    ]);
  });

  test('the mean of 4000 samples: wrong factors, and not an exchanged rate', () => {
    const caught = caughtBy(layer => {
      const mean = (batch: number[][]) => batch.flat().reduce((a, b) => a + b) / batch.flat().length;
      return Math.abs(mean(layer.train(ones(4000))) - mean(layer.predict(ones(4000)))) < 0.05;
    });
    expect(caught).toEqual(['scaled by the drop rate', 'scaled by one half, always', 'mask never drawn']);
  });

  test('gradient zero where the output is zero: the gradient alone, and Gaussian dropout has no zeros', () => {
    const caught = caughtBy(layer => {
      const out = layer.train(ones());
      const gradient = layer.backward(ones());
      return out.every((row, i) => row.every((value, j) => (value === 0) === (gradient[i]![j] === 0)));
    });
    expect(caught).toEqual(['another mask backward']);
  });
});

test('“prediction changes nothing” accuses scale-down dropout, which is sound', () => {
  expect(visit(layer => equal(layer.predict(ones()), ones())).accused).toEqual(['scale-down dropout']);
});

test.each(soundLayers)('$name has no symptom at rates 0.1, 0.5 and 0.7', ({ make }) => {
  for (const rate of [0.1, 0.5, 0.7]) expect(symptoms(make(rate, 3))).toEqual([]);
});

test.each(exhibits)('$name has a symptom', ({ make }) => {
  expect(symptoms(make(0.25, 5))).not.toEqual([]);
});
