import { expect, test, vi } from 'vitest';
import { display } from '../../lib/src/notebook/display.ts';
import { displayed } from './displayed.ts';

test('display sends one bundle with all its types to the kernel', async () => {
  const bundle = { 'text/html': '<b>a</b>', 'text/plain': 'a' };
  expect(await displayed(() => display(bundle))).toEqual([
    { data: bundle, metadata: {}, transient: {}, update: false },
  ]);
});

test('display replaces a named output', async () => {
  const [first, second] = await displayed(() => {
    display({ 'text/plain': '1' }, { id: 'count' });
    display({ 'text/plain': '2' }, { id: 'count', update: true });
  });
  expect(first).toMatchObject({ transient: { display_id: 'count' }, update: false });
  expect(second).toMatchObject({ transient: { display_id: 'count' }, update: true });
});

test('display prints the text outside a notebook', () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  display({ 'text/html': '<b>a</b>', 'text/plain': 'a' });
  expect(log.mock.calls).toEqual([['a']]);
  log.mockRestore();
});
