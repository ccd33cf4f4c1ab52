import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Clone, isAlive } from './clone.ts';

// The fakes are shell scripts.
describe.skipIf(process.platform === 'win32')('npm start', () => {
  const isLab = ({ args }: { args: string[] }) => args[1] === 'jupyterlab';

  test('hands the browser an address, opens the index, and passes arguments on', async () => {
    const clone = new Clone();
    clone.start('binder/start.mjs', {}, '--no-browser', '--port=8890');
    const { args } = await clone.called(isLab);
    expect(args).toContain('--ServerApp.use_redirect_file=False');
    expect(args).toContain('--LabApp.default_url=/lab/tree/notebooks/00-index.ipynb');
    expect(args).toContain('--MultiKernelManager.default_kernel_name=tslab');
    expect(args.slice(-2)).toEqual(['--no-browser', '--port=8890']);
  });

  test('leaves out the user’s Jupyter configuration and keeps the user’s kernels', async () => {
    const clone = new Clone();
    const foreign = { JUPYTER_CONFIG_DIR: '/a', JUPYTER_CONFIG_PATH: '/b', JUPYTER_NO_CONFIG: '1' };
    clone.start('binder/start.mjs', { ...foreign, JUPYTER_PATH: '/kernels', PYTHONPATH: '/packages' });
    const { env } = await clone.called(isLab);
    expect(env.JUPYTER_CONFIG_DIR).toBe(join(clone.folder, '.jupyter/config'));
    for (const name of ['JUPYTER_CONFIG_PATH', 'JUPYTER_NO_CONFIG', 'PYTHONPATH'])
      expect(env[name]).toBeUndefined();
    expect(env.JUPYTER_PATH).toBe(`${join(clone.folder, '.jupyter')}:/kernels`);
    expect(env.JUPYTER_DATA_DIR).toBeUndefined();
  });

  test('gives Jupyter a home inside the clone where the user has none', async () => {
    const clone = new Clone();
    clone.start('binder/start.mjs', { HOME: join(clone.folder, 'package.json') });
    expect((await clone.called(isLab)).env.HOME).toBe(join(clone.folder, '.jupyter/home'));
  });

  test.each(['SIGTERM', 'SIGHUP'] as const)('ends JupyterLab on %s', async signal => {
    const clone = new Clone();
    const { child, ended } = clone.start('binder/start.mjs');
    const { pid } = await clone.called(isLab);
    child.kill(signal);
    expect(await ended).toMatchObject({ status: 143 });
    expect(isAlive(pid)).toBe(false);
  });

  test('ends JupyterLab when npm is ended', async () => {
    const clone = new Clone();
    const { scripts } = JSON.parse(readFileSync(join(clone.folder, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const { child, ended } = clone.run('/bin/sh', ['-c', `${scripts.start!}; true`], {
      npm_lifecycle_event: 'start',
    });
    const { pid } = await clone.called(isLab);
    child.kill('SIGTERM'); // as npm does with the shell that runs its script
    await ended;
    expect(isAlive(pid)).toBe(false);
  });
});
