import { violation } from '../check';
import { Matrix } from '../numpy/matrix';
import { floatsToBase64, fromBase64 } from '../platform';

/** A parameter as JSON: its shape, and its values as base64 of little-endian float32. */
export interface WeightsJson {
  readonly shape: readonly [number, number];
  readonly f4: string;
}

/** A parameter as JSON. */
export function weightsJson({ shape, data }: Matrix): WeightsJson {
  return { shape, f4: floatsToBase64(data) };
}

/** A parameter's values. */
export function parseWeights(value: WeightsJson): Matrix {
  const argument = { fn: 'sequentialFromJSON', name: 'weights' };
  if (!Array.isArray(value?.shape) || typeof value.f4 !== 'string') {
    throw new TypeError(violation(argument, 'hold { shape: [rows, cols], f4: base64 }', value));
  }
  let bytes: Uint8Array;
  try {
    bytes = fromBase64(value.f4);
  } catch {
    throw new RangeError(violation(argument, 'be base64 of float32 numbers', value.f4));
  }
  const [rows, cols] = value.shape;
  if (bytes.length !== 4 * rows * cols) {
    throw new RangeError(
      violation(argument, `hold ${rows} × ${cols} float32 numbers`, `${bytes.length} bytes`),
    );
  }
  const view = new DataView(bytes.buffer);
  const data = Float32Array.from({ length: rows * cols }, (_, i) => view.getFloat32(4 * i, true));
  return new Matrix(rows, cols, data);
}
