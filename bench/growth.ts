import type { Seeds, Timing, Training } from './contestants/protocol.ts';
import type { Lineup } from './lineup.ts';
import { growthExponent, spread } from './statistics.ts';

/** Time against one size, everything else as in section 10. */
export interface Growth {
  readonly sizes: readonly number[];
  /** Medians. */
  readonly ms: readonly number[];
  /** e of time ∝ size^e. */
  readonly exponent: number;
}

const LECTURE: Training = { rate: 0.5, epochs: 100, batchSize: 100 };

const TRAININGS: Readonly<Record<string, (size: number) => Training>> = {
  width: width => ({ ...LECTURE, width }),
  batchSize: batchSize => ({ ...LECTURE, batchSize }),
  epochs: epochs => ({ ...LECTURE, epochs }),
};

const SIZES: Readonly<Record<string, readonly number[]>> = {
  width: [16, 32, 64, 128, 256],
  batchSize: [5, 10, 25, 50, 150],
  epochs: [25, 50, 100, 200, 400],
  seeds: [10, 20, 40, 80],
};

/** How our time grows with width, batch size and epochs of one network, and with the seeds of a sweep. */
export async function growth(
  { racers, sweepers }: Lineup,
  seeds: Seeds,
  rounds: number,
): Promise<Readonly<Record<string, Growth>>> {
  const ask = (name: string, size: number): Promise<Timing> =>
    name === 'seeds'
      ? sweepers.ours.ask({ sweep: { ...seeds, seeds: size } })
      : racers['Dropout Lab'].ask({ train: TRAININGS[name](size) });
  const grown: Record<string, Growth> = {};
  for (const [name, sizes] of Object.entries(SIZES)) {
    const times = sizes.map((): number[] => []);
    for (let round = 0; round < rounds; round++) {
      for (const [i, size] of sizes.entries()) times[i].push((await ask(name, size)).ms);
    }
    const ms = times.map(list => spread(list).median);
    grown[name] = { sizes, ms, exponent: growthExponent(sizes, ms) };
  }
  return grown;
}
