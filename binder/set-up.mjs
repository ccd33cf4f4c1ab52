// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { root, share } from './jupyter.mjs';

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with status ${status}`);
}

if (!existsSync(`${root}node_modules/.package-lock.json`)) run('npm', ['ci']);
run('npm', ['run', 'build', '--silent']);

const python = `${root}.venv/bin/python`;
if (!existsSync(python)) {
  run('python3', ['-m', 'venv', `${root}.venv`]);
  run(python, ['-m', 'pip', 'install', '--quiet', '-r', `${root}binder/requirements.txt`]);
}

const kernel = `${share}/kernels/tslab`;
mkdirSync(kernel, { recursive: true });
writeFileSync(
  `${kernel}/kernel.json`,
  JSON.stringify({
    argv: [process.execPath, `${root}binder/kernel/dist/main.js`, '--config-path={connection_file}'],
    display_name: 'TypeScript (tslab)',
    language: 'typescript',
  }),
);
writeFileSync(`${share}/set-up.json`, JSON.stringify({ python }));
