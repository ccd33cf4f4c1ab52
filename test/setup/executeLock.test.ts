import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { jupyter, root } from '../../binder/jupyter.mjs';

test('execute.py waits for its lock where Python has no fcntl, as on Windows', () => {
  const script = [`${root}test/setup/lock.py`, `${root}handouts`];
  expect(execFileSync(jupyter().python, script, { encoding: 'utf8' }).trim()).toBe('True');
});
