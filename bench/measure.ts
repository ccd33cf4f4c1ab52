import { availableParallelism, cpus, loadavg } from 'node:os';
import { type Arms, armsOf, mapped, ratiosOf, type Times } from './arms.ts';
import type { Contestant } from './contestants/contestant.ts';
import type { Products } from './contestants/products.ts';
import type { Seeds, Task, Timing, Training } from './contestants/protocol.ts';
import { growth } from './growth.ts';
import { type Lineup, ourselves } from './lineup.ts';
import { race } from './race.ts';
import type { Limit, Report, Row } from './report.ts';
import { ratios, type Spread, spread } from './statistics.ts';
import { manySeeds } from './sweeps.ts';

const TRAININGS: readonly Training[] = [0, 0.5].map(rate => ({ rate, epochs: 100, batchSize: 100 }));

type Say = (text: string) => void;

/** Runs every part of the benchmark, in one go on one machine. */
export async function measure(lineup: Lineup, task: Task, quick: boolean, say: Say): Promise<Report> {
  const load = loadavg()[0];
  say('Training one network');
  const { ms, losses } = await race(lineup.racers, TRAININGS, quick ? 2 : 9, say);
  const ours = ms['Dropout Lab'];
  const training = Object.entries(ms).map(([name, times]): Row => ({
    name,
    ...armsOf(times),
    ratios: ratiosOf(times, ours),
    losses: losses[name],
  }));
  const ratiosTo = (name: string): Arms | null => training.find(row => row.name === name)?.ratios ?? null;
  const firsts = await firstCalls(lineup, task, quick ? 1 : 3, say);
  const seeds: Seeds = {
    seeds: quick ? 100 : 200,
    rates: TRAININGS.map(({ rate }) => rate),
    epochs: 100,
    batchSize: 100,
    points: 150,
    freshPoints: 2000,
  };
  const sweeps = await manySeeds(lineup, seeds, quick ? 1 : 3, say);
  const { ownMatmul, limit } = await ownProducts(lineup, quick ? 11 : 41, say);
  const usual = ours.map(times => spread(times).median);
  const firstOver =
    firsts.jax &&
    ratiosOf(
      firsts.jax,
      firsts.jax.map((times, arm) => times.map(() => usual[arm])),
    );
  const spreads = {
    pytorchEager: ratiosTo('PyTorch eager')?.both ?? null,
    pytorchBatched: sweeps.pytorch && ratiosOf(sweeps.pytorch, sweeps.ours).both,
    tfjsWasm: ratiosTo('TensorFlow.js wasm')?.both ?? null,
    tfjsCpu: ratiosTo('TensorFlow.js cpu')?.both ?? null,
    ownMatmul,
  };
  const byArm = {
    jaxJit: ratiosTo('JAX jit'),
    jaxJitFirst: firstOver,
    jaxSweep: sweeps.jax && ratiosOf(sweeps.jax, sweeps.ours),
    jaxJs: ratiosTo('jax-js'),
  };
  say('Growth');
  const grown = await growth(lineup, seeds, quick ? 1 : 5);
  return {
    ...mapped(spreads, s => s?.median ?? null),
    ...mapped(byArm, arms => arms && mapped(arms, s => s.median)),
    quartiles: {
      ...mapped(spreads, s => s && quartiles(s)),
      ...mapped(byArm, arms => arms && mapped(arms, quartiles)),
    },
    training,
    firstCall: {
      'Dropout Lab': armsOf(firsts.ours),
      ...(firsts.jax && { 'JAX jit': armsOf(firsts.jax) }),
    },
    networks: 2 * seeds.seeds,
    sweeps: {
      'Dropout Lab, worker threads': seconds(sweeps.ours),
      ...(sweeps.jax && { 'JAX jit, a process for each core': seconds(sweeps.jax) }),
      ...(sweeps.pytorch && { 'PyTorch, batched over seeds': seconds(sweeps.pytorch) }),
    },
    limit,
    growth: grown,
    memory: await memory(task, say),
    notMeasured: lineup.notMeasured,
    versions: {
      node: process.version,
      ...mapped(lineup.racers as Record<string, Contestant>, racer => racer.greeting.version as string),
      processor: cpus()[0].model,
      cores: availableParallelism(),
    },
    load,
    quick,
  };
}

/** The first training of a process: ours in a fresh one, JAX's with an empty cache of compiled programs. */
async function firstCalls({ racers }: Lineup, task: Task, rounds: number, say: Say) {
  say('First calls');
  const jax = racers['JAX jit'];
  const times = { ours: [[], []] as number[][], jax: [[], []] as number[][] };
  for (let round = 0; round < rounds; round++) {
    for (const [arm, training] of TRAININGS.entries()) {
      const fresh = await ourselves(task);
      times.ours[arm].push((await fresh.ask<Timing>({ train: training })).ms);
      await fresh.close();
      if (jax) times.jax[arm].push((await jax.ask<Timing>({ first: training })).ms);
    }
  }
  return { ours: times.ours, jax: jax ? times.jax : null };
}

/** Training without and with dropout over the time of the same matrix products alone, in turns in one process. */
async function ownProducts(
  { racers }: Lineup,
  rounds: number,
  say: Say,
): Promise<{ ownMatmul: Spread; limit: Limit }> {
  say('Our own matrix products');
  const ours = racers['Dropout Lab'];
  const whole: number[] = [];
  const alone: number[] = [];
  const speeds: number[] = [];
  for (let round = 0; round < rounds; round++) {
    let [all, products, macs] = [0, 0, 0];
    for (const training of TRAININGS) {
      all += (await ours.ask<Timing>({ train: training })).ms;
      const { result } = await ours.ask<Timing<Products>>({ products: training });
      products += result.ms;
      macs += result.macs;
    }
    whole.push(all);
    alone.push(products);
    speeds.push(macs / (products * 1e6));
  }
  const { result: peak } = await ours.ask<Timing>({ peak: {} });
  const products = spread(speeds).median;
  return { ownMatmul: ratios(whole, alone), limit: { peak, products, share: products / peak } };
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

const seconds = (times: Times): Arms => armsOf(times.map(arm => arm.map(ms => ms / 1000)));

const quartiles = ({ low, high }: Spread): readonly [number, number] => [low, high];
