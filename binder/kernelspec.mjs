// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './jupyter.mjs';

/**
 * Registers the kernel `tslab` in a Jupyter data folder, with absolute paths: what `node` means may differ from shell
 * to shell.
 *
 * @param {string} share the data folder, as `.jupyter` or an environment's `share/jupyter`
 * @returns {string} the kernelspec's folder, which Jupyter serves at `kernelspecs/tslab/`
 */
export function registerKernel(share) {
  const folder = join(share, 'kernels', 'tslab');
  const spec = {
    argv: [process.execPath, join(root, 'binder/kernel/dist/main.js'), '--config-path={connection_file}'],
    display_name: 'TypeScript (tslab)',
    language: 'typescript',
    interrupt_mode: 'signal',
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'kernel.json'), `${JSON.stringify(spec, null, 2)}\n`);
  return folder;
}
