import { fileURLToPath } from 'node:url';
import { type Contestant, start } from './contestants/contestant.ts';
import type { Task } from './contestants/protocol.ts';
import { findPython } from './findPython.ts';

/** Who takes part, by the name a table shows. */
export const NAMES = {
  ours: 'Dropout Lab',
  pytorch: 'PyTorch eager, 1 thread',
  tfjsWasm: 'TensorFlow.js, wasm',
  tfjsCpu: 'TensorFlow.js, cpu',
} as const;

/** The contestants that could be started, and why others could not. */
export interface Lineup {
  readonly contestants: Readonly<Record<string, Contestant>>;
  readonly notMeasured: Readonly<Record<string, string>>;
}

/** Starts everybody who is installed and hands them the task. */
export async function gather(task: Task): Promise<Lineup> {
  const found = findPython();
  const contestants: Record<string, Contestant> = {
    [NAMES.ours]: await ourselves(task),
    ...('python' in found && { [NAMES.pytorch]: await ready(task, found.python, path('pytorch.py')) }),
    [NAMES.tfjsWasm]: await typescript(task, 'tensorflow', 'wasm'),
    [NAMES.tfjsCpu]: await typescript(task, 'tensorflow', 'cpu'),
  };
  return { contestants, notMeasured: 'missing' in found ? { PyTorch: found.missing } : {} };
}

/** This library in a fresh process. */
export const ourselves = (task: Task): Promise<Contestant> => typescript(task, 'dropoutLab');

const path = (name: string): string => fileURLToPath(new URL(`contestants/${name}`, import.meta.url));

const typescript = (task: Task, name: string, ...args: string[]): Promise<Contestant> =>
  ready(task, process.execPath, '--expose-gc', '--import', 'tsx', path(`${name}.ts`), ...args);

async function ready(task: Task, command: string, ...args: string[]): Promise<Contestant> {
  const contestant = await start(command, args);
  await contestant.ask({ data: task });
  return contestant;
}
