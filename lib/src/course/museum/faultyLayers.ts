import { randomState } from '../../numpy/random';
import { type Batch, InvertedDropout, times } from './museumLayer';

/** Dropout stays on in prediction: nobody switched the model to evaluation mode. */
export class OnAtPrediction extends InvertedDropout {
  override predict(x: Batch): Batch {
    return times(x, this.draw(x.length, x[0].length));
  }
}

/** After the first prediction the layer never returns to training mode. */
export class NeverBack extends InvertedDropout {
  #evaluating = false;

  override predict(x: Batch): Batch {
    this.#evaluating = true;
    return super.predict(x);
  }

  protected override factor(): number {
    return this.#evaluating ? 1 : super.factor();
  }
}

/** The output of the functional form is thrown away: `dropout(x)` instead of `x = dropout(x)`. */
export class ThrownAway extends InvertedDropout {
  override train(x: Batch): Batch {
    super.train(x);
    return super.predict(x);
  }

  override backward(gradient: Batch): Batch {
    return super.predict(gradient);
  }
}

/** The backward pass recomputes the forward pass, and with it draws another mask. */
export class OtherMaskBackward extends InvertedDropout {
  override backward(gradient: Batch): Batch {
    return times(gradient, this.draw(gradient.length, gradient[0].length));
  }
}

/** Every step starts from the same key, and so draws the same mask. */
export class FrozenMask extends InvertedDropout {
  protected override draw(rows: number, units: number): Batch {
    this.random = randomState(this.seed);
    return super.draw(rows, units);
  }
}

/** Two workers share a batch, and each starts from the same seed. */
export class SameOnEveryWorker extends InvertedDropout {
  protected override draw(rows: number, units: number): Batch {
    const half = super.draw(Math.ceil(rows / 2), units);
    return [...half, ...half.map(row => row.slice())].slice(0, rows);
  }
}

/** Whole samples are dropped: the layer takes the first axis for the channels. */
export class WholeSamples extends InvertedDropout {
  protected override draw(rows: number, units: number): Batch {
    return super.draw(rows, 1).map(([factor]) => Array.from({ length: units }, () => factor));
  }
}

/** Four random numbers come at a time, and all four units get the first. */
export class GroupsOfFour extends InvertedDropout {
  protected override draw(rows: number, units: number): Batch {
    return super.draw(rows, units).map(row => row.map((_, j) => row[j - (j % 4)]));
  }
}

/** `rate` is taken for the probability to keep. */
export class Exchanged extends InvertedDropout {
  protected override factor(): number {
    return this.random.random() < this.rate ? 1 / this.rate : 0;
  }
}

/** Scaled in prediction by the probability to drop instead of to keep. */
export class ScaledByDropRate extends InvertedDropout {
  override predict(x: Batch): Batch {
    return x.map(row => row.map(value => value * this.rate));
  }

  protected override factor(): number {
    return this.random.random() < this.rate ? 0 : 1;
  }
}

/** Scaled in prediction by one half, whatever the rate. */
export class HardCodedHalf extends ScaledByDropRate {
  override predict(x: Batch): Batch {
    return x.map(row => row.map(value => value * 0.5));
  }
}

/**
 * Random numbers with nine bits, compared with `>`: one in 512 is exactly 0 and is dropped even at rate 0, which is how
 * this layer is switched off in prediction.
 */
export class CoarseNumbers extends InvertedDropout {
  override predict(x: Batch): Batch {
    return x.map(row => row.map(value => value * this.#factor(0)));
  }

  protected override factor(): number {
    return this.#factor(this.rate);
  }

  #factor(rate: number): number {
    return Math.floor(this.random.random() * 512) / 512 > rate ? 1 / (1 - rate) : 0;
  }
}

/** The room for the mask is allocated and never filled: everything is dropped. */
export class MaskNeverDrawn extends InvertedDropout {
  protected override factor(): number {
    return 0;
  }
}

/** Writes its output over its input, which others still need. */
export class InPlace extends InvertedDropout {
  override train(x: Batch): Batch {
    super.train(x).forEach((row, i) => (x[i] = row));
    return x;
  }
}

/** Remembers the rate it was built with: a later change shows in its settings and does nothing. */
export class RateIgnored extends InvertedDropout {
  readonly #built: number;

  constructor(rate: number, seed: number) {
    super(rate, seed);
    this.#built = rate;
  }

  protected override factor(): number {
    return this.random.random() < this.#built ? 0 : 1 / (1 - this.#built);
  }
}
