import { checkMask, violation } from '../check';
import type { Matrix, MatrixLike } from '../numpy/matrix';
import { rowOrMatrix } from './batch';
import type { Architecture, MaskShape } from './layers/layer';

/**
 * Masks handed in, by layer name, 1 = kept, 0 = dropped: (batch × units), or one row for all samples. For `dropConnect`
 * (batch × inputDim · units), or one mask (inputDim × units) for all samples; for `gaussianDropout` the factors.
 */
export type Masks = Readonly<Record<string, MatrixLike | ArrayLike<number>>>;

/** The masks as matrices, each for `rows` samples or for all, of the layers that have masks. */
export function checkMasks(
  fn: string,
  masks: Masks,
  { layers }: Architecture,
  rows: number,
): Record<string, Matrix> {
  if (typeof masks !== 'object' || masks === null) {
    const example = '{ dropout_1: [1, 0, 1] }';
    throw new TypeError(violation({ fn, name: 'masks' }, `be an object, as ${example}`, masks));
  }
  const masked = layers.filter(({ mask }) => mask);
  const entries = Object.entries(masks).map(([name, values]): [string, Matrix] => {
    const shape = masked.find(layer => layer.name === name)?.mask;
    if (shape) return [name, checkGiven(fn, name, values, shape, rows)];
    const names = masked.map(layer => layer.name).join(', ') || 'none here';
    const expectation = `have layers with masks as its keys (${names})`;
    throw new RangeError(violation({ fn, name: 'masks' }, expectation, name));
  });
  return Object.fromEntries(entries);
}

function checkGiven(
  fn: string,
  layer: string,
  values: MatrixLike | ArrayLike<number>,
  { shape: [height, width], factors }: MaskShape,
  rows: number,
): Matrix {
  const meaning = factors ? 'factors of the noise' : '1 = kept, 0 = dropped';
  const argument = { fn, name: `masks.${layer}`, meaning };
  if (Array.isArray(values) && values.some(value => typeof value === 'boolean')) {
    throw new TypeError(violation(argument, 'contain numbers (1 for true, 0 for false)', values));
  }
  const mask = rowOrMatrix(argument, values);
  const size = height * width;
  const fits = [`${rows},${size}`, `1,${size}`, `${height},${width}`];
  if (!fits.includes(`${mask.rows},${mask.cols}`)) {
    const shapes = `(${rows}, ${size}) or (${height}, ${width})`;
    throw new RangeError(violation(argument, `have shape ${shapes}`, values));
  }
  if (!factors) checkMask(argument, mask.data);
  return mask;
}
