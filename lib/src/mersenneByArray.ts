import { mersenneFromState } from 'pure-rand/generator/mersenne';
import type { Bits } from './polarNormals';

const LENGTH = 624;

/**
 * MT19937 seeded by a key of 32-bit words: `init_by_array` (Matsumoto and Nishimura 2002), as NumPy's
 * `RandomState([…])` has it. The library behind `random.ts` seeds by a single word only.
 *
 * @example
 * mersenneByArray([0x123, 0x234, 0x345, 0x456]).next() >>> 0; // 1067595299, as the reference prints
 */
export function mersenneByArray(key: readonly number[]): Bits {
  const generator = mersenneFromState([0, ...stateOf(key)]);
  for (let i = 0; i < LENGTH; i++) generator.next();
  return generator;
}

function stateOf(key: readonly number[]): number[] {
  const state: number[] = [19650218];
  for (let i = 1; i < LENGTH; i++) state.push((Math.imul(scrambled(state, i), 1812433253) + i) | 0);
  let i = 1;
  const advance = (): void => {
    if (++i < LENGTH) return;
    state[0] = state[LENGTH - 1];
    i = 1;
  };
  for (let k = 0; k < Math.max(LENGTH, key.length); k++, advance()) {
    const j = k % key.length;
    state[i] = ((state[i] ^ Math.imul(scrambled(state, i), 1664525)) + key[j] + j) | 0;
  }
  for (let k = 1; k < LENGTH; k++, advance()) {
    state[i] = ((state[i] ^ Math.imul(scrambled(state, i), 1566083941)) - i) | 0;
  }
  state[0] = 1 << 31;
  return state;
}

function scrambled(state: readonly number[], i: number): number {
  return state[i - 1] ^ (state[i - 1] >>> 30);
}
