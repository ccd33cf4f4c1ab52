export { exhibits, type Exhibit } from './exhibits';
export { batchOf, InvertedDropout, type Batch, type MuseumLayer } from './museumLayer';
export { soundLayers, type Named } from './soundLayers';
export { symptoms } from './symptoms';
export { visit, type LayerTest, type Visit } from './visit';
