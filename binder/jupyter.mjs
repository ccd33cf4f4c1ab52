// @ts-check
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canWrite, writableHome } from './writable.mjs';

/** The folder of the clone, with a slash at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Where the kernel and the lab extension are registered: a folder on JUPYTER_PATH, inside the clone. */
export const share = join(root, '.jupyter');

/**
 * The folder, with a slash at its end, for all that is made while the course is used: the clone; for a clone that cannot
 * be written, as one that many users share, `dropout-lab` in the home directory; without that, a temporary folder.
 */
export const workspace = canWrite(root)
  ? root
  : join(writableHome() ?? join(tmpdir(), String(process.getuid?.() ?? '')), 'dropout-lab', '/');

const record = join(share, 'python.json');

/** @returns {string | undefined} the Python that has Jupyter, as set-up chose it */
export function chosenPython() {
  if (!existsSync(record)) return undefined;
  const python = resolve(root, JSON.parse(readFileSync(record, 'utf8')).python);
  return existsSync(python) ? python : undefined;
}

/** @param {string} python stored relative to the clone where it lies in it: a clone can be copied or moved */
export function choosePython(python) {
  mkdirSync(share, { recursive: true });
  const path = isInClone(python) ? relative(root, python) : python;
  writeFileSync(record, JSON.stringify({ python: path }));
}

/** @param {string} file */
function isInClone(file) {
  const path = relative(root, file);
  return !path.startsWith('..') && !isAbsolute(path);
}

/**
 * The environment for the Python at `python`. For the clone's own it leaves out search paths, which would bring in
 * packages of another Python.
 *
 * @param {string} python
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export function pythonEnv(python, env = process.env) {
  if (!isInClone(python)) return env;
  const { PYTHONPATH: _path, PYTHONHOME: _home, __PYVENV_LAUNCHER__: _launcher, ...rest } = env;
  return rest;
}

/**
 * How to call Jupyter as set-up found or installed it: `spawn(python, ['-m', 'nbconvert', …], { env })`. The user's own
 * configuration is left out, the user's own kernels are not.
 *
 * @returns {{ python: string, env: NodeJS.ProcessEnv }}
 */
export function jupyter() {
  const python = chosenPython();
  if (!python) throw new Error('Jupyter is not set up yet. Run `npm run setup` first.');
  const { JUPYTER_NO_CONFIG: _none, JUPYTER_CONFIG_PATH: _path, ...env } = pythonEnv(python);
  const own = join(workspace, '.jupyter');
  return {
    python,
    env: {
      ...env,
      JUPYTER_PATH: [share, env.JUPYTER_PATH].filter(Boolean).join(delimiter),
      JUPYTER_CONFIG_DIR: join(own, 'config'),
      ...(writableHome() ? {} : { HOME: join(own, 'home') }),
    },
  };
}
