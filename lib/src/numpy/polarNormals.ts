import { log } from '../elementary/index';
import type { MersenneTwister } from './mersenneTwister';

/** Uniforms that are drawn ahead at most. */
const BLOCK = 1024;

/**
 * Standard normals by the polar method (Marsaglia and Bray 1964), in NumPy's order: they come in pairs, and the
 * second of a pair waits for the next call.
 */
export class PolarNormals {
  readonly #bits: MersenneTwister;
  readonly #pair: Float64Array = new Float64Array(2);
  #waiting = false;

  constructor(bits: MersenneTwister) {
    this.#bits = bits;
  }

  next(): number {
    this.#waiting = !this.#waiting;
    if (!this.#waiting) return this.#pair[1];
    do this.#bits.drawInto(this.#pair);
    while (turn(this.#pair, this.#pair, 0) === 0);
    return this.#pair[0];
  }

  /**
   * Fills an array with what as many calls of `next` would give, in half the time. A pair of normals takes a pair of
   * uniforms at least, so that as many uniforms as there are normals to come can be drawn ahead.
   */
  drawInto(values: Float64Array): void {
    let i = 0;
    if (this.#waiting && values.length) values[i++] = this.next();
    const uniforms = new Float64Array(Math.min(BLOCK, (values.length - i) & ~1));
    while (i + 1 < values.length) {
      const ahead = uniforms.subarray(0, (values.length - i) & ~1);
      this.#bits.drawInto(ahead);
      i = turn(ahead, values, i);
    }
    if (i < values.length) values[i] = this.next();
  }
}

/** Turns the pairs of uniforms that lie in the unit circle into pairs of normals, from place i on; returns the next. */
function turn(uniforms: Float64Array, normals: Float64Array, i: number): number {
  for (let k = 0; k < uniforms.length; k += 2) {
    const x = 2 * uniforms[k] - 1;
    const y = 2 * uniforms[k + 1] - 1;
    const r2 = x * x + y * y;
    if (r2 >= 1 || r2 === 0) continue;
    const factor = Math.sqrt((-2 * log(r2)) / r2);
    normals[i++] = factor * y;
    normals[i++] = factor * x;
  }
  return i;
}
