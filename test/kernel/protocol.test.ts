import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { jupyter } from '../../binder/jupyter.mjs';
import { protocolTests } from '../../binder/protocolTests.mjs';

test.skipIf(!existsSync(protocolTests))('the kernel passes Jupyter’s own tests of kernels', () => {
  const { python, env } = jupyter();
  const { stderr } = spawnSync(python, ['-W', 'ignore', '-m', 'unittest', '--verbose', 'protocol'], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env: { ...env, PYTHONPATH: protocolTests, PYTHONDONTWRITEBYTECODE: '1' },
    encoding: 'utf8',
  });
  expect(stderr).toMatch(/Ran 12 tests/);
  // The pager is a part of the protocol that is about to go.
  expect(stderr).toMatch(/\ntest_pager .* skipped 'No code page something'\n/);
  expect(stderr).toMatch(/\nOK \(skipped=1\)\n/);
});
