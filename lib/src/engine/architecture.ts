import { violation } from '../check';
import { padded } from './kernels/arena';
import { kindOf, type Layer, layerKinds } from './layers/kinds';
import type { MaskShape, ParameterSlot } from './layers/layer';

/** A layer with its name and the number of units it takes and gives. */
export interface PlacedLayer {
  readonly layer: Layer;
  readonly name: string;
  readonly inputDim: number;
  readonly outputDim: number;
  /** What its masks look like, if it has any. */
  readonly mask?: MaskShape;
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

const argument = { fn: 'sequential', name: 'layers' };

/** Lays the layers out, gives every one a name and checks that they fit. */
export function architecture(layers: readonly Layer[], inputDim: number): Architecture {
  if (!Array.isArray(layers) || layers.length === 0) {
    throw new TypeError(violation(argument, 'be a list of layers, as in [dense({ units: 1 })]', layers));
  }
  const checked = Array.from(layers, checkLayer);
  const names = nameAll(checked);
  const slots: ParameterSlot[] = [];
  let [width, size] = [inputDim, 0];
  const placed = checked.map((layer, i): PlacedLayer => {
    const [name, kind, before] = [names[i], kindOf(layer), width];
    width = kind.outputDim?.(layer, before, name) ?? before;
    for (const parameter of kind.parameters?.(layer, before) ?? []) {
      const stride = padded(parameter.cols);
      slots.push({ ...parameter, layer: name, stride, offset: size });
      size += parameter.rows * stride;
    }
    return { layer, name, inputDim: before, outputDim: width, mask: kind.mask?.(layer, before) };
  });
  if (size > MAX_SIZE) throw new RangeError(violation(argument, `have at most ${MAX_SIZE} weights`, size));
  return { inputDim, outputDim: width, layers: placed, slots, size };
}

/** Builds the layer anew from its settings: one made by hand or read from JSON is checked and completed like any other. */
function checkLayer(layer: unknown): Layer {
  const { kind, ...settings } = (typeof layer === 'object' && layer !== null ? layer : {}) as Layer;
  if (Object.hasOwn(layerKinds, kind)) return kindOf({ kind } as Layer).build(settings as Layer);
  const calls = Object.keys(layerKinds).map(name => `${name}(…)`);
  throw new TypeError(violation(argument, `come from ${calls.join(', ')}`, layer));
}

function nameAll(layers: readonly Layer[]): string[] {
  const counts: Partial<Record<Layer['kind'], number>> = {};
  const names = layers.map(({ kind, name }) => {
    if (name !== undefined) return name;
    counts[kind] = (counts[kind] ?? 0) + 1;
    return `${kind}_${counts[kind]}`;
  });
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new RangeError(violation(argument, 'have different names', twice));
  return names;
}
