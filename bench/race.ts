import type { Contestant } from './contestants/contestant.ts';
import type { Timing, Training } from './contestants/protocol.ts';

/** Milliseconds by contestant and request, one per round. */
export type Race = Readonly<Record<string, readonly number[][]>>;

/** Validation losses of the last round, by contestant and request. */
export interface RaceResult {
  readonly ms: Race;
  readonly losses: Readonly<Record<string, readonly number[]>>;
}

/**
 * Lets the contestants take turns: every round each of them answers every request once, another one first each
 * time. A first round, which compiles and warms up, is not counted.
 */
export async function race(
  contestants: Readonly<Record<string, Contestant>>,
  requests: readonly Training[],
  rounds: number,
  say: (text: string) => void,
): Promise<RaceResult> {
  const names = Object.keys(contestants);
  const ms = Object.fromEntries(names.map(name => [name, requests.map((): number[] => [])]));
  const losses = Object.fromEntries(names.map(name => [name, requests.map(() => NaN)]));
  for (let round = 0; round <= rounds; round++) {
    say(round ? `round ${round} of ${rounds}` : 'warming up');
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length];
      for (const [i, request] of requests.entries()) {
        const timing = await contestants[name].ask<Timing>({ train: request });
        losses[name][i] = timing.result;
        if (round) ms[name][i].push(timing.ms);
      }
    }
  }
  return { ms, losses };
}
