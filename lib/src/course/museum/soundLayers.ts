import { type Batch, InvertedDropout, type MuseumLayer } from './museumLayer';

/** Dropout as the paper has it: no scaling in training, smaller outputs in prediction. */
class ScaleDownDropout extends InvertedDropout {
  override predict(x: Batch): Batch {
    return x.map(row => row.map(value => value * (1 - this.rate)));
  }

  protected override factor(): number {
    return this.random.random() < this.rate ? 0 : 1;
  }
}

/** Normal noise of the same mean and variance as inverted dropout (section 10 of the paper). */
class GaussianDropout extends InvertedDropout {
  protected override factor(): number {
    return this.random.normal(1, Math.sqrt(this.rate / (1 - this.rate)));
  }
}

/** A layer of the museum by its name. */
export interface Named {
  readonly name: string;
  readonly make: (rate: number, seed: number) => MuseumLayer;
}

/** Layers without a fault: a test that accuses one of them asks for too much. */
export const soundLayers: readonly Named[] = [
  { name: 'inverted dropout', make: (rate, seed) => new InvertedDropout(rate, seed) },
  { name: 'scale-down dropout', make: (rate, seed) => new ScaleDownDropout(rate, seed) },
  { name: 'Gaussian dropout', make: (rate, seed) => new GaussianDropout(rate, seed) },
];
