// @ts-check
import { spawn } from 'node:child_process';
import { jupyter, root } from './jupyter.mjs';

const { python, env } = jupyter();
const args = ['-m', 'jupyter', 'lab', '--ip=127.0.0.1', `--notebook-dir=${root}`, ...process.argv.slice(2)];
spawn(python, args, { cwd: root, env, stdio: 'inherit' }).on('exit', code => process.exit(code ?? 1));
