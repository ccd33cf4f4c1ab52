import { violation } from '../check';
import { padded } from './kernels/arena';
import { type Layer, layerKinds } from './layers/kinds';
import type { Architecture, LayerKind, LayerSettings, ParameterSlot, Placed } from './layers/layer';
import { rebuilt } from './rebuilt';

/** Weights of one model, moments and gradients beside them, within the 4 GB that WebAssembly can address. */
const MAX_SIZE = 2 ** 26;

const argument = { fn: 'sequential', name: 'layers' };

/** Lays the layers out, gives every one a name and checks that they fit. */
export function architecture(layers: readonly Layer[], inputDim: number): Architecture {
  if (!Array.isArray(layers) || layers.length === 0) {
    throw new TypeError(violation(argument, 'be a list of layers, as in [dense({ units: 1 })]', layers));
  }
  const checked = Array.from(layers, layer => rebuilt<LayerSettings>(argument, layerKinds, layer));
  const kinds = checked.map(({ kind }) => layerKinds[kind as Layer['kind']] as LayerKind);
  const names = nameAll(checked);
  const slots: ParameterSlot[] = [];
  let [width, size] = [inputDim, 0];
  const placed = checked.map((layer, i): Placed => {
    const [name, kind, before] = [names[i], kinds[i], width];
    width = kind.outputDim?.(layer, before, name) ?? before;
    for (const parameter of kind.parameters?.(layer, before) ?? []) {
      slots.push({ ...parameter, layer: name, offset: size });
      size += parameter.rows * padded(parameter.cols);
    }
    return { layer, name, inputDim: before, outputDim: width, mask: kind.mask?.(layer, before) };
  });
  if (size > MAX_SIZE) throw new RangeError(violation(argument, `have at most ${MAX_SIZE} weights`, size));
  return { inputDim, outputDim: width, layers: placed, kinds, slots, size };
}

function nameAll(layers: readonly LayerSettings[]): string[] {
  const counts: Record<string, number> = {};
  const names = layers.map(({ kind, name }) => {
    if (name !== undefined) return name;
    counts[kind] = (counts[kind] ?? 0) + 1;
    return `${kind}_${counts[kind]}`;
  });
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new RangeError(violation(argument, 'have different names', twice));
  return names;
}
