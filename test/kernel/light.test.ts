import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { KernelClient } from './KernelClient.ts';

// Linux tells what a process holds beside the files that all processes share.
describe.runIf(process.platform === 'linux')('the kernel at rest', () => {
  let kernel: KernelClient;
  beforeAll(async () => {
    kernel = await KernelClient.start('launcher');
  });
  afterAll(() => kernel.stop());

  const megabytes = (): number => {
    const status = readFileSync(`/proc/${kernel.process.pid}/status`, 'utf8');
    return Number(/RssAnon:\s+(\d+)/.exec(status)![1]) / 1024;
  };
  const grows = () => vi.waitUntil(() => megabytes() > 60, { timeout: 30_000 });
  const isBelow = (limit: number) =>
    vi.waitUntil(() => megabytes() < limit, { timeout: 30_000, interval: 500 });

  test('gives memory back once it is ready', async () => {
    await grows();
    await isBelow(80);
    expect((await kernel.execute('1 + 1')).stdout).toBe('2\n');
  });

  test('gives memory back once a cell has left garbage behind', async () => {
    const code = 'let kept = Array.from({ length: 3e6 }, (_, i) => ({ i })); kept.length';
    expect((await kernel.execute(code)).stdout).toBe('3000000\n');
    expect(megabytes()).toBeGreaterThan(150);
    await kernel.execute('kept = [];');
    await isBelow(100);
    expect((await kernel.execute('kept.length')).stdout).toBe('0\n');
  });
});
