/**
 * How long a reader waits for the kernel: stock tslab and the course's launcher side by side, cell by cell; and for whole
 * notebooks in the course's, all cells queued at once, from the start of the kernel to the last output. In turns, medians.
 *
 *   npx tsx bench/kernel.ts [rounds] [names of notebooks]
 */
import { root } from '../binder/jupyter.mjs';
import { text } from '../handouts/notebook.ts';
import { readNotebook } from '../handouts/readNotebook.ts';
import { KernelClient } from '../test/kernel/KernelClient.ts';
import { inTurns, timed } from './inTurns.ts';
import { spread } from './statistics.ts';

const [, , rounds = '5', ...names] = process.argv;
const notebooks = names.length ? names : ['08-optimal-rate', '10-model'];
const cwd = `${root}notebooks`;

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

await inTurns({ stock: () => session('stock'), launcher: () => session('launcher') }, Number(rounds));
const whole = await inTurns(
  Object.fromEntries(notebooks.map(name => [name, () => execute(name)])),
  Number(rounds),
);

const median = (values: readonly number[]): number => Math.round(spread(values).median);
const table = Object.entries(waits).map(([label, { stock, launcher }]) => [
  label,
  { 'stock (ms)': median(stock), 'launcher (ms)': median(launcher) },
]);
const rest = Object.entries(whole).map(([name, times]) => [
  `all of ${name}`,
  { 'launcher (ms)': median(times) },
]);
console.log(`Node ${process.version}, medians of ${rounds} rounds`);
console.table(Object.fromEntries([...table, ...rest]));
process.exit();
