// @ts-check
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the clone, with a slash at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Where the kernel and the lab extension are registered: a folder on JUPYTER_PATH, inside the clone. */
export const share = join(root, '.jupyter');

const record = join(share, 'python.json');

/**
 * @typedef {object} Choice
 * @property {string} python the Python that has Jupyter
 * @property {string} inputs digest of what it was set up from
 */

/** @returns {Choice | undefined} the Python that set-up chose */
export function choice() {
  return existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : undefined;
}

/** @param {Choice} chosen */
export function remember(chosen) {
  mkdirSync(share, { recursive: true });
  writeFileSync(record, JSON.stringify(chosen));
}

/**
 * How to call Jupyter as set-up found or installed it: `spawn(python, ['-m', 'jupyter', 'nbconvert', …], { env })`.
 *
 * @returns {{ python: string, env: NodeJS.ProcessEnv }}
 */
export function jupyter() {
  const chosen = choice();
  if (!chosen) throw new Error('Jupyter is not set up yet. Run `npm run setup` first.');
  return { python: chosen.python, env: { ...process.env, JUPYTER_PATH: share } };
}
