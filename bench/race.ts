import type { Contestant } from './contestants/contestant.ts';
import type { Timing, Training } from './contestants/protocol.ts';
import { spread } from './statistics.ts';

/** Milliseconds by contestant and request, one per round. */
export type Race = Readonly<Record<string, readonly number[][]>>;

/** Validation losses of the last round, by contestant and request. */
export interface RaceResult {
  readonly ms: Race;
  readonly losses: Readonly<Record<string, readonly number[]>>;
}

/** A turn that is over sooner than this many milliseconds is repeated; the median counts. */
const TURN = 300;

/**
 * Lets the contestants take turns: every round each of them answers every request once, another one first each
 * time. A first round, which compiles and warms up, is not counted.
 */
export async function race(
  contestants: Readonly<Record<string, Contestant | undefined>>,
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
        const times: number[] = [];
        while (sum(times) < TURN && times.length < 9) {
          const timing = await contestants[name]!.ask<Timing>({ train: request });
          losses[name][i] = timing.result;
          times.push(timing.ms);
        }
        if (round) ms[name][i].push(spread(times).median);
      }
    }
  }
  return { ms, losses };
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
