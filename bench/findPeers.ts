import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/** A peer that is not installed with the course, and why it does not take part. */
export interface Missing {
  readonly missing: string;
}

/** A Python that can import the module: `BENCH_PYTHON`, else `python3`. */
export function findPython(module: string): { readonly python: string } | Missing {
  const python = process.env.BENCH_PYTHON ?? 'python3';
  if (spawnSync(python, ['-c', `import ${module}`], { stdio: 'ignore' }).status === 0) return { python };
  return { missing: `${python} cannot import ${module}; name a Python that can in BENCH_PYTHON` };
}

/** A package of npm: installed in the folder `BENCH_NODE_MODULES`, else in this one. */
export function findPackage(name: string): { readonly path: string; readonly version: string } | Missing {
  const folder = resolve(process.env.BENCH_NODE_MODULES ?? '.');
  try {
    const path = createRequire(join(folder, 'package.json')).resolve(name);
    const { version } = JSON.parse(readFileSync(join(dirname(path), '../package.json'), 'utf8'));
    return { path, version };
  } catch {
    return {
      missing: `not installed; run npm install ${name} in a folder and name it in BENCH_NODE_MODULES`,
    };
  }
}

/** The command on one core alone, where the system can say so; 0 is the last core, which interrupts leave alone most. */
export function onCore(core: number, cores: number, command: readonly string[]): readonly string[] {
  if (spawnSync('taskset', ['--version'], { stdio: 'ignore' }).status !== 0) return command;
  return ['taskset', '-c', String(cores - 1 - (core % cores)), ...command];
}
