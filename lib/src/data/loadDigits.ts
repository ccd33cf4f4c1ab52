import { Matrix } from '../numpy/matrix';
import { type Dataset } from './dataset';
import { alphabet, labels, pairs, pixels } from './digitsText';

/** Pixels have the values 0 to 16; characters after those stand for pairs of characters. */
const VALUES = 17;

/**
 * Handwritten digits: 1797 images of 8 × 8 pixels from 0 (paper) to 16 (ink), and what each shows, as scikit-learn's
 * `load_digits` returns them. `X` has shape (1797, 64) in float32.
 *
 * @example
 * const { X, y } = loadDigits();
 * X.map(pixel => pixel / 16); // from 0 to 1
 * @see E. Alpaydin, C. Kaynak: Optical Recognition of Handwritten Digits, https://doi.org/10.24432/C50P49 (CC BY 4.0)
 */
export function loadDigits(): Dataset {
  const X = new Matrix(labels.length, 64, new Float32Array(labels.length * 64));
  let next = 0;
  const write = (character: string): void => {
    const symbol = alphabet.indexOf(character);
    if (symbol < VALUES) X.data[next++] = symbol;
    else for (const part of pairs.slice(2 * (symbol - VALUES)).slice(0, 2)) write(part);
  };
  for (const character of pixels) write(character);
  return { X, y: Int32Array.from(labels, Number) };
}
