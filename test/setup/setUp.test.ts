import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Clone, isAlive } from './clone.ts';

const everything = ['npm ci', 'npm run', 'python -c', 'python -m venv', 'python -m pip', 'python -m pip'];

// The fakes are shell scripts.
describe.skipIf(process.platform === 'win32')('set-up', () => {
  describe('does what is not done', () => {
    test('once', async () => {
      const clone = new Clone();
      expect(await clone.setUp()).toMatchObject({ status: 0 });
      expect(clone.names()).toEqual(everything);
      expect(await clone.setUp()).toEqual({ status: 0, printed: '' });
      expect(clone.calls).toEqual([]);
    });

    test.each(['Ünï cødé', `'quoted' "twice"`, 'a#b%20c [x] $y'])('in a folder named %s', async name => {
      const clone = new Clone(name);
      expect(await clone.setUp()).toMatchObject({ status: 0 });
      const spec = readFileSync(join(clone.folder, '.jupyter/kernels/tslab/kernel.json'), 'utf8');
      expect(JSON.parse(spec).argv[1]).toBe(join(clone.folder, 'binder/kernel/dist/main.js'));
    });

    test('in a folder that was moved: registers again, installs nothing', async () => {
      const clone = new Clone();
      await clone.setUp();
      clone.names();
      renameSync(clone.folder, join(clone.surroundings, 'moved'));
      const moved = new Clone('moved', clone.surroundings);
      expect(await moved.setUp()).toMatchObject({ status: 0 });
      expect(moved.calls).toEqual([]);
      expect(readFileSync(join(moved.folder, '.jupyter/kernels/tslab/kernel.json'), 'utf8')).toContain(
        '/moved/',
      );
    });

    test('without the lock when all is done, as in a folder that cannot be written', async () => {
      const clone = new Clone();
      await clone.setUp();
      writeFileSync(join(clone.folder, '.cache/set-up.lock'), 'another');
      expect(await clone.setUp()).toEqual({ status: 0, printed: '' });
    });
  });

  describe('is not led astray', () => {
    test('by npm’s settings, but reaches the registry they name', async () => {
      const clone = new Clone();
      const foreign = { NODE_ENV: 'production', npm_config_omit: 'dev', NPM_CONFIG_GLOBAL: 'true' };
      await clone.setUp({ ...foreign, npm_config_registry: 'https://packages.example' });
      const { args, env } = clone.calls[0]!;
      expect(args).toContain('--include=dev');
      expect(Object.keys(env)).not.toEqual(expect.arrayContaining(['NODE_ENV']));
      for (const name of Object.keys(foreign)) expect(env[name]).toBeUndefined();
      expect(env.npm_config_registry).toBe('https://packages.example');
    });

    test('by pip’s settings, of variables and files, but reaches the index they name', async () => {
      const clone = new Clone();
      const config = [
        "global.index-url='https://old.example'",
        "global.user='true'",
        "install.index-url='https://new.example'",
        "install.extra-index-url='https://a.example\\nhttps://b.example'",
        "install.target='/elsewhere'",
      ];
      await clone.setUp({ PIP_USER: '1', PIP_TARGET: '/x', FAKE_PIP_CONFIG: config.join('\n') });
      const { env } = clone.calls.find(({ args }) => args[2] === 'install')!;
      const settings = Object.entries(env).filter(([name]) => name.startsWith('PIP_'));
      expect(Object.fromEntries(settings)).toEqual({
        PIP_INDEX_URL: 'https://new.example',
        PIP_EXTRA_INDEX_URL: 'https://a.example https://b.example',
        PIP_CONFIG_FILE: '/dev/null',
      });
    });

    test('by another Python’s search path', async () => {
      const clone = new Clone();
      await clone.setUp({ PYTHONPATH: '/elsewhere', PYTHONHOME: '/elsewhere' });
      for (const { env } of clone.calls.filter(({ tool }) => tool === 'python')) {
        expect(env.PYTHONPATH ?? env.PYTHONHOME).toBeUndefined();
      }
    });

    test('by a Python whose pip fails: takes the next', async () => {
      const clone = new Clone();
      clone.addPython('python3.12');
      const { status, printed } = await clone.setUp({ FAKE_PYTHON: 'python3' });
      expect(status).toBe(0);
      expect(printed).toMatch(/bin\/python3 …[^]*packages[^]*failed[^]*bin\/python3\.12 …/);
    });
  });

  describe('never takes what is half done for done', () => {
    test('after Ctrl-C: ends npm, leaves no lock, and does it again', async () => {
      const clone = new Clone();
      const { child, ended } = clone.start('binder/set-up.mjs', { FAKE_NPM: 'hangs in ci' });
      const { pid } = await clone.called(({ tool }) => tool === 'npm');
      child.kill('SIGINT');
      expect(await ended).toMatchObject({
        status: 130,
        printed: expect.stringContaining('Stopped.') as string,
      });
      expect(isAlive(pid)).toBe(false);
      expect(existsSync(join(clone.folder, '.cache/set-up.lock'))).toBe(false);
      clone.names();
      expect(await clone.setUp()).toMatchObject({ status: 0 });
      expect(clone.names()).toEqual(everything);
    });

    test('when the build lacks a package: installs the packages again', async () => {
      const clone = new Clone();
      const { status, printed } = await clone.setUp({ FAKE_NPM: 'builds nothing' });
      expect(status).toBe(1);
      expect(printed).toContain("Cannot find package 'assemblyscript'");
      clone.names();
      await clone.setUp();
      expect(clone.names()).toEqual(everything);
    });

    test('when Python’s packages were being exchanged for others, and then back', async () => {
      const clone = new Clone();
      await clone.setUp();
      const requirements = join(clone.folder, 'binder/requirements.txt');
      const before = readFileSync(requirements);
      writeFileSync(requirements, 'other==1');
      clone.names();
      const { child, ended } = clone.start('binder/set-up.mjs', { FAKE_PIP: 'hangs' });
      await clone.called(({ args }) => args[2] === 'install');
      child.kill('SIGTERM');
      expect(await ended).toMatchObject({ status: 143 });
      writeFileSync(requirements, before);
      clone.names();
      await clone.setUp();
      expect(clone.names()).toEqual(everything.slice(2));
    });
  });

  test('says so when CHROMIUM names nothing that runs', async () => {
    const clone = new Clone();
    const { status, printed } = await clone.setUp({ CHROMIUM: '/nope' }, '--browser');
    expect(status).toBe(1);
    expect(printed).toContain('CHROMIUM must be the path of Chromium, Chrome or Edge, or `none`. Got /nope');
    expect(await clone.setUp({ CHROMIUM: 'none' }, '--browser')).toMatchObject({ status: 0 });
  });

  test('says that the folder of the lock cannot be written, and does not wait', async () => {
    const clone = new Clone();
    rmSync(join(clone.folder, '.cache'), { recursive: true });
    writeFileSync(join(clone.folder, '.cache'), 'a file where a folder should be');
    const { status, printed } = await clone.setUp();
    expect(status).toBe(1);
    expect(printed).toMatch(/This folder cannot be set up: it cannot be written to \(E\w+: .*\.cache/);
  });
});
