import { describe, expect, test } from 'vitest';
import { pause } from './KernelClient.ts';
import { kernel, stock } from './kernels.ts';
import { within } from './within.ts';

/** There an interrupt is a message, which a kernel busy with synchronous code does not read. */
const windows = process.platform === 'win32';

export function interruptContracts(): void {
  describe('an interrupt', () => {
    const waiting = 'await new Promise(resolve => setTimeout(resolve, 20_000))';
    const signal = `const stop = (globalThis as any)[Symbol.for('dropout-lab.host')]?.stop as AbortSignal | undefined;`;

    const heard = [
      ['code that awaits', waiting],
      ['a timer that is always due', `setInterval(() => console.log('tick'), 1); ${waiting}`],
    ] as const;
    const unheard = [
      ['synchronous code', 'while (true) {}'],
      ['synchronous code after an await', 'await null; while (true) {}'],
      ['synchronous code after a timer', 'await new Promise(done => setTimeout(done, 1)); while (true) {}'],
      [
        'synchronous code after a promise of a timer',
        `import { setTimeout as wait } from 'node:timers/promises'; await wait(1); while (true) {}`,
      ],
      ['a loop that only awaits', 'for (;;) await null'],
      ['a timer', `setTimeout(() => { while (true) {} }); ${waiting}`],
      ['an interval', `setInterval(() => { while (true) {} }); ${waiting}`],
      ['an immediate', `setImmediate(() => { while (true) {} }); ${waiting}`],
      ['ticks without end', `const tick = () => process.nextTick(tick); tick(); ${waiting}`],
      ['code that listens for SIGINT', `process.on('SIGINT', () => {}); await null; while (true) {}`],
      ['microtasks without end', `const again = () => queueMicrotask(again); again(); ${waiting}`],
    ] as const;
    test.each(windows ? heard : [...heard, ...unheard])(
      'stops %s, and what was queued behind it',
      async (_, code) => {
        const results = Promise.all([kernel.execute(code), kernel.execute('1')]);
        const [stopped, next] = await kernel.interruptUntil(results);
        expect(stopped.errors).toEqual([expect.objectContaining({ ename: 'Interrupted' })]);
        expect(next.reply['status']).toBe('aborted');
        expect((await kernel.execute('1')).stdout).toBe('1\n');
      },
    );

    test.skipIf(windows)('stops a timer of a cell that has ended, and says nothing of it', async () => {
      await kernel.execute('setTimeout(() => { while (true) {} }, 300); 0');
      await pause(500);
      const next = await kernel.interruptUntil(kernel.execute('1', { stop_on_error: false }));
      expect((await kernel.execute('2')).stdout).toBe('2\n');
      expect(next.errors.filter(({ ename }) => ename !== 'Interrupted')).toEqual([]);
    });

    test.skipIf(windows)('at any moment, several hundred times, leaves the kernel alive', async () => {
      const signals = { sent: 0 };
      const interrupt = (): void => {
        kernel.interrupt();
        signals.sent += 1;
        timer = setTimeout(interrupt, 4 * Math.random());
      };
      let timer = setTimeout(interrupt);
      const cells = [
        '1',
        'await null; 1',
        'await new Promise(done => setTimeout(done, 1))',
        'while (true) {}',
      ];
      while (signals.sent < 500) {
        for (const cell of cells) await kernel.execute(cell, { stop_on_error: false });
      }
      clearTimeout(timer);
      await pause(50);
      await kernel.execute('0', { stop_on_error: false }); // may still be told of the last one
      expect((await kernel.execute('3')).stdout).toBe('3\n');
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
