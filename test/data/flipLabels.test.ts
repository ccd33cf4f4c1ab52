import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flipLabels } from '../../lib/src/data/flipLabels.ts';
import { expectError } from '../expectGrammar.ts';
import { SIGMAS } from '../tolerances.ts';
import { expectRefusal } from '../expectRefusal.ts';

const anyLabels = fc
  .array(fc.integer({ min: 0, max: 4 }), { maxLength: 60 })
  .map(labels => [0, 3, ...labels]);
const anyFraction = fc.double({ min: 0, max: 1, noNaN: true });

describe('flipLabels', () => {
  it('makes exactly round(fraction · n) labels wrong, each with a class that occurs', () => {
    fc.assert(
      fc.property(anyLabels, anyFraction, fc.nat(), (y, fraction, randomState) => {
        const given = [...y];
        const flipped = flipLabels(y, { fraction, randomState });
        expect(y).toEqual(given);
        expect(flipped.filter((label, i) => label !== y[i]).length).toBe(Math.round(fraction * y.length));
        for (const label of flipped) expect(y).toContain(label);
      }),
    );
  });

  it('of two classes takes the other one', () => {
    const y = [0, 1, 1, 0, 1];
    expect(Array.from(flipLabels(y, { fraction: 1, randomState: 1 }))).toEqual([1, 0, 0, 1, 0]);
  });

  it('of three classes takes each of the others equally often, within 4 standard errors', () => {
    const n = 6000;
    const y = Array.from({ length: n }, (_, i) => i % 3);
    const steps = flipLabels(y, { fraction: 1, randomState: 1 }).map((label, i) => (label - y[i] + 3) % 3);
    const ones = steps.filter(step => step === 1).length;
    expect(steps.includes(0)).toBe(false);
    expect(Math.abs(ones - n / 2)).toBeLessThan((SIGMAS * Math.sqrt(n)) / 2);
  });

  it('flips labels of one class where it is told that there are two', () => {
    const flip = (y: number[]) =>
      Array.from(flipLabels(y, { fraction: 0.5, randomState: 1, nClasses: 2 })).toSorted();
    expect(flip([1, 1, 1, 1])).toEqual([0, 0, 1, 1]);
    expect(flip([0, 0, 0, 0])).toEqual([0, 0, 1, 1]);
  });

  it('takes the same labels whether it is told the classes or sees them', () => {
    const y = Array.from({ length: 60 }, (_, i) => i % 3);
    const seen = flipLabels(y, { fraction: 0.4, randomState: 1 });
    expect(flipLabels(y, { fraction: 0.4, randomState: 1, nClasses: 3 })).toEqual(seen);
  });

  it('repeats with the same seed and differs with another', () => {
    const y = Array.from({ length: 100 }, (_, i) => i % 2);
    const flip = (randomState: number): Int32Array => flipLabels(y, { fraction: 0.2, randomState });
    expect(flip(1)).toEqual(flip(1));
    expect(flip(1)).not.toEqual(flip(2));
  });

  it('refuses bad input in the grammar of errors', () => {
    expectError(
      () => flipLabels([1, 1], { fraction: 0.5, randomState: 1 }),
      'RangeError',
      'flipLabels: y (labels) must hold at least two classes. Got [1].',
    );
    expectError(
      () => flipLabels([0, 2, 1], { fraction: 0.5, randomState: 1, nClasses: 2 }),
      'RangeError',
      'flipLabels: y (labels) must be below nClasses, 2. Got 2.',
    );
    expectRefusal('flipLabels', given => flipLabels([0, 1, 1], given), {
      fraction: 0.5,
      randomState: 1,
      nClasses: 2,
    });
    const labels = { y: [0, 1, 1] };
    expectRefusal('flipLabels', given => flipLabels(given?.y, { fraction: 0.5, randomState: 1 }), labels);
  });
});
