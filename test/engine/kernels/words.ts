import { philox } from './philox.ts';

/**
 * The random words behind masks: four streams of xoshiro128++ in turn, whose first states are the words of
 * Philox4x32-10 for the counters (0 … 3, step, stream, 0).
 *
 * Source: Blackman and Vigna, Scrambled linear pseudorandom number generators, ACM TOMS 47 (2021).
 */
export function* words(key0: number, key1: number, step: number, stream: number): Generator<number, never> {
  const states = [0, 1, 2, 3].map(lane => philox([lane, step, stream, 0], [key0, key1]));
  for (;;) for (const state of states) yield xoshiro(state);
}

/** xoshiro128++: the next word; `state` moves on. */
export function xoshiro(state: number[]): number {
  const [s0, s1] = state;
  const word = (rotate(s0 + state[3], 7) + s0) >>> 0;
  state[2] ^= s0;
  state[3] ^= s1;
  state[1] ^= state[2];
  state[0] ^= state[3];
  state[2] ^= s1 << 9;
  state[3] = rotate(state[3], 11);
  return word;
}

function rotate(x: number, bits: number): number {
  return (x << bits) | (x >>> (32 - bits));
}
