import { availableParallelism } from 'node:os';
import type { Seeds, Task, Timing, Training } from './contestants/protocol.ts';
import { growth } from './growth.ts';
import { type Lineup, NAMES, ourselves } from './lineup.ts';
import { race } from './race.ts';
import type { Report, Row } from './report.ts';
import { ratios, type Spread, spread } from './statistics.ts';

const TRAININGS: readonly Training[] = [0, 0.5].map(rate => ({ rate, epochs: 100, batchSize: 100 }));

type Say = (text: string) => void;

/** Runs every part of the benchmark, in one go on one machine. */
export async function measure(lineup: Lineup, task: Task, quick: boolean, say: Say): Promise<Report> {
  const rows = await trainings(lineup, quick ? 2 : 9, say);
  const ratioOf = (name: string): Spread | null => rows.find(row => row.name === name)?.ratio ?? null;
  const seeds: Seeds = {
    seeds: quick ? 100 : 200,
    rates: [0, 0.5],
    epochs: 100,
    batchSize: 100,
    points: 150,
    freshPoints: 2000,
  };
  const sweeps = await manySeeds(lineup, seeds, quick ? 1 : 3, say);
  const spreads = {
    pytorchEager: ratioOf(NAMES.pytorch),
    pytorchBatched: sweeps.ratio,
    tfjsWasm: ratioOf(NAMES.tfjsWasm),
    tfjsCpu: ratioOf(NAMES.tfjsCpu),
    ownMatmul: await ownMatmul(lineup, quick ? 11 : 41, say),
  };
  say('Growth');
  const grown = await growth(lineup.contestants[NAMES.ours], seeds, quick ? 1 : 5);
  return {
    ...mapped(spreads, s => s?.median ?? null),
    quartiles: mapped(spreads, s => s && ([s.low, s.high] as const)),
    training: rows,
    networks: 2 * seeds.seeds,
    sweeps: sweeps.seconds,
    growth: grown,
    memory: await memory(task, say),
    notMeasured: lineup.notMeasured,
    versions: {
      node: process.version,
      ...mapped(lineup.contestants, contestant => contestant.greeting.version as string),
      cores: availableParallelism(),
    },
    quick,
  };
}

/** One network, without and with dropout, by everybody in turn. */
async function trainings(lineup: Lineup, rounds: number, say: Say): Promise<Row[]> {
  say('Training one network');
  const { ms, losses } = await race(lineup.contestants, TRAININGS, rounds, say);
  const both = mapped(ms, ([without, dropped]) => without.map((time, round) => time + dropped[round]));
  return Object.entries(ms).map(([name, [without, dropped]]) => ({
    name,
    without: spread(without),
    with: spread(dropped),
    ratio: ratios(both[name], both[NAMES.ours]),
    losses: losses[name],
  }));
}

/** All seeds of both arms: ours in worker threads, PyTorch with one bmm per layer for all seeds of an arm. */
async function manySeeds(lineup: Lineup, seeds: Seeds, rounds: number, say: Say) {
  const { [NAMES.ours]: ours, [NAMES.pytorch]: pytorch } = lineup.contestants;
  const times = { ours: [] as number[], pytorch: [] as number[] };
  for (let round = 1; round <= rounds; round++) {
    say(`Training ${2 * seeds.seeds} networks: round ${round} of ${rounds}`);
    times.ours.push((await ours.ask<Timing>({ sweep: seeds })).ms / 1000);
    if (pytorch) times.pytorch.push((await pytorch.ask<Timing>({ batched: seeds })).ms / 1000);
  }
  return {
    ratio: pytorch ? ratios(times.pytorch, times.ours) : null,
    seconds: {
      'Dropout Lab, worker threads': spread(times.ours),
      ...(pytorch && { 'PyTorch, batched over seeds': spread(times.pytorch) }),
    },
  };
}

/** Training without and with dropout over the time of the same matrix products alone, in turns in one process. */
async function ownMatmul(lineup: Lineup, rounds: number, say: Say): Promise<Spread> {
  say('Our own matrix products');
  const ours = lineup.contestants[NAMES.ours];
  const times: number[] = [];
  const products: number[] = [];
  for (let round = 0; round < rounds; round++) {
    let [whole, alone] = [0, 0];
    for (const training of TRAININGS) {
      whole += (await ours.ask<Timing>({ train: training })).ms;
      alone += (await ours.ask<Timing>({ products: training })).result;
    }
    times.push(whole);
    products.push(alone);
  }
  return ratios(times, products);
}

/** A thousand trainings after one another in a process of their own. */
async function memory(task: Task, say: Say): Promise<Report['memory']> {
  say('Memory');
  const fits = 1000;
  const fresh = await ourselves(task);
  try {
    const { result } = await fresh.ask<Timing<{ mb: number[]; peak: number }>>({ repeat: { fits } });
    return { fits, ...result };
  } finally {
    await fresh.close();
  }
}

function mapped<K extends string, A, B>(record: Readonly<Record<K, A>>, f: (value: A) => B): Record<K, B> {
  return Object.fromEntries(Object.entries<A>(record).map(([key, value]) => [key, f(value)])) as Record<K, B>;
}
