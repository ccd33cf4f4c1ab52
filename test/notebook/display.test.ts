import { expect, test, vi } from 'vitest';
import { display } from '../../lib/src/notebook/display.ts';
import { displayed } from './displayed.ts';

test('display hands one bundle with all its types to the host', async () => {
  const bundle = { 'text/html': '<b>a</b>', 'text/plain': 'a' };
  expect(await displayed(() => display(bundle))).toEqual([{ data: bundle }]);
});

test('display replaces a named output', async () => {
  const [first, second] = await displayed(() => {
    display({ 'text/plain': '1' }, { id: 'count' });
    display({ 'text/plain': '2' }, { id: 'count', update: true });
  });
  expect(first).toEqual({ data: { 'text/plain': '1' }, id: 'count' });
  expect(second).toEqual({ data: { 'text/plain': '2' }, id: 'count', update: true });
});

test('display prints the text where no host shows outputs', () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  display({ 'text/html': '<b>a</b>', 'text/plain': 'a' });
  expect(log.mock.calls).toEqual([['a']]);
  log.mockRestore();
});
