import type { Bits } from './polarNormals';

const N = 624;
const M = 397;

/**
 * MT19937 (Matsumoto and Nishimura 1998), seeded by one 32-bit word (`init_genrand`) or by a key of several
 * (`init_by_array`), as NumPy seeds it.
 *
 * Of the library's own, where pure-rand has one too: that one is seeded by one word only, and renews its state word
 * by word, which takes half as long again for a million normals.
 *
 * @example
 * new MersenneTwister([0x123, 0x234, 0x345, 0x456]).next() >>> 0; // 1067595299
 */
export class MersenneTwister implements Bits {
  readonly #state: Int32Array;
  #index: number = N;

  constructor(seed: number | readonly number[]) {
    this.#state = typeof seed === 'number' ? stateOfWord(seed) : stateOfKey(seed);
  }

  /** The next 32 bits, as a signed integer. */
  next(): number {
    if (this.#index === N) {
      twist(this.#state);
      this.#index = 0;
    }
    let y = this.#state[this.#index++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >>> 18);
  }
}

function twist(state: Int32Array): void {
  for (let k = 0; k < N; k++) {
    const y = (state[k] & 0x80000000) | (state[k === N - 1 ? 0 : k + 1] & 0x7fffffff);
    state[k] = state[k < N - M ? k + M : k + M - N] ^ (y >>> 1) ^ (-(y & 1) & 0x9908b0df);
  }
}

function stateOfWord(seed: number): Int32Array {
  const state = new Int32Array(N);
  state[0] = seed;
  for (let i = 1; i < N; i++) state[i] = Math.imul(scrambled(state, i), 1812433253) + i;
  return state;
}

function stateOfKey(key: readonly number[]): Int32Array {
  const state = stateOfWord(19650218);
  let i = 1;
  const advance = (): void => {
    if (++i < N) return;
    state[0] = state[N - 1];
    i = 1;
  };
  for (let k = 0; k < Math.max(N, key.length); k++, advance()) {
    const j = k % key.length;
    state[i] = (state[i] ^ Math.imul(scrambled(state, i), 1664525)) + key[j] + j;
  }
  for (let k = 1; k < N; k++, advance()) {
    state[i] = (state[i] ^ Math.imul(scrambled(state, i), 1566083941)) - i;
  }
  state[0] = 0x80000000;
  return state;
}

function scrambled(state: Int32Array, i: number): number {
  return state[i - 1] ^ (state[i - 1] >>> 30);
}
