/**
 * How long a learner waits for the kernel: stock tslab and the course's launcher side by side, in turns, medians.
 *
 *   npx tsx bench/kernel.ts [rounds]
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KernelClient } from '../test/kernel/KernelClient.ts';

const cwd = join(fileURLToPath(new URL('..', import.meta.url)), 'notebooks');

const cells = {
  'first cell': '1 + 1',
  'next cell': '2 + 2',
  "import 'dropout-lab'": `import * as lab from 'dropout-lab'`,
  "import '@tensorflow/tfjs'": `import * as tf from '@tensorflow/tfjs'`,
  'cell after the imports': 'const x = tf.tensor([1])',
  '20 cells queued at once': '',
};

type Kind = 'stock' | 'launcher';
const kinds: Kind[] = ['stock', 'launcher'];

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Processor time of the kernel so far, in ms: comparable also on a busy machine. */
const processorTime = 'const { user, system } = process.cpuUsage(); (user + system) / 1000';

/** The times of one kernel, in ms: from its start to its first answer, then cell by cell. */
async function session(kind: Kind): Promise<number[]> {
  let client!: KernelClient;
  const times = [await timed(async () => (client = await KernelClient.start(kind, { cwd })))];
  for (const code of Object.values(cells)) {
    const work =
      code === ''
        ? () => Promise.all(Array.from({ length: 20 }, () => client.execute('0')))
        : () => client.execute(code);
    times.push(await timed(work));
  }
  times.push(Number((await client.execute(processorTime)).stdout));
  await client.stop();
  return times;
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

const rounds = Number(process.argv[2] ?? 5);
const times: Record<Kind, number[][]> = { stock: [], launcher: [] };
for (let round = 0; round < rounds; round++) for (const kind of kinds) times[kind].push(await session(kind));

const rows = ['start to first answer', ...Object.keys(cells), 'processor time in all'].map((label, row) => [
  label,
  Object.fromEntries(
    kinds.map(kind => [`${kind} (ms)`, Math.round(median(times[kind].map(all => all[row]!)))]),
  ),
]);
console.log(`Node ${process.version}, medians of ${rounds} rounds`);
console.table(Object.fromEntries(rows));
process.exit();
