import { checkInteger } from '../check';
import { host } from '../host';

/**
 * The seed that every random thing in the notebooks derives from: the environment variable `COURSE_SEED`, else 1.
 * Another seed gives other data, weights and masks; what the course claims holds all the same.
 *
 * @throws RangeError when `COURSE_SEED` is not an integer in [0, 1000000]
 * @example
 * const model = sequential(layers, { inputDim: 2, seed: courseSeed });
 */
export const courseSeed: number = seedOf(host.seed);

function seedOf(value = '1'): number {
  const seed = value.trim() === '' ? NaN : Number(value);
  checkInteger(
    { fn: 'courseSeed', name: 'COURSE_SEED', meaning: 'environment variable' },
    seed,
    0,
    1_000_000,
  );
  return seed;
}
