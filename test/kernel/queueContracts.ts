import { describe, expect, test } from 'vitest';
import { pause, type Result, type KernelClient } from './KernelClient.ts';
import { kernel, stock } from './kernels.ts';

const statuses = (results: Result[]): unknown[] => results.map(({ reply }) => reply['status']);

export function queueContracts(): void {
  describe('requests queued at once', () => {
    const cells = ['1', 'throw new Error("stop")', '3', '4'].map(code => `console.log("cell"); ${code}`);
    const send = (client: KernelClient, options = {}): Promise<Result[]> =>
      Promise.all(cells.map(code => client.execute(code, options)));

    test('run in order, and those behind a failed one are answered `aborted` and print nothing', async () => {
      const results = await send(kernel);
      expect(statuses(results)).toEqual(['ok', 'error', 'aborted', 'aborted']);
      expect(results.map(({ stdout }) => stdout)).toEqual(['cell\n1\n', 'cell\n', '', '']);
      expect(results[2]!.reply).toEqual({ status: 'aborted' });
    });

    test('all run when the failed one did not ask to stop on an error', async () => {
      const results = await send(kernel, { stop_on_error: false });
      expect(statuses(results)).toEqual(['ok', 'error', 'ok', 'ok']);
      expect(results.map(({ stdout }) => stdout)).toEqual(['cell\n1\n', 'cell\n', 'cell\n3\n', 'cell\n4\n']);
    });

    test('a request sent after the error is known runs', async () => {
      await kernel.execute('throw 1');
      expect((await kernel.execute('2')).stdout).toBe('2\n');
    });

    test('keep their outputs apart, also when they await', async () => {
      const counts = [...Array(30).keys()];
      const results = await Promise.all(
        counts.map(n =>
          kernel.execute(`await new Promise(resolve => setTimeout(resolve, 2)); console.log(${n})`),
        ),
      );
      expect(results.map(({ stdout }) => stdout)).toEqual(counts.map(n => `${n}\n`));
    });

    test('stock: skipped in silence, `abort`, even if not asked to stop and even if sent afterwards', async () => {
      expect(statuses(await send(stock, { stop_on_error: false }))).toEqual([
        'ok',
        'error',
        'abort',
        'abort',
      ]);
      const afterwards = await stock.execute('2');
      expect([afterwards.reply['status'], afterwards.stdout]).toEqual(['abort', '']);
      await pause(250);
    });
  });
}
