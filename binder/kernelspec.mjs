// @ts-check
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './jupyter.mjs';

const launcher = join(root, 'binder/kernel/dist/main.js');

/**
 * Registers the kernel `tslab` in a Jupyter data folder, with absolute paths: what `node` means may differ from shell
 * to shell.
 *
 * @param {string} share the data folder, as `.jupyter` or an environment's `share/jupyter`
 */
export function registerKernel(share) {
  const spec = {
    argv: [process.execPath, launcher, '--config-path={connection_file}'],
    display_name: 'TypeScript (tslab)',
    language: 'typescript',
    // Windows has no signals that reach another process.
    interrupt_mode: process.platform === 'win32' ? 'message' : 'signal',
  };
  mkdirSync(folder(share), { recursive: true });
  writeFileSync(join(folder(share), 'kernel.json'), `${JSON.stringify(spec, null, 2)}\n`);
}

/**
 * Whether the kernel registered there is the one of this clone, and the Node that it names is there.
 *
 * @param {string} share
 */
export function isRegistered(share) {
  const file = join(folder(share), 'kernel.json');
  if (!existsSync(file)) return false;
  const [node, main] = JSON.parse(readFileSync(file, 'utf8')).argv;
  return main === launcher && existsSync(node);
}

/** @param {string} share */
function folder(share) {
  return join(share, 'kernels', 'tslab');
}
