import { describe, expect, test } from 'vitest';
import { pause } from './KernelClient.ts';
import { kernel, stock } from './kernels.ts';
import { within } from './within.ts';

export function interruptContracts(): void {
  describe('an interrupt', () => {
    const waiting = 'await new Promise(resolve => setTimeout(resolve, 20_000))';
    const signal = `const stop = (globalThis as any)[Symbol.for('dropout-lab.host')]?.stop as AbortSignal | undefined;`;

    test.each([
      ['synchronous code', 'while (true) {}'],
      ['code that awaits', waiting],
    ])('stops %s, and what was queued behind it', async (_, code) => {
      const results = Promise.all([kernel.execute(code), kernel.execute('1')]);
      const [stopped, next] = await kernel.interruptUntil(results);
      expect(stopped.errors).toEqual([expect.objectContaining({ ename: 'Interrupted' })]);
      expect(next.reply['status']).toBe('aborted');
      expect((await kernel.execute('1')).stdout).toBe('1\n');
    });

    test('may come as a message', async () => {
      const result = kernel.execute(waiting);
      await pause(100);
      const { reply } = await kernel.request('interrupt_request', {}, 'control');
      expect(reply).toEqual({ status: 'ok' });
      expect((await result).reply['ename']).toBe('Interrupted');
    });

    test('aborts the signal of its cell, and of no later one, so that a training stops', async () => {
      const result = kernel.execute(`${signal}
      const counter = globalThis as unknown as { steps: number };
      counter.steps = 0;
      while (!stop!.aborted) { counter.steps += 1; await new Promise(resolve => setImmediate(resolve)); }`);
      await kernel.interruptUntil(result);
      const after = await kernel.execute(
        `const counter = globalThis as unknown as { steps: number };
       const seen = counter.steps; await new Promise(resolve => setTimeout(resolve, 50));
       const again = (globalThis as any)[Symbol.for('dropout-lab.host')].stop.aborted;
       [seen > 0, counter.steps === seen, again]`,
      );
      expect(after.stdout).toBe('[ true, true, false ]\n');
    });

    test('ends a loop that awaits, at a later print', async () => {
      const steps = 'globalThis as unknown as { steps: number }';
      const result = kernel.execute(`(${steps}).steps = 0;
      while (true) { (${steps}).steps += 1; console.log(); await new Promise(resolve => setImmediate(resolve)); }`);
      expect((await kernel.interruptUntil(result)).reply['ename']).toBe('Interrupted');
      await pause(1000);
      const { stdout: seen } = await kernel.execute(`(${steps}).steps`);
      await pause(100);
      expect((await kernel.execute(`(${steps}).steps`)).stdout).toBe(seen);
    });

    test('stock: no answer to the message, no signal', async () => {
      expect(await within(500, stock.request('interrupt_request', {}, 'control'))).toBeUndefined();
      expect((await stock.execute(`${signal} typeof stop`)).stdout).toBe('undefined\n');
    });
  });
}
