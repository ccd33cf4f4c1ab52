import { violation } from '../../check';
import type { Matrix, MatrixLike } from '../../matrix';
import { rowOrMatrix } from '../batch';

/** Masks handed in, by layer name: (batch × units), or one row for all samples. 1 = kept, 0 = dropped. */
export type Masks = Readonly<Record<string, MatrixLike | ArrayLike<number>>>;

/** The masks as matrices, each of `rows` rows or one, for the dropout layers in `widths`. */
export function checkMasks(
  fn: string,
  masks: Masks,
  widths: ReadonlyMap<string, number>,
  rows: number,
): Record<string, Matrix> {
  if (typeof masks !== 'object' || masks === null) {
    const example = '{ dropout_1: [1, 0, 1] }';
    throw new TypeError(violation({ fn, name: 'masks' }, `be an object, as ${example}`, masks));
  }
  const entries = Object.entries(masks).map(([name, values]): [string, Matrix] => {
    const cols = widths.get(name);
    const argument = { fn, name: `masks.${name}`, meaning: '1 = kept, 0 = dropped' };
    if (cols === undefined) {
      const names = [...widths.keys()].join(', ') || 'none here';
      throw new RangeError(violation({ fn, name: 'masks' }, `name dropout layers (${names})`, name));
    }
    const mask = rowOrMatrix(argument, values);
    if (mask.cols !== cols || (mask.rows !== rows && mask.rows !== 1)) {
      throw new RangeError(violation(argument, `have shape (${rows}, ${cols}) or (1, ${cols})`, mask));
    }
    return [name, mask];
  });
  return Object.fromEntries(entries);
}

/** The mask's numbers for `rows` rows. */
export function givenMask(mask: Matrix, rows: number): ArrayLike<number> {
  if (mask.rows === rows) return mask.data;
  return Float32Array.from({ length: rows * mask.cols }, (_, i) => mask.data[i % mask.cols]);
}
