import { violation } from '../../check';
import type { Matrix, MatrixLike } from '../../numpy/matrix';
import { rowOrMatrix } from '../batch';

/**
 * Masks handed in, by layer name: (batch × units), or one row for all samples. 1 = kept, 0 = dropped (for Gaussian
 * noise: the factors).
 */
export type Masks = Readonly<Record<string, MatrixLike | ArrayLike<number>>>;

/** What a mask has to fit: a dropout layer's units, and whether its noise is Gaussian. */
export interface DropoutSite {
  readonly units: number;
  readonly gaussian: boolean;
}

/** The masks as matrices, each of `rows` rows or one, for the dropout layers in `sites`. */
export function checkMasks(
  fn: string,
  masks: Masks,
  sites: ReadonlyMap<string, DropoutSite>,
  rows: number,
): Record<string, Matrix> {
  if (typeof masks !== 'object' || masks === null) {
    const example = '{ dropout_1: [1, 0, 1] }';
    throw new TypeError(violation({ fn, name: 'masks' }, `be an object, as ${example}`, masks));
  }
  const entries = Object.entries(masks).map(([name, values]): [string, Matrix] => {
    const site = sites.get(name);
    if (!site) {
      const names = [...sites.keys()].join(', ') || 'none here';
      throw new RangeError(violation({ fn, name: 'masks' }, `name dropout layers (${names})`, name));
    }
    const { units, gaussian } = site;
    const meaning = gaussian ? 'factors of the noise' : '1 = kept, 0 = dropped';
    const argument = { fn, name: `masks.${name}`, meaning };
    const mask = rowOrMatrix(argument, values);
    if (mask.cols !== units || (mask.rows !== rows && mask.rows !== 1)) {
      throw new RangeError(violation(argument, `have shape (${rows}, ${units}) or (1, ${units})`, mask));
    }
    const wrong = gaussian ? undefined : mask.data.find(value => value !== 0 && value !== 1);
    if (wrong !== undefined) throw new RangeError(violation(argument, 'hold 0 and 1 only', wrong));
    return [name, mask];
  });
  return Object.fromEntries(entries);
}

/** The mask's numbers for `rows` rows. */
export function givenMask(mask: Matrix, rows: number): ArrayLike<number> {
  if (mask.rows === rows) return mask.data;
  return Float32Array.from({ length: rows * mask.cols }, (_, i) => mask.data[i % mask.cols]);
}
