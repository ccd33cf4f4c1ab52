import { availableParallelism } from 'node:os';
import { mapped } from './arms.ts';
import type { Contestant } from './contestants/contestant.ts';
import type { Seeds, Timing } from './contestants/protocol.ts';
import type { Lineup } from './lineup.ts';

/** All seeds of both arms on all cores; a first round with few seeds, which compiles, is not counted. */
export async function manySeeds(
  { sweepers }: Lineup,
  plan: Seeds,
  rounds: number,
  say: (text: string) => void,
) {
  const works: Record<string, (seeds: Seeds) => Promise<number>> = {
    ours: async sweep => (await sweepers.ours.ask<Timing>({ sweep })).ms,
  };
  const { pytorch, jax } = sweepers;
  if (pytorch) works.pytorch = async batched => (await pytorch.ask<Timing>({ batched })).ms;
  if (jax) works.jax = sweep => shared(jax, sweep);
  const times = mapped(works, (): number[][] => [[], []]);
  for (let round = 0; round <= rounds; round++) {
    say(`Training ${2 * plan.seeds} networks: ${round ? `round ${round} of ${rounds}` : 'warming up'}`);
    for (const [name, work] of Object.entries(works)) {
      for (const [arm, rate] of plan.rates.entries()) {
        const ms = await work({
          ...plan,
          rates: [rate],
          seeds: round ? plan.seeds : 2 * availableParallelism(),
        });
        if (round) times[name][arm].push(ms);
      }
    }
  }
  return { ours: times.ours, pytorch: times.pytorch ?? null, jax: times.jax ?? null };
}

/** Every process takes its share of the seeds; the last one to finish counts. */
async function shared(processes: readonly Contestant[], plan: Seeds): Promise<number> {
  const borders = Array.from({ length: processes.length + 1 }, (_, i) =>
    Math.round((i * plan.seeds) / processes.length),
  );
  const times = processes.map(async (contestant, i) => {
    const [first, end] = borders.slice(i);
    return (await contestant.ask<Timing>({ sweep: { ...plan, first, seeds: end - first } })).ms;
  });
  return Math.max(...(await Promise.all(times)));
}
