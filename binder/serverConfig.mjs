// @ts-check
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './jupyter.mjs';

/**
 * Tells a Jupyter that many use to open notebooks with the course's kernel and to end kernels that nobody uses. Other
 * settings of its environment stay.
 *
 * @param {string} share the environment's `share/jupyter`
 */
export function installServerConfig(share) {
  const folder = join(share, '../../etc/jupyter');
  const file = join(folder, 'jupyter_server_config.json');
  const settings = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const ours = JSON.parse(readFileSync(join(root, 'binder/jupyter_server_config.json'), 'utf8'));
  for (const [section, values] of Object.entries(ours))
    settings[section] = { ...settings[section], ...values };
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify(settings, null, 2)}\n`);
}
