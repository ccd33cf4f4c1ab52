import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { KernelClient, pause } from './KernelClient.ts';
import { kernel, stock } from './kernels.ts';
import { within } from './within.ts';

export function endContracts(): void {
  describe('the end', () => {
    const alive = `import { Worker } from 'node:worker_threads';
    new Worker('setInterval(() => {}, 1000)', { eval: true }); setInterval(() => {}, 1000); 0`;
    const exited = async (client: KernelClient): Promise<unknown> => {
      const exit = once(client.process, 'exit');
      const { reply } = await client.request('shutdown_request', { restart: true }, 'control');
      expect(reply['restart']).toBe(client === kernel);
      return within(1500, exit);
    };

    test('comes at once when asked for, also with timers and worker threads alive', async () => {
      await kernel.execute(alive);
      expect(await exited(kernel)).toEqual([0, null]);
    });

    test('stock: stays when something is alive', async () => {
      await stock.execute(alive);
      expect(await exited(stock)).toBeUndefined();
    });

    // Starts the kernel as Jupyter does, and stays beside it.
    const starts = `require('child_process').spawn(process.argv[1], process.argv.slice(2), { stdio: 'inherit' })`;
    test.each([
      ['launcher', 'comes when the process that started the kernel dies', undefined],
      ['stock', 'stays when the process that started it dies', 'ok'],
    ] as const)(
      '%s: %s',
      async (kind, _, expected) => {
        const orphan = await KernelClient.start(kind, { through: [process.execPath, '-e', starts] });
        const { stdout } = await orphan.execute('process.pid');
        orphan.process.kill('SIGKILL');
        await pause(1500);
        const answer = await within(500, orphan.execute('0'));
        expect(answer?.reply['status']).toBe(expected);
        if (answer) process.kill(Number(stdout), 'SIGKILL');
        await orphan.stop();
      },
      20_000,
    );
  });
}
