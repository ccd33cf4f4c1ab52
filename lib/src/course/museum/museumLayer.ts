import { type RandomState, randomState } from '../../numpy/random';

/** A batch: one list of numbers for each sample. */
export type Batch = number[][];

/** A dropout layer that can be tested from outside. */
export interface MuseumLayer {
  /** Fraction of the units dropped; may be changed between calls. */
  rate: number;
  /** The forward pass in training. */
  train(x: Batch): Batch;
  /** The forward pass in prediction. */
  predict(x: Batch): Batch;
  /** From the derivatives with respect to the last `train`'s outputs to those with respect to its inputs. */
  backward(gradient: Batch): Batch;
}

/** Elementwise product. */
export function times(a: Batch, b: Batch): Batch {
  return a.map((row, i) => row.map((value, j) => value * b[i][j]));
}

/** A batch filled by `value`, called row by row. */
export function batchOf(rows: number, units: number, value: () => number): Batch {
  return Array.from({ length: rows }, () => Array.from({ length: units }, value));
}

/** Inverted dropout, as Keras and PyTorch have it. The faults of the museum override one method each. */
export class InvertedDropout implements MuseumLayer {
  rate: number;
  protected readonly seed: number;
  protected random: RandomState;
  /** What the last `train` multiplied with. */
  protected factors: Batch = [];

  constructor(rate: number, seed: number) {
    this.rate = rate;
    this.seed = seed;
    this.random = randomState(seed);
  }

  train(x: Batch): Batch {
    this.factors = this.draw(x.length, x[0].length);
    return times(x, this.factors);
  }

  predict(x: Batch): Batch {
    return x.map(row => row.slice());
  }

  backward(gradient: Batch): Batch {
    return times(gradient, this.factors);
  }

  /** The factors of a new mask. */
  protected draw(rows: number, units: number): Batch {
    return batchOf(rows, units, () => this.factor());
  }

  /** The factor of one unit: 0 with probability `rate`. */
  protected factor(): number {
    return this.random.random() < this.rate ? 0 : 1 / (1 - this.rate);
  }
}
