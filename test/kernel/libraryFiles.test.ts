import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { libraryFiles } from '../../binder/kernel/src/libraryFiles.ts';
import { root } from '../../binder/jupyter.mjs';
import { KernelClient } from './KernelClient.ts';

const dist = `${root}lib/dist/`;

test('the code of the library is found from the notebooks, and not where it is not installed', () => {
  expect(libraryFiles(`${root}notebooks`)).toEqual([`${dist}index.js`, `${dist}notebook/index.js`]);
  expect(libraryFiles(tmpdir())).toEqual([]);
});

test('a kernel that is asked for nothing loads the library ahead of the first import', async () => {
  const client = await KernelClient.start('launcher', { cwd: `${root}notebooks` });
  const loaded = `'${dist}notebook/index.js' in require.cache`;
  await expect.poll(async () => (await client.execute(loaded)).stdout).toBe('true\n');
  await client.stop();
});
