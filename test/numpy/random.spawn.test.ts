import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RandomState, randomState } from '../../lib/src/numpy/random.ts';
import { SIGMAS } from '../tolerances.ts';

const words = (random: RandomState, n: number = 20): number[] =>
  Array.from({ length: n }, () => random.uint32());

describe('RandomState.spawn gives a stream per purpose', () => {
  it('takes nothing from its parent', () => {
    const parent = randomState(3);
    parent.spawn('masks').standardNormal(11);
    expect(words(parent)).toEqual(words(randomState(3)));
  });

  it('does not depend on what was drawn before', () => {
    const parent = randomState(3);
    const before = words(parent.spawn('masks'));
    parent.standardNormal(11);
    expect(words(parent.spawn('masks'))).toEqual(before);
  });

  it('differs for every seed, name and path, joins of names included', () => {
    const anyName = fc.string({ minLength: 1, unit: 'grapheme' });
    const anyPath = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.array(anyName, { maxLength: 3 }));
    const first = ([seed, names]: [number, string[]]): number[] =>
      words(
        names.reduce((random, name) => random.spawn(name), randomState(seed)),
        3,
      );
    fc.assert(
      fc.property(anyPath, anyPath, (a, b) => {
        if (JSON.stringify(a) === JSON.stringify(b)) expect(first(a)).toEqual(first(b));
        else expect(first(a)).not.toEqual(first(b));
      }),
    );
    expect(first([1, ['a', 'b']])).not.toEqual(first([1, ['ab']]));
  });

  it('is uncorrelated with its parent and its siblings', () => {
    const n = 50_000;
    const streams = [
      randomState(1),
      randomState(1).spawn('a'),
      randomState(1).spawn('b'),
      randomState(2).spawn('a'),
    ];
    const normals = streams.map(stream => stream.standardNormal(n));
    normals.forEach((a, i) => {
      for (const b of normals.slice(i + 1)) {
        const correlation = a.reduce((sum, value, k) => sum + value * b[k], 0) / n;
        expect(Math.abs(correlation)).toBeLessThan(SIGMAS / Math.sqrt(n));
      }
    });
  });

  it('keeps the seed it came from', () => {
    expect(randomState(9).spawn('a').spawn('b').seed).toBe(9);
  });
});
