// Stands in for a Python at the path given first: notes how it was called. pip fails in the
// environments that the one named FAKE_PYTHON makes.
import { appendFileSync, copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

const [python, ...args] = process.argv.slice(2);
const { FAKE_LOG = '', FAKE_PYTHON, FAKE_PIP, FAKE_PIP_CONFIG = '' } = process.env;
appendFileSync(
  FAKE_LOG,
  `${JSON.stringify({ tool: 'python', python, args, pid: process.pid, env: process.env })}\n`,
);
const failing = '# pip fails\n';
const call = /^-m$|quick_start\.py$/.test(args[0]) ? `${args[1]} ${args[2]}` : '';
if (call.startsWith('venv ')) {
  const copy = `${args[2]}/bin/python`;
  mkdirSync(`${args[2]}/bin`, { recursive: true });
  copyFileSync(python, copy);
  if (basename(python) === FAKE_PYTHON) appendFileSync(copy, failing);
} else if (call === 'pip config') {
  console.log(FAKE_PIP_CONFIG);
} else if (call === 'pip install' && readFileSync(python, 'utf8').endsWith(failing)) {
  console.error('error: subprocess-exited-with-error');
  process.exitCode = 1;
} else if (call.startsWith('jupyterlab ') || (call === 'pip install' && FAKE_PIP === 'hangs')) {
  setInterval(() => {}, 1000);
}
