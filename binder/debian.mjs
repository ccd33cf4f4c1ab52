// @ts-check
import { existsSync } from 'node:fs';
import { run } from './steps.mjs';

/** Whether packages can be installed with apt-get: a Debian or Ubuntu machine, and root. */
export function canInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** @param {string[]} packages installed from the distribution */
export async function install(...packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '--quiet'], env);
  await run('apt-get', ['install', '--yes', '--no-install-recommends', ...packages], env);
}
