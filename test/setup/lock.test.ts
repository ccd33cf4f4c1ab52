import { existsSync, mkdtempSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { exclusively } from '../../binder/lock.mjs';

const newLock = (name = 'lock') => join(mkdtempSync(join(tmpdir(), 'lock-')), name);
const never = (error: Error) => expect.unreachable(error.message);

function printed(): () => string {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  onTestFinished(() => write.mockRestore());
  return () => write.mock.calls.map(([text]) => String(text)).join('');
}

test('one works at a time, and the lock goes with the work', async () => {
  const file = newLock();
  const order: string[] = [];
  const work = (name: string) =>
    exclusively(
      file,
      async () => {
        order.push(`${name} begins`);
        await wait(300);
        order.push(`${name} ends`);
      },
      never,
    );
  const said = printed();
  await Promise.all([work('first'), work('second')]);
  expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  expect(said()).toMatch(/waiting for another set-up of this folder \(process \d+ on .*lock\)/);
  expect(existsSync(file)).toBe(false);
});

test('the lock goes when the work fails', async () => {
  const file = newLock();
  await expect(exclusively(file, () => Promise.reject(new Error('no luck')), never)).rejects.toThrow(
    'no luck',
  );
  expect(existsSync(file)).toBe(false);
});

test('a lock that nobody touches is taken over, whatever process it names', async () => {
  const file = newLock();
  writeFileSync(file, `process ${process.pid} on another machine`);
  const said = printed();
  expect(await exclusively(file, async () => 'done', never, 500)).toBe('done');
  expect(said()).toContain('on another machine');
  expect(said()).toContain('no sign of life');
});

test('a lock that is touched is waited for', async () => {
  const file = newLock();
  writeFileSync(file, 'process 1 in another container');
  printed();
  let beats = 0;
  const beat = setInterval(() => utimesSync(file, new Date(), new Date(Date.now() + ++beats * 1000)), 100);
  const working = exclusively(file, async () => 'done', never, 1000);
  expect(await Promise.race([working, wait(2500, 'waits')])).toBe('waits');
  clearInterval(beat);
  expect(await working).toBe('done');
});

test('who holds it shows signs of life, and hears of a loss', async () => {
  const file = newLock();
  const lost = vi.fn<(error: Error) => void>();
  await exclusively(
    file,
    async () => {
      utimesSync(file, 0, 0);
      await vi.waitFor(() => expect(Date.now() - statSync(file).mtimeMs).toBeLessThan(60_000), {
        timeout: 20_000,
      });
      writeFileSync(file, 'process 7 on another machine');
      await vi.waitFor(() => expect(lost).toHaveBeenCalled(), { timeout: 20_000 });
    },
    lost,
  );
  expect(lost.mock.calls[0]![0].message).toContain('has taken over (process 7 on another machine');
  expect(readFileSync(file, 'utf8')).toContain('process 7');
});

test('a file that cannot be made is no reason to wait', async () => {
  const file = newLock('n'.repeat(300));
  await expect(exclusively(file, async () => 'done', never)).rejects.toThrow(
    /cannot be set up: it cannot be written to \(ENAMETOOLONG/,
  );
});
