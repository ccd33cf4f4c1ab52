import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Matrix } from '../../lib/src/numpy/matrix.ts';
import { MersenneTwister } from '../../lib/src/numpy/mersenneTwister.ts';
import { RandomState, randomState } from '../../lib/src/numpy/random.ts';
import { expectAllClose } from '../expectClose.ts';
import numpy from '../fixtures/numpy/random.json' with { type: 'json' };
import { NORMALS, SIGMAS } from '../tolerances.ts';

const ofSeed = (seed: number | number[]): RandomState =>
  typeof seed === 'number' ? randomState(seed) : new RandomState(seed[0], seed.slice(1));
const anySeed = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const words = (random: RandomState, n: number = 20): number[] =>
  Array.from({ length: n }, () => random.uint32());

/** Calls a method as the fixture names it; shuffle works in place. */
function call(random: RandomState, method: string, given: unknown[]): ArrayLike<number> {
  if (method === 'shuffle') {
    const items = [...(given[0] as number[])];
    random.shuffle(items);
    return items;
  }
  const methods = random as unknown as Record<string, (...given: unknown[]) => number | ArrayLike<number>>;
  const result = methods[method](...given);
  return typeof result === 'number' ? [result] : result;
}

describe(`RandomState draws what NumPy's draws (${numpy['made by']})`, () => {
  it.each(numpy.programs.map((program, i) => [i, program] as const))(
    'program %i: calls of every kind in a row',
    (_, { seed, calls }) => {
      const random = ofSeed(seed);
      for (const { method, arguments: given, result } of calls) {
        const drawn = Array.from(call(random, method, given));
        const expected = [result].flat();
        if (/ormal/.test(method)) expectAllClose(drawn, expected, NORMALS);
        else expect(drawn, method).toEqual(expected);
      }
    },
  );

  it.each(numpy.far)('$draws words from seed $seed', ({ seed, draws, sum, last }) => {
    const drawn = words(ofSeed(seed), draws);
    expect(drawn.slice(-3)).toEqual(last);
    expect(drawn.reduce((total, word) => total + word, 0)).toBe(sum);
  });

  it.each(numpy.normals)('$n normals from seed $seed, relative to 1e-15', ({ seed, n, every, values }) => {
    const drawn = randomState(seed).standardNormal(n);
    values.forEach((value, i) => {
      expect(Math.abs(drawn[i * every] / value - 1)).toBeLessThanOrEqual(NORMALS);
    });
  });

  it('init_by_array gives the first words of the reference implementation', () => {
    const generator = new MersenneTwister([0x123, 0x234, 0x345, 0x456]);
    const first = Array.from({ length: 5 }, () => generator.next() >>> 0);
    expect(first).toEqual([1067595299, 955945823, 477289528, 4107218783, 4228976476]);
  });
});

