import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { jupyter } from '../../binder/jupyter.mjs';
import { isSetUp, protocolTests } from '../../binder/protocolTests.mjs';

/** Runs Python in this folder, with Jupyter's tests and its console in reach. */
function runPython(...args: string[]): { stdout: string; stderr: string } {
  const { python, env } = jupyter();
  return spawnSync(python, ['-W', 'ignore', ...args], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env: { ...env, PYTHONPATH: protocolTests, PYTHONDONTWRITEBYTECODE: '1' },
    encoding: 'utf8',
  });
}

test.skipIf(!isSetUp())('the kernel passes Jupyter’s own tests of kernels', () => {
  const { stderr } = runPython('-m', 'unittest', '--verbose', 'protocol');
  expect(stderr).toMatch(/Ran 12 tests/);
  // The pager is a part of the protocol that is about to go.
  expect(stderr).toMatch(/\ntest_pager .* skipped 'No code page something'\n/);
  expect(stderr).toMatch(/\nOK \(skipped=1\)\n/);
});

const noTerminal = process.platform === 'win32';

test.skipIf(!isSetUp() || noTerminal)(
  '`jupyter console` takes several lines, asks, and ends with `exit`',
  () => {
    const { stdout, stderr } = runPython('console.py');
    expect(stdout, stderr).toMatch(/\nexit 0\n$/);
  },
);
