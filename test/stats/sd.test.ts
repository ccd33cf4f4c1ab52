import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sd } from '../../lib/src/stats/sd.ts';
import { expectClose } from '../expectClose.ts';
import { expectError } from '../expectGrammar.ts';
import { expectRefusal } from '../expectRefusal.ts';
import { anySample, madeBy, samples } from './samples.ts';

describe('sd', () => {
  it.each(samples)(`agrees with ${madeBy}: %s`, (_, sample) => expectClose(sd(sample.values), sample.sd));

  it('stays when the values are moved and grows with them', () => {
    fc.assert(
      fc.property(anySample, fc.integer({ min: -9, max: 9 }), (values, factor) => {
        expectClose(sd(values.map(x => x * factor + 5)), sd(values) * Math.abs(factor));
      }),
    );
  });

  it('is exactly 0 for equal values, and keeps the digits of tiny ones', () => {
    expect(sd(Array.from({ length: 100 }, () => 1 / 3))).toBe(0);
    expectClose(sd([1e-200, 3e-200]) / 1e-200, Math.SQRT2);
    expectClose(sd([5e-324, 15e-324]) / 5e-324, 1);
  });

  it('refuses bad input in the grammar of errors', () => {
    expectError(() => sd([1]), 'RangeError', 'sd: values.length must be at least 2. Got 1.');
    expectError(() => sd([0, 1e200]), 'RangeError', 'sd: result (in float64) must be finite. Got Infinity.');
    expectRefusal('sd', given => sd(given?.values), { values: [1, 2] });
  });
});
