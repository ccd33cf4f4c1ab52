import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { root } from '../../binder/jupyter.mjs';

/** What a tool of this folder's node_modules says when it is not content; nothing when it is. */
function complaintOf(script: string, ...args: string[]): string {
  const run = spawnSync(process.execPath, [`${root}node_modules/${script}`, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return run.status === 0 ? '' : `${run.stdout}${run.stderr}`;
}

test.each([
  ['every file is formatted: `npm run format`', 'prettier/bin/prettier.cjs', ['--check', '.']],
  ['the linter finds nothing', 'oxlint/bin/oxlint', ['--format', 'unix']],
  ['tests, handouts and set-up are strictly typed', 'typescript/bin/tsc', ['-p', '.']],
  ['the library is strictly typed', 'typescript/bin/tsc', ['-p', 'lib', '--noEmit']],
  [
    'engine, data, theory, stats and plot need neither Node nor a page',
    'typescript/bin/tsc',
    ['-p', 'lib/tsconfig.isomorphic.json'],
  ],
  ['the compiled loops are strictly typed', 'typescript/bin/tsc', ['-p', 'lib/kernels']],
  ['the kernel is strictly typed', 'typescript/bin/tsc', ['-p', 'binder/kernel', '--noEmit']],
])('%s', (_, script, args) => expect(complaintOf(script, ...args)).toBe(''));

test('a tool that is not content is heard', () =>
  expect(complaintOf('typescript/bin/tsc', '-p', 'no-such-folder')).toContain('TS5058'));
