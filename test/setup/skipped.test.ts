import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { root } from '../../binder/jupyter.mjs';

/** The last lines of a run of a file of browser tests in surroundings where no browser is found. */
async function endOf(env: NodeJS.ProcessEnv): Promise<string> {
  const args = ['node_modules/vitest/vitest.mjs', 'run', 'test/lab/lab.test.ts'];
  const { CI: _, CHROMIUM: _browser, ...rest } = process.env;
  const run = promisify(execFile)(process.execPath, args, {
    cwd: root,
    env: { ...rest, PATH: '/nowhere', ...env },
  });
  const { stdout } = await run.catch((failed: { stdout: string }) => failed);
  return stdout.trim().split('\n').slice(-2).join('\n');
}

// Elsewhere a browser is found though the PATH is empty.
describe.skipIf(process.platform !== 'linux')('without a browser', () => {
  test('the browser tests are skipped, and the end of the run says why', async () => {
    expect(await endOf({})).toMatch(
      /^Skipped, no browser \(none of chromium.*: JupyterLab\n0 passed, 0 failed$/,
    );
    expect(await endOf({ CHROMIUM: 'none' })).toBe('Skipped, CHROMIUM=none: JupyterLab\n0 passed, 0 failed');
  });

  test('they fail where that must not go unseen', async () => {
    expect(await endOf({ CI: 'true' })).toMatch(/0 passed, 1 failed$/);
    expect(await endOf({ CHROMIUM: '/nope' })).toMatch(/0 passed, 1 failed$/);
  });
});
