import { type DenseLayer, denseKind } from './dense';
import { type DropConnectLayer, dropConnectKind } from './dropConnect';
import { type DropoutLayer, dropoutKind } from './dropout';
import { type GaussianDropoutLayer, gaussianDropoutKind } from './gaussianDropout';
import { type GradientDropoutLayer, gradientDropoutKind } from './gradientDropout';
import type { LayerKind, Placed } from './layer';
import { type MaskLayer, maskKind } from './mask';
import { type SpatialDropoutLayer, spatialDropoutKind } from './spatialDropout';

/** What `sequential` stacks: the results of `dense`, `dropout`, `mask` and the other functions that make a layer. */
export type Layer =
  | DenseLayer
  | DropConnectLayer
  | DropoutLayer
  | GaussianDropoutLayer
  | GradientDropoutLayer
  | MaskLayer
  | SpatialDropoutLayer;

/** A layer of a model, with its name and the number of units it takes and gives. */
export type PlacedLayer = Placed<Layer>;

/** Every kind of layer. A new one is a file of its own and its lines here. */
export const layerKinds: { readonly [Kind in Layer['kind']]: LayerKind<Extract<Layer, { kind: Kind }>> } = {
  dense: denseKind,
  dropConnect: dropConnectKind,
  dropout: dropoutKind,
  gaussianDropout: gaussianDropoutKind,
  gradientDropout: gradientDropoutKind,
  mask: maskKind,
  spatialDropout: spatialDropoutKind,
};
