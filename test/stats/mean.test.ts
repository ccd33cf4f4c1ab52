import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean } from '../../lib/src/stats/mean.ts';
import { expectClose } from '../expectClose.ts';
import { expectError } from '../expectGrammar.ts';
import { expectRefusal } from '../expectRefusal.ts';
import { anySample, madeBy, samples } from './samples.ts';

describe('mean', () => {
  it.each(samples)(`agrees with ${madeBy}: %s`, (_, sample) => expectClose(mean(sample.values), sample.mean));

  it('moves with the values and takes typed arrays', () => {
    fc.assert(
      fc.property(anySample, fc.integer({ min: -99, max: 99 }), (values, shift) => {
        expectClose(mean(Float32Array.from(values, x => x + shift)), mean(values) + shift);
      }),
    );
  });

  it('refuses bad input in the grammar of errors', () => {
    expectError(() => mean([]), 'RangeError', 'mean: values.length must be at least 1. Got 0.');
    expectError(() => mean([1, NaN]), 'RangeError', 'mean: values[1] must be finite. Got NaN.');
    expect(() => mean('12' as never)).toThrow(TypeError);
    expectRefusal('mean', given => mean(given?.values), { values: [1, 2] });
  });
});