describe('RandomState obeys its laws', () => {
  it('the same seed repeats, another seed differs', () => {
    fc.assert(
      fc.property(anySeed, anySeed, (a, b) => {
        expect(words(randomState(a))).toEqual(words(randomState(a)));
        if (a !== b) expect(words(randomState(a))).not.toEqual(words(randomState(b)));
      }),
    );
  });

  it('an array of draws is the draws one by one, from any place in the stream on', () => {
    const sizes = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 300, max: 1300 }));
    fc.assert(
      fc.property(anySeed, fc.integer({ min: 0, max: 3 }), sizes, (seed, skipped, size) => {
        const together = randomState(seed);
        const single = randomState(seed);
        expect(words(together, skipped)).toEqual(words(single, skipped));
        const oneByOne = (draw: () => number): number[] => Array.from({ length: size }, draw);
        expect(Array.from(together.random(size))).toEqual(oneByOne(() => single.random()));
        expect(Array.from(together.normal(2, 3, size))).toEqual(oneByOne(() => single.normal(2, 3)));
        expect(Array.from(together.randint(-3, 9, size))).toEqual(oneByOne(() => single.randint(-3, 9)));
        expect(Array.from(together.uniform(1, 2, size))).toEqual(oneByOne(() => single.uniform(1, 2)));
      }),
    );
  });

  it('draws stay in their ranges', () => {
    fc.assert(
      fc.property(
        anySeed,
        fc.integer({ min: -99, max: 99 }),
        fc.integer({ min: 1, max: 300 }),
        (seed, low, width) => {
          const random = randomState(seed);
          for (const value of random.random(20)) expect(value >= 0 && value < 1).toBe(true);
          for (const value of random.randint(low, low + width, 20)) {
            expect(Number.isInteger(value) && value >= low && value < low + width).toBe(true);
          }
        },
      ),
    );
  });

  it('a permutation and a shuffle lose nothing and add nothing', () => {
    fc.assert(
      fc.property(anySeed, fc.array(fc.integer()), (seed, items) => {
        const ascending = (list: ArrayLike<number>): number[] => Array.from(list).toSorted((a, b) => a - b);
        const given = [...items];
        expect(ascending(randomState(seed).permutation(items))).toEqual(ascending(items));
        expect(items).toEqual(given);
        const typed = Float64Array.from(items);
        randomState(seed).shuffle(typed);
        expect(Array.from(typed)).toEqual(randomState(seed).permutation(items));
        expect(ascending(randomState(seed).permutation(items.length))).toEqual([...items.keys()]);
      }),
    );
  });

  it('shuffleBy swaps items as shuffle does', () => {
    fc.assert(
      fc.property(anySeed, fc.array(fc.integer()), (seed, items) => {
        const shuffled = [...items];
        randomState(seed).shuffle(shuffled);
        randomState(seed).shuffleBy(items.length, (i, j) => ([items[i], items[j]] = [items[j], items[i]]));
        expect(items).toEqual(shuffled);
      }),
    );
  });

  it('choice without replacement repeats no place', () => {
    fc.assert(
      fc.property(anySeed, fc.integer({ min: 1, max: 40 }), (seed, n) => {
        const chosen = randomState(seed).choice(n, Math.ceil(n / 2), { replace: false });
        expect(new Set(chosen).size).toBe(chosen.length);
      }),
    );
  });

  it('moments are those of the distributions, within 4 standard errors', () => {
    const n = 100_000;
    const average = (values: ArrayLike<number>, f: (x: number) => number): number =>
      Array.from(values, f).reduce((sum, x) => sum + x, 0) / n;
    const random = randomState(7);
    const within = (value: number, expected: number, sd: number): void =>
      expect(Math.abs(value - expected)).toBeLessThan((SIGMAS * sd) / Math.sqrt(n));
    const normals = random.standardNormal(n);
    within(
      average(normals, x => x),
      0,
      1,
    );
    within(
      average(normals, x => x * x),
      1,
      Math.SQRT2,
    );
    within(
      average(normals, x => x ** 4),
      3,
      Math.sqrt(96),
    );
    within(
      average(random.random(n), x => x),
      0.5,
      Math.sqrt(1 / 12),
    );
    within(
      average(random.randint(0, 6, n), x => x),
      2.5,
      Math.sqrt(35 / 12),
    );
  });
});

describe('a shape', () => {
  it('gives the numbers of its length, row by row', () => {
    for (const draw of [
      (r: RandomState, size: never) => r.normal(2, 3, size),
      (r: RandomState, size: never) => r.standardNormal(size),
      (r: RandomState, size: never) => r.uniform(-1, 1, size),
      (r: RandomState, size: never) => r.random(size),
    ]) {
      const m = draw(randomState(3), [4, 5] as never) as unknown as Matrix;
      expect(m.shape).toEqual([4, 5]);
      expect(m.data).toEqual(draw(randomState(3), 20 as never));
    }
  });

  it('is refused unless it is two lengths', () => {
    const random = randomState(1);
    expect(() => random.normal(0, 1, [2, -1])).toThrow(
      'normal: shape[1] must be in [0, 2147483647]. Got -1.',
    );
    expect(() => random.uniform(0, 1, [2] as never)).toThrow(
      'uniform: size (number of draws) must be a number. Got [2].',
    );
  });
});
