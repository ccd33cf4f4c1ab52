import { checkInteger, violation } from '../check';
import { padded } from './kernels/arena';
import { dense, type DenseLayer } from './layers/dense';
import { dropout, type DropoutLayer } from './layers/dropout';
import type { ParameterSlot } from './layers/layer';
import { mask, type MaskLayer } from './layers/mask';

/** What `sequential` stacks: the results of `dense`, `dropout` and `mask`. */
export type Layer = DenseLayer | DropoutLayer | MaskLayer;

/** A layer with its name and the number of units it takes and gives. */
export interface PlacedLayer {
  readonly layer: Layer;
  readonly name: string;
  readonly inputDim: number;
  readonly outputDim: number;
}

/** The shape of a model: everything but the values of its weights. */
export interface Architecture {
  readonly inputDim: number;
  readonly outputDim: number;
  readonly layers: readonly PlacedLayer[];
  /** Where each parameter lies in the region of all weights, in Keras's order. */
  readonly slots: readonly ParameterSlot[];
  readonly size: number;
}

/** Weights of one model, moments and gradients beside them, within the 4 GB that WebAssembly can address. */
const MAX_SIZE = 2 ** 26;

/** Lays the layers out, gives every one a name and checks that they fit. */
export function architecture(layers: readonly Layer[], inputDim: number): Architecture {
  checkInteger({ fn: 'sequential', name: 'inputDim', meaning: 'columns of X' }, inputDim, 1, 2 ** 20);
  const argument = { fn: 'sequential', name: 'layers' };
  if (!Array.isArray(layers) || layers.length === 0) {
    throw new TypeError(violation(argument, 'be a list of layers, as in [dense({ units: 1 })]', layers));
  }
  const checked = Array.from(layers, checkLayer);
  const names = nameAll(checked);
  const slots: ParameterSlot[] = [];
  const placed: PlacedLayer[] = [];
  let [width, size] = [inputDim, 0];
  checked.forEach((layer, i) => {
    const name = names[i];
    const outputDim = layer.kind === 'dense' ? layer.units : width;
    if (layer.kind === 'dense') {
      const stride = padded(outputDim);
      slots.push({ layer: name, name: 'kernel', rows: width, cols: outputDim, stride, offset: size });
      size += width * stride;
      slots.push({ layer: name, name: 'bias', rows: 1, cols: outputDim, stride, offset: size });
      size += stride;
    }
    if (layer.kind === 'mask' && layer.values.length !== width) {
      const values = { fn: 'mask', name: 'values', meaning: `of layer ${name}` };
      throw new RangeError(violation(values, `hold ${width} numbers, one per unit before it`, layer.values));
    }
    placed.push({ layer, name, inputDim: width, outputDim });
    width = outputDim;
  });
  if (size > MAX_SIZE) throw new RangeError(violation(argument, `have at most ${MAX_SIZE} weights`, size));
  return { inputDim, outputDim: width, layers: placed, slots, size };
}

/** Builds the layer anew from its settings: one made by hand or read from JSON is checked and completed like any other. */
function checkLayer(layer: unknown): Layer {
  const { kind, ...options } = (typeof layer === 'object' && layer !== null ? layer : {}) as Layer;
  if (kind === 'dense') return dense(options as DenseLayer);
  if (kind === 'dropout') return dropout(options as DropoutLayer);
  if (kind === 'mask') {
    const { values, name } = options as MaskLayer;
    return mask(values, { name });
  }
  const argument = { fn: 'sequential', name: 'layers' };
  throw new TypeError(violation(argument, 'come from dense(…), dropout(…) or mask(…)', layer));
}

function nameAll(layers: readonly Layer[]): string[] {
  const counts = { dense: 0, dropout: 0, mask: 0 };
  const names = layers.map(({ kind, name }) => name ?? `${kind}_${++counts[kind]}`);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) {
    throw new RangeError(violation({ fn: 'sequential', name: 'layers' }, 'have different names', twice));
  }
  return names;
}
