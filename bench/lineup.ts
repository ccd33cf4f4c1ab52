import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Contestant, start } from './contestants/contestant.ts';
import type { Task } from './contestants/protocol.ts';
import { findPackage, findPython, onCore } from './findPeers.ts';

/** Who trains one network on one core, by the name a table shows, and what that is. */
export const PEERS = {
  'Dropout Lab': 'fit, as in a notebook',
  'JAX jit': 'the whole training as one compiled program, compiled before',
  'PyTorch eager': 'torch.nn and torch.optim.Adam, one thread',
  'jax-js': 'each step one compiled function, WebAssembly',
  'TensorFlow.js wasm': 'tf.layers and model.fit, WebAssembly',
  'TensorFlow.js cpu': 'tf.layers and model.fit, plain JavaScript',
} as const;

export type PeerName = keyof typeof PEERS;

/** The contestants that could be started, and why others could not. */
export interface Lineup {
  /** For one network: each in a process on the same core. */
  readonly racers: { readonly [name in PeerName]?: Contestant } & { readonly 'Dropout Lab': Contestant };
  /** For many networks on all cores; JAX has a process for each core. */
  readonly sweepers: {
    readonly ours: Contestant;
    readonly pytorch?: Contestant;
    readonly jax?: readonly Contestant[];
  };
  readonly notMeasured: Readonly<Record<string, string>>;
}

const CORES = availableParallelism();

/** Starts everybody who is installed and hands them the task. */
export async function gather(task: Task): Promise<Lineup> {
  const [torch, jax, jaxJs] = [findPython('torch'), findPython('jax'), findPackage('@jax-js/jax')];
  const racer = (...command: string[]): Promise<Contestant> => ready(task, onCore(0, CORES, command));
  const jaxOn = (core: number, python: string): Promise<Contestant> =>
    ready(task, onCore(core, CORES, [python, path('jax_jit.py')]));
  return {
    racers: {
      'Dropout Lab': await ourselves(task),
      ...('python' in jax && { 'JAX jit': await jaxOn(0, jax.python) }),
      ...('python' in torch && { 'PyTorch eager': await racer(torch.python, path('pytorch.py')) }),
      ...('path' in jaxJs && { 'jax-js': await racer(...typescript('jaxJs', jaxJs.path, jaxJs.version)) }),
      'TensorFlow.js wasm': await racer(...typescript('tensorflow', 'wasm')),
      'TensorFlow.js cpu': await racer(...typescript('tensorflow', 'cpu')),
    },
    sweepers: {
      ours: await ready(task, typescript('dropoutLab')),
      ...('python' in torch && { pytorch: await ready(task, [torch.python, path('pytorch.py')]) }),
      ...('python' in jax && {
        jax: await Promise.all(Array.from({ length: CORES }, (_, core) => jaxOn(core, jax.python))),
      }),
    },
    notMeasured: Object.fromEntries(
      Object.entries({ 'JAX jit': jax, 'PyTorch eager': torch, 'jax-js': jaxJs }).flatMap(([name, found]) =>
        'missing' in found ? [[name, found.missing]] : [],
      ),
    ),
  };
}

/** This library in a fresh process on one core. */
export const ourselves = (task: Task): Promise<Contestant> =>
  ready(task, onCore(0, CORES, typescript('dropoutLab')));

/** Everybody, to be closed. */
export function everybody({ racers, sweepers }: Lineup): Contestant[] {
  return [...Object.values(racers), ...Object.values(sweepers).flat()];
}

const path = (name: string): string => fileURLToPath(new URL(`contestants/${name}`, import.meta.url));

const typescript = (name: string, ...args: string[]): string[] => [
  process.execPath,
  '--expose-gc',
  '--import',
  'tsx',
  path(`${name}.ts`),
  ...args,
];

async function ready(task: Task, [command, ...args]: readonly string[]): Promise<Contestant> {
  const contestant = await start(command, args);
  await contestant.ask({ data: task });
  return contestant;
}
