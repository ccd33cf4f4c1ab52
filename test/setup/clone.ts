import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { root } from '../../binder/jupyter.mjs';

const fakes = fileURLToPath(new URL('fakes/', import.meta.url));

/** How a tool was called: `npm` or `python` (this one by its path). */
export interface Call {
  tool: 'npm' | 'python';
  python?: string;
  args: string[];
  pid: number;
  env: NodeJS.ProcessEnv;
}

export interface Running {
  child: ChildProcess;
  ended: Promise<Ended>;
}

export interface Ended {
  status: number | null;
  printed: string;
}

/**
 * A clone with the real set-up scripts, whose npm and Pythons are fakes: it is set up in a second, and `calls` tells
 * what was asked of them.
 */
export class Clone {
  readonly folder: string;
  readonly #bin: string;
  readonly #log: string;
  readonly #home: string;

  /** @param name The name of the folder; the surroundings of the test are beside it. */
  constructor(
    name = 'clone',
    readonly surroundings = mkdtempSync(join(tmpdir(), 'set-up-')),
  ) {
    this.folder = join(surroundings, name);
    this.#bin = join(surroundings, 'bin');
    this.#log = join(surroundings, 'calls.jsonl');
    this.#home = join(surroundings, 'home');
    if (existsSync(this.folder)) return; // one that was moved
    for (const folder of [this.#bin, this.#home, join(this.folder, 'notebooks')])
      mkdirSync(folder, { recursive: true });
    const real = (path: string) => !/\/(dist|build|node_modules)$/.test(path);
    cpSync(`${root}binder`, join(this.folder, 'binder'), { recursive: true, filter: real });
    cpSync(`${root}package.json`, join(this.folder, 'package.json'));
    // Plotly, which takes time to make, and the playground, which needs the library.
    cpSync(`${root}.cache`, join(this.folder, '.cache'), {
      recursive: true,
      filter: path => /\.cache$|(plotly-.*|playground\.min)\.js$/.test(path),
    });
    const sources = ['lib/index.ts', 'handouts/live/playground/worker.ts', 'notebooks/00-index.ipynb'];
    for (const file of ['package-lock.json', 'tsconfig.json', ...sources]) {
      mkdirSync(join(this.folder, file, '..'), { recursive: true });
      writeFileSync(join(this.folder, file), '{}');
    }
    // Part of what names the copied Plotly.
    cpSync(`${root}lib/src/palette.ts`, join(this.folder, 'lib/src/palette.ts'));
    this.addPython('python3');
    symlinkSync(process.execPath, join(this.#bin, 'node'));
  }

  /** Puts a Python on the PATH. */
  addPython(name: string): void {
    const script = `#!/bin/sh\nexec '${process.execPath}' '${fakes}python.mjs' "$0" "$@"\n# ${name}\n`;
    writeFileSync(join(this.#bin, name), script, { mode: 0o755 });
  }

  get calls(): Call[] {
    if (!existsSync(this.#log)) return [];
    const lines = readFileSync(this.#log, 'utf8')
      .split('\n')
      .filter(line => line !== '');
    return lines.map(line => JSON.parse(line) as Call);
  }

  /** Those since it was last asked, as `npm ci` or `python -m pip`. */
  names(): string[] {
    const names = this.calls.map(({ tool, args }) =>
      [tool, ...args.slice(0, args[0] === '-m' ? 2 : 1)].join(' '),
    );
    writeFileSync(this.#log, '');
    return names;
  }

  /** Waits for a call for which `wanted` is true. */
  async called(wanted: (call: Call) => boolean): Promise<Call> {
    for (;;) {
      const call = this.calls.find(wanted);
      if (call) return call;
      await wait(50);
    }
  }

  /** Runs a script of the clone. */
  start(script: string, env: NodeJS.ProcessEnv = {}, ...args: string[]): Running {
    return this.run(process.execPath, [join(this.folder, script), ...args], env);
  }

  /** Runs a program in the clone, among the fakes. */
  run(program: string, args: string[], env: NodeJS.ProcessEnv = {}): Running {
    const unset = ['CHROMIUM', 'PYTHON', 'JUPYTER_PATH', 'JUPYTER_CONFIG_DIR'].map(name => [name, undefined]);
    const child = spawn(program, args, {
      cwd: this.folder,
      env: {
        ...process.env,
        ...Object.fromEntries(unset),
        HOME: this.#home,
        PATH: this.#bin,
        FAKE_LOG: this.#log,
        FAKE_MODULES: `${root}node_modules`,
        npm_execpath: `${fakes}npm-cli.js`,
        ...env,
      },
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', chunk => (printed += chunk));
    const ended = new Promise<Ended>(resolve => child.on('close', status => resolve({ status, printed })));
    // On which it ends what it has started.
    onTestFinished(async () => {
      if (child.kill('SIGTERM')) await ended;
    });
    return { child, ended };
  }

  setUp(env: NodeJS.ProcessEnv = {}, ...args: string[]): Promise<Ended> {
    return this.start('binder/set-up.mjs', env, ...args).ended;
  }
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
