import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { allMasks, droppedUnitsDistribution, forEachMask, maskProbabilities } from '../../lib/src/index.ts';
import { expectAllClose, expectClose } from '../expectClose.ts';
import { anyRate } from './support.ts';

test('forEachMask visits every mask once, in counting order with unit 0 fastest', () => {
  const seen: string[] = [];
  forEachMask(3, 0.5, (mask, _, k) => seen.push(`${k}:${mask.join('')}`));
  expect(seen).toEqual(['0:000', '1:100', '2:010', '3:110', '4:001', '5:101', '6:011', '7:111']);
});

test('the mask of no units is one empty mask of probability 1', () => {
  const seen: [number, number][] = [];
  forEachMask(0, 0.5, (mask, probability) => seen.push([mask.length, probability]));
  expect(seen).toEqual([[0, 1]]);
  expect(allMasks(0).shape).toEqual([1, 0]);
});

test('forEachMask hands out one array, overwritten between visits', () => {
  const seen = new Set<Uint8Array>();
  forEachMask(4, 0.5, mask => seen.add(mask));
  expect(seen.size).toBe(1);
});

test('allMasks lists the masks forEachMask visits', () => {
  const rows = allMasks(5).toArray();
  forEachMask(5, 0.5, (mask, _, k) => expect(rows[k]).toEqual([...mask]));
});

test('the probabilities add up to 1, each unit is kept with 1 − its rate, and units are uncorrelated', () => {
  fc.assert(
    fc.property(fc.array(anyRate, { minLength: 1, maxLength: 6 }), rates => {
      const n = rates.length;
      const kept = new Float64Array(n);
      const both = new Float64Array(n * n);
      let total = 0;
      forEachMask(n, rates, (mask, probability) => {
        total += probability;
        for (let i = 0; i < n; i++) {
          kept[i] += probability * mask[i];
          for (let j = 0; j < n; j++) both[i * n + j] += probability * mask[i] * mask[j];
        }
      });
      expectClose(total, 1);
      for (let i = 0; i < n; i++) {
        expectClose(kept[i], 1 - rates[i]);
        for (let j = 0; j < n; j++) {
          const independent = i === j ? 1 - rates[i] : (1 - rates[i]) * (1 - rates[j]);
          expectClose(both[i * n + j], independent);
        }
      }
    }),
  );
});

test('maskProbabilities has the probabilities of forEachMask in its order', () => {
  fc.assert(
    fc.property(fc.array(anyRate, { maxLength: 7 }), rates => {
      const visited: number[] = [];
      forEachMask(rates.length, rates, (_, probability) => visited.push(probability));
      expectAllClose(maskProbabilities(rates.length, rates), visited);
    }),
  );
});

test('one rate for all units is the same as that rate for each', () => {
  expect(maskProbabilities(4, 0.3)).toEqual(maskProbabilities(4, [0.3, 0.3, 0.3, 0.3]));
});

test('at rate 0 only the full network occurs, at rate 1 only the empty one', () => {
  expect([...maskProbabilities(3, 0)]).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
  expect([...maskProbabilities(3, 1)]).toEqual([1, 0, 0, 0, 0, 0, 0, 0]);
});

test('masks counted by their dropped units follow the binomial distribution', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 8 }), anyRate, (n, rate) => {
      const counted = new Float64Array(n + 1);
      forEachMask(n, rate, (mask, probability) => {
        counted[n - mask.reduce((sum, kept) => sum + kept, 0)] += probability;
      });
      expectAllClose(counted, droppedUnitsDistribution(n, rate));
    }),
  );
});

test('2^20 masks are enumerated without storing them', () => {
  let count = 0;
  let total = 0;
  forEachMask(20, 0.2, (_, probability) => {
    count += 1;
    total += probability;
  });
  expect(count).toBe(2 ** 20);
  expectClose(total, 1);
});
