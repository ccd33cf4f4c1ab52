// @ts-check
/* Opens the course in JupyterLab, or in the Notebook where Lab is not installed. Arguments go to Jupyter. */
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { courseFolder } from './courseFolder.mjs';
import { jupyter, root } from './jupyter.mjs';
import { prepare } from './prepare.mjs';
import { writableHome } from './writable.mjs';

await prepare();
const folder = courseFolder();
const { python, env } = jupyter();
if (!writableHome())
  console.error(`  Your home directory cannot be written to: Jupyter uses ${env.HOME} instead.`);
// To import it would take two seconds.
const find = "import sys, importlib.util; sys.exit(importlib.util.find_spec('jupyterlab') is None)";
const hasLab = spawnSync(python, ['-c', find], { env }).status === 0;
const [app, page, server] = hasLab
  ? ['jupyterlab', '/lab/tree/notebooks/00-index.ipynb', 'ServerApp']
  : ['notebook', '/tree/notebooks', 'NotebookApp'];
const args = [
  join(root, 'handouts/quick_start.py'),
  app,
  '--ip=127.0.0.1',
  `--notebook-dir=${folder}`,
  `--${hasLab ? 'LabApp' : server}.default_url=${page}`,
  // Browsers from a snap or Flatpak cannot read the file that Jupyter would hand them: hand them the address.
  `--${server}.use_redirect_file=False`,
  '--MultiKernelManager.default_kernel_name=tslab',
  // Jupyter refuses to run as root unless told; in a container there is often no other user.
  ...(process.getuid?.() === 0 ? ['--allow-root'] : []),
  ...process.argv.slice(2),
];
const child = spawn(python, args, { cwd: folder, env, stdio: 'inherit' });
process.on('SIGINT', () => {}); // a terminal's Ctrl-C reaches Jupyter itself, which asks back
const end = () => child.kill('SIGTERM');
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, end);
// npm passes a signal to the shell that runs this script, and that shell does not pass it on.
const { ppid } = process;
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== ppid && end(), 500);
child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal ?? 'SIGTERM']));
