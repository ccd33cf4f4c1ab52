// @ts-check
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Where set-up registers the kernel and the lab extension: a folder on JUPYTER_PATH, inside the clone. */
export const share = `${root}.jupyter`;

/**
 * How to call Jupyter as set-up found or installed it: `spawn(python, ['-m', 'jupyter', 'nbconvert', …], { env })`.
 *
 * @returns {{ python: string, env: NodeJS.ProcessEnv }}
 */
export function jupyter() {
  const { python } = JSON.parse(readFileSync(`${share}/set-up.json`, 'utf8'));
  return { python, env: { ...process.env, JUPYTER_PATH: share } };
}
