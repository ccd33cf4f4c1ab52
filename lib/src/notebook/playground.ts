import { type Options, readOptions, type Settings } from '../options';
import { courseSeed } from './courseSeed';

/** The sliders of a playground, and the values they begin with. */
export const playgroundTable = {
  /** Of the dropout after every hidden layer, in [0, 0.95]; default 0.5. */
  rate: { type: 'number', min: 0, max: 0.95, default: 0.5, meaning: 'probability to drop a unit' },
  /** The fraction of the training labels that are wrong, in [0, 0.5]; default 0.2. */
  labelNoise: { type: 'number', min: 0, max: 0.5, default: 0.2, meaning: 'fraction of wrong labels' },
  /** Units of each hidden layer, 1 to 128; default 64. */
  width: { type: 'integer', min: 1, max: 128, default: 64, meaning: 'units of a hidden layer' },
  /** How many hidden layers, 1 to 6; default 4. */
  depth: { type: 'integer', min: 1, max: 6, default: 4, meaning: 'hidden layers' },
  /** 1 to 300; default 100. */
  epochs: { type: 'integer', min: 1, max: 300, default: 100 },
  /** Of data, weights, masks and batch order, 0 to 99; by default the course's seed. */
  seed: { type: 'integer', min: 0, max: 99, default: 1 },
} as const;

export type PlaygroundOptions = Options<typeof playgroundTable>;
export type PlaygroundSettings = Settings<typeof playgroundTable>;

/** The lecture's network under sliders, as `show` takes it. */
export interface Playground {
  readonly playground: { readonly training: PlaygroundSettings };
}

/**
 * The lecture's network under your fingers: sliders that train it again while they are dragged, its decision surface, its
 * losses and its true accuracy. Show it in JupyterLab, Notebook 7 or a page; elsewhere a sentence says what would be there.
 *
 * @example
 * show(playground({ rate: 0, labelNoise: 0.2 }));
 */
export function playground(options: PlaygroundOptions = {}): Playground {
  const settings = readOptions('playground', playgroundTable, { seed: courseSeed % 100, ...options });
  return { playground: { training: settings } };
}
