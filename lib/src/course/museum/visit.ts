import { exhibits } from './exhibits';
import { type MuseumLayer } from './museumLayer';
import { type Named, soundLayers } from './soundLayers';

/** A test of a layer: true when it finds no fault. */
export type LayerTest = (layer: MuseumLayer) => boolean;

/** What a test found in the museum, by the names of the layers. */
export interface Visit {
  /** Faulty layers that the test recognized. */
  readonly caught: readonly string[];
  /** Faulty layers that got away. */
  readonly missed: readonly string[];
  /** Sound layers that the test called faulty. */
  readonly accused: readonly string[];
}

/** At this rate dropping and keeping differ, and so do their factors. */
const RATE = 0.25;
const SEEDS = [12, 1212];

/**
 * Runs a test against every layer of the museum: a faulty layer is caught when the test recognizes it under both of two
 * seeds, a sound one is accused when the test finds fault with it under either.
 *
 * @example
 * visit(layer => layer.rate < 1).missed; // the names of all exhibits
 */
export function visit(isHealthy: LayerTest): Visit {
  const healthy = ({ make }: Named): boolean[] => SEEDS.map(seed => isHealthy(make(RATE, seed)));
  const verdicts = exhibits.map(exhibit => ({ name: exhibit.name, missed: healthy(exhibit).includes(true) }));
  return {
    caught: verdicts.filter(({ missed }) => !missed).map(({ name }) => name),
    missed: verdicts.filter(({ missed }) => missed).map(({ name }) => name),
    accused: soundLayers.filter(layer => healthy(layer).includes(false)).map(({ name }) => name),
  };
}
