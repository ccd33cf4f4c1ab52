import { checkArray, checkOptions, violation } from '../check';
import { Matrix } from '../numpy/matrix';
import type { Layer } from './layers/kinds';
import { fromBase64, toBase64 } from '../platform';

/** A parameter as JSON: its shape, and its values as base64 of little-endian float32. */
export interface WeightsJson {
  readonly shape: readonly [number, number];
  readonly f4: string;
}

/** A model as JSON. */
export interface ModelJson {
  readonly format: 'dropout-lab/1';
  readonly inputDim: number;
  readonly seed: number;
  readonly layers: readonly Layer[];
  readonly weights: readonly WeightsJson[];
}

export function toJson(
  inputDim: number,
  seed: number,
  layers: readonly Layer[],
  weights: readonly Matrix[],
): ModelJson {
  return {
    format: 'dropout-lab/1',
    inputDim,
    seed,
    layers,
    weights: weights.map(({ shape, data }) => ({ shape, f4: encode(data) })),
  };
}

/** Throws unless `json` has the form of a `ModelJson`; what the layers hold is checked when they are built. */
export function checkModelJson(json: unknown): asserts json is ModelJson {
  const fn = 'sequentialFromJSON';
  const argument = { fn, name: 'json' };
  if (typeof json === 'string') {
    throw new TypeError(violation(argument, 'be an object: sequentialFromJSON(JSON.parse(text))', json));
  }
  checkOptions(fn, json, ['format', 'inputDim', 'seed', 'layers', 'weights']);
  const { format, weights } = json as ModelJson;
  if (format !== 'dropout-lab/1') {
    throw new RangeError(violation(argument, "have the format 'dropout-lab/1'", format));
  }
  checkArray({ fn, name: 'json.weights' }, weights);
}

/** A parameter's values. */
export function parseWeights(value: WeightsJson): Matrix {
  const argument = { fn: 'sequentialFromJSON', name: 'json.weights' };
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

function encode(data: ArrayLike<number>): string {
  const view = new DataView(new ArrayBuffer(4 * data.length));
  for (let i = 0; i < data.length; i++) view.setFloat32(4 * i, data[i], true);
  return toBase64(new Uint8Array(view.buffer));
}
