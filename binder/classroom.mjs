// @ts-check
/* `npm run classroom -- 10`: ten students at once on a real JupyterHub. Linux and macOS; docs/classroom.md says more. */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jupyter, root } from './jupyter.mjs';
import { npm } from './npm.mjs';
import { installRequirements } from './pip.mjs';
import { prepare } from './prepare.mjs';
import { run, step } from './steps.mjs';

const folder = join(root, '.cache/classroom');
const python = join(folder, 'bin/python');
const proxy = join(folder, 'node_modules/.bin/configurable-http-proxy');

if (process.platform === 'win32') {
  console.error('JupyterHub does not run on Windows. Use Linux, macOS, or the Windows Subsystem for Linux.');
  process.exit(1);
}
await prepare();
if (!existsSync(proxy)) {
  await step('JupyterHub in .cache/classroom', async () => {
    await run(process.env.PYTHON ?? jupyter().python, ['-m', 'venv', folder]);
    await installRequirements(python, join(root, 'binder/requirements.txt'));
    const hub = join(folder, 'requirements.txt');
    writeFileSync(hub, 'jupyterhub==6.1.1\n');
    await installRequirements(python, hub);
    await npm('install', '--prefix', folder, '--no-audit', '--no-fund', 'configurable-http-proxy@5.3.0');
  });
}
const args = [join(root, 'binder/classroom.py'), process.argv[2] ?? '10', root, proxy];
process.exitCode = spawnSync(python, args, { stdio: 'inherit' }).status ?? 1;
