/**
 * How long a reader waits for the kernel: stock tslab and the course's launcher side by side, cell by cell; for whole
 * notebooks in the course's, all cells queued at once, from the start of the kernel to the last output; and for the
 * handouts of the course, its notebooks executed before. In turns, medians.
 *
 *   npx tsx bench/kernel.ts [rounds] [names of notebooks]
 *
 * Writes bench/results/kernel.json. On a busy machine it says nothing.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { root } from '../binder/jupyter.mjs';
import { text } from '../handouts/notebook.ts';
import { readNotebook } from '../handouts/readNotebook.ts';
import { KernelClient } from '../test/kernel/KernelClient.ts';
import { inTurns, timed } from './inTurns.ts';
import { spread } from './statistics.ts';

const [, , rounds = '5', ...names] = process.argv;
const notebooks = names.length ? names : ['08-optimal-rate', '10-model'];
const cwd = `${root}notebooks`;
const load = loadavg()[0];

const cells = {
  'first cell': '1 + 1',
  'next cell': '2 + 2',
  "import 'dropout-lab'": `import * as lab from 'dropout-lab'`,
  "import '@tensorflow/tfjs'": `import * as tf from '@tensorflow/tfjs'`,
  'cell after the imports': 'const x = tf.tensor([1])',
};

/** Processor time of the kernel so far, in ms: comparable also on a busy machine. */
const processorTime = 'const { user, system } = process.cpuUsage(); (user + system) / 1000';

type Kind = 'stock' | 'launcher';
const waits: Record<string, Record<Kind, number[]>> = {};

function note(kind: Kind, label: string, ms: number): void {
  (waits[label] ??= { stock: [], launcher: [] })[kind].push(ms);
}

/** Notes the times of one kernel: from its start to its first answer, then cell by cell. */
async function session(kind: Kind): Promise<void> {
  let client!: KernelClient;
  const start = async (): Promise<void> => void (client = await KernelClient.start(kind, { cwd }));
  note(kind, 'start to first answer', await timed(start));
  for (const [label, code] of Object.entries(cells))
    note(kind, label, await timed(() => client.execute(code)));
  const queue = () => Promise.all(Array.from({ length: 20 }, () => client.execute('0')));
  note(kind, '20 cells queued at once', await timed(queue));
  note(kind, 'processor time in all', Number((await client.execute(processorTime)).stdout));
  await client.stop();
}

/** Executes a notebook. @throws Error when a cell fails. */
async function execute(name: string): Promise<void> {
  const sources = readNotebook(`${cwd}/${name}.ipynb`).cells.filter(cell => cell.cell_type === 'code');
  const client = await KernelClient.start('launcher', { cwd });
  const results = await Promise.all(sources.map(({ source }) => client.execute(text(source))));
  await client.stop();
  const failed = results.find(({ reply }) => reply.status !== 'ok');
  if (failed) throw new Error(`${name}: ${JSON.stringify(failed.reply)}`);
}

/** Writes all pages of the course. @throws Error when one of them fails. */
function writeHandouts(): void {
  const command = ['--import', 'tsx', 'handouts/main.ts', '--out', '.cache/bench-handouts'];
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

await inTurns({ stock: () => session('stock'), launcher: () => session('launcher') }, Number(rounds));
const whole = await inTurns(
  Object.fromEntries(notebooks.map(name => [`all of ${name}`, () => execute(name)])),
  Number(rounds),
);
writeHandouts(); // executes the notebooks
whole['handouts of the course'] = (await inTurns({ writeHandouts }, Number(rounds))).writeHandouts;

const median = (values: readonly number[]): number => Math.round(spread(values).median);
const times = Object.entries(waits).map(([label, { stock, launcher }]) => [
  label,
  { stock: median(stock), launcher: median(launcher) },
]);
const rest = Object.entries(whole).map(([name, ms]) => [name, { launcher: median(ms) }]);
const ms = Object.fromEntries([...times, ...rest]);
const versions = { node: process.version, processor: cpus()[0]!.model, cores: availableParallelism() };
const report = { versions, load, rounds: Number(rounds), ms };
writeFileSync(`${root}bench/results/kernel.json`, `${JSON.stringify(report, null, 2)}\n`);
console.log(`Node ${process.version}, medians of ${rounds} rounds, in ms`);
console.table(ms);
process.exit();
