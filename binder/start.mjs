// @ts-check
/* Opens the course in JupyterLab, or in the Notebook where Lab is not installed. Arguments go to Jupyter. */
import { spawn, spawnSync } from 'node:child_process';
import { jupyter, root } from './jupyter.mjs';

const { python, env } = jupyter();
const hasLab = spawnSync(python, ['-c', 'import jupyterlab'], { env }).status === 0;
const [app, page] = hasLab ? ['lab', '/lab/tree/notebooks/00-index.ipynb'] : ['notebook', '/tree/notebooks'];
const args = [
  '-m',
  'jupyter',
  app,
  '--ip=127.0.0.1',
  `--notebook-dir=${root}`,
  `--${hasLab ? 'LabApp' : 'NotebookApp'}.default_url=${page}`,
  // Jupyter refuses to run as root unless told; in a container there is often no other user.
  ...(process.getuid?.() === 0 ? ['--allow-root'] : []),
  ...process.argv.slice(2),
];
const child = spawn(python, args, { cwd: root, env, stdio: 'inherit' });
process.on('SIGINT', () => {}); // a terminal's Ctrl-C reaches Jupyter itself, which asks back
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', code => process.exit(code ?? 1));
