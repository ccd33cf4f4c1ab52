/** A source of 32 random bits, as a signed or unsigned integer. */
export interface Bits {
  next(): number;
}

/** 53 random bits as a number in [0, 1). */
export function uniform53(bits: Bits): number {
  return ((bits.next() >>> 5) * 2 ** 26 + (bits.next() >>> 6)) / 2 ** 53;
}

/**
 * Standard normals by the polar method (Marsaglia and Bray 1964), in NumPy's order: they come in pairs, and the
 * second of a pair waits for the next call.
 */
export class PolarNormals {
  readonly #bits: Bits;
  readonly #pair: Float64Array = new Float64Array(2);
  #waiting = false;

  constructor(bits: Bits) {
    this.#bits = bits;
  }

  next(): number {
    this.#waiting = !this.#waiting;
    if (!this.#waiting) return this.#pair[1];
    this.#draw(this.#pair, 0);
    return this.#pair[0];
  }

  /** Fills an array with what as many calls of `next` would give, in two thirds of the time. */
  drawInto(values: Float64Array): void {
    let i = 0;
    if (this.#waiting && values.length) values[i++] = this.next();
    for (; i + 1 < values.length; i += 2) this.#draw(values, i);
    if (i < values.length) values[i] = this.next();
  }

  #draw(target: Float64Array, i: number): void {
    for (;;) {
      const x = 2 * uniform53(this.#bits) - 1;
      const y = 2 * uniform53(this.#bits) - 1;
      const r2 = x * x + y * y;
      if (r2 >= 1 || r2 === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(r2)) / r2);
      target[i] = factor * y;
      target[i + 1] = factor * x;
      return;
    }
  }
}
