// @ts-check
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './jupyter.mjs';

/**
 * Tells a Jupyter that many use to open notebooks with the course's kernel and to end kernels that nobody uses.
 *
 * @param {string} share the environment's `share/jupyter`
 */
export function installServerConfig(share) {
  const folder = join(share, '../../etc/jupyter/jupyter_server_config.d');
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(root, 'binder/jupyter_server_config.json'), join(folder, 'dropout-lab.json'));
}
