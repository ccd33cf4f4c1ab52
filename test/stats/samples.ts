import * as fc from 'fast-check';
import scipy from '../fixtures/scipy/stats.json' with { type: 'json' };

/** Which versions described the samples. */
export const madeBy: string = scipy['made by'];

/** Samples from two values to two hundred, ties, constants and large offsets among them, as SciPy describes them. */
export const samples: [string, (typeof scipy.samples)[number]][] = scipy.samples.map(sample => [
  `${sample.values.length} values, mean ${sample.mean}`,
  sample,
]);

/** Lists of at least two moderate numbers. */
export const anySample: fc.Arbitrary<number[]> = fc.array(fc.integer({ min: -1000, max: 1000 }), {
  minLength: 2,
  maxLength: 40,
});
