import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jupyter, root } from '../../binder/jupyter.mjs';
import { oldestPython } from '../../binder/python.mjs';

const oldest = oldestPython.join('.');
const read = (file: string): string => readFileSync(root + file, 'utf8');

/** Prints the pinned packages that say of themselves that they do not run on the Python given. */
const refusals = `
import sys
from importlib.metadata import PackageNotFoundError, metadata
from packaging.specifiers import SpecifierSet
for line in open(sys.argv[1]):
    name = line.split('==')[0]
    if not line[0].isalnum():
        continue
    try:
        needs = metadata(name)['Requires-Python'] or ''
    except PackageNotFoundError:
        continue
    if sys.argv[2] not in SpecifierSet(needs):
        print(name, needs)
`;

function refused(python: string): string {
  const script = ['-c', refusals, `${root}binder/requirements.txt`, python];
  const { stdout, stderr } = spawnSync(jupyter().python, script, { encoding: 'utf8' });
  return stdout + stderr;
}

/** Only the pinned packages can be asked: not where set-up uses a Jupyter that the machine already had. */
const withPinned = test.skipIf(!jupyter().python.startsWith(root));

withPinned(
  'every pinned Python package runs on the first release of the oldest Python the README promises',
  () => {
    expect(read('README.md')).toContain(`Python ${oldest} or later`);
    expect(refused(`${oldest}.0`)).toBe('');
  },
);

withPinned('an older Python is refused by some: the promise cannot be wider', () => {
  expect(refused('3.9.0')).toContain('jupyterlab');
});

test('Binder, whose own default is older, is told to take a Python that will do', () => {
  const version = /^python-3\.(\d+)\n$/.exec(read('binder/runtime.txt'));
  expect(Number(version?.[1])).toBeGreaterThanOrEqual(oldestPython[1]!);
});

test('every pinned package has the digests of its files; what the course asks for is among them', () => {
  const pins = read('binder/requirements.txt')
    .split(/^(?=[a-zA-Z])/m)
    .slice(1);
  expect(pins.length).toBeGreaterThan(0);
  for (const pin of pins)
    expect(pin).toMatch(/^[\w-]+==[\d.]+( ; [^\\]*)? \\\n( +--hash=sha256:[0-9a-f]{64}( \\)?\n)+$/);
  const asked = read('binder/requirements.in').match(/^[\w-]+==[\d.]+/gm) ?? [];
  for (const name of asked)
    expect(
      pins.some(pin => pin.startsWith(name.replace(/\.$/, ''))),
      name,
    ).toBe(true);
  expect(read('binder/requirements.txt')).not.toMatch(/https?:|index-url/);
});
