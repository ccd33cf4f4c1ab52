import { describe, expect, test, vi } from 'vitest';
import { KernelClient, pause } from './KernelClient.ts';
import { kernel } from './kernels.ts';

const text = `"a"${'.trim()'.repeat(2000)}`;
const deep = {
  'two thousand chained calls': text,
  'five thousand brackets': `${'['.repeat(5000)}${']'.repeat(5000)}`,
  'three thousand conditionals': `${'true ? 1 : '.repeat(3000)}0`,
};

const damage = {
  'no listeners on the process': 'process.removeAllListeners(); 0',
  'no listeners, twice over':
    'process.removeAllListeners("SIGINT"); await null; process.removeAllListeners(); 0',
  'Array.prototype.map': 'Array.prototype.map = () => { throw new Error("mine") }; 0',
  'JSON.stringify': 'JSON.stringify = () => "{}"; 0',
  'the methods of arrays that Node itself can do without, after an await': `await null;
    for (const name of ['map', 'filter', 'some', 'every', 'find', 'forEach', 'slice', 'concat', 'includes', 'indexOf', 'join', 'flatMap', 'at'])
      (Array.prototype as any)[name] = null;`,
  'Map and Set':
    'Map.prototype.get = () => undefined; Set.prototype.has = () => true; (globalThis as any).Map = null; 0',
  'Promise and the timers': '(Promise as any).all = null; (globalThis as any).setTimeout = () => 0; 0',
  'Object.prototype': '(Object.prototype as any).text = "mine"; void ((Object.prototype as any).get = 1)',
  'the formatter of stacks': 'Error.prepareStackTrace = () => { throw 1 }; 0',
  'the way to its variables': '(globalThis as any).__tslab__ = undefined; 0',
  'a lone surrogate': 'console.log("😀"[0]); "😀"[0]',
};

export function hostileContracts(): void {
  describe('the next cell runs after', () => {
    test.each(Object.entries(deep))('%s', async (_, code) => {
      const [cell, completion] = [
        await kernel.execute(code, { stop_on_error: false }),
        await kernel.request('complete_request', { code, cursor_pos: 100 }),
      ];
      expect(cell.errors.flatMap(({ traceback }) => traceback)).not.toContainEqual(
        expect.stringMatching(/\.js/),
      );
      expect(completion.reply['status']).toMatch(/ok|error/);
      expect((await kernel.execute('1 + 1')).stdout).toBe('2\n');
    });

    test('two thousand chained calls are named, and the modules of earlier cells are still there', async () => {
      await kernel.execute('/** @module kept */\nexport const kept = 7;');
      const { errors } = await kernel.execute(text);
      expect(errors).toEqual([
        { ename: 'CompilerFailure', evalue: expect.stringMatching(/stack/), traceback: [expect.anything()] },
      ]);
      expect((await kernel.execute(`import { kept } from './kept'; kept`)).stdout).toBe('7\n');
    });

    test('a cell that takes `then` from promises', async () => {
      await kernel.execute(
        'const { then } = Promise.prototype; (Promise.prototype as any).then = undefined; 0',
      );
      expect((await kernel.execute('1 + 1')).stdout).toBe('2\n');
      await kernel.execute('Promise.prototype.then = then; 0');
      expect((await kernel.execute('await null; 5')).stdout).toBe('5\n');
    });

    test('a cell that deletes `process`', async () => {
      await kernel.execute('const { process: kept } = globalThis; delete (globalThis as any).process; 0');
      expect((await kernel.execute('1 + 1')).stdout).toBe('2\n');
      const { reply } = await kernel.request('complete_request', { code: 'Math.hyp', cursor_pos: 8 });
      expect(reply).toMatchObject({ status: 'ok', matches: ['hypot'] });
      expect((await kernel.execute(`import { sep } from 'node:path'; sep.length`)).stdout).toBe('1\n');
      await kernel.execute('(globalThis as any).process = kept; 0');
      expect((await kernel.execute('process.pid > 0')).stdout).toBe('true\n');
    });

    test('damage of every kind, which adds up', async () => {
      const other = await KernelClient.start('launcher');
      await other.execute('const mine = 5');
      for (const [kind, code] of Object.entries(damage)) {
        await other.execute(code);
        const next = await other.execute('console.log([1, 2].length, mine); throw new Error("end")');
        expect([kind, next.stdout, next.reply['evalue']]).toEqual([kind, '2 5\n', 'end']);
      }
      const waiting = other.execute('console.log("waits"); await new Promise(() => {})');
      await vi.waitUntil(() => other.arrived.some(({ content }) => content['text'] === 'waits\n'));
      other.interrupt();
      expect((await waiting).reply['ename']).toBe('Interrupted');
      const { reply } = await other.request('kernel_info_request', {});
      expect(reply['status']).toBe('ok');
      await other.stop();
    }, 60_000);

    test('an interrupt of nothing, when a cell has removed every listener', async () => {
      const other = await KernelClient.start('launcher');
      await other.execute('process.removeAllListeners()');
      other.interrupt();
      await pause(200);
      expect((await other.execute('6 * 7')).stdout).toBe('42\n');
      await other.stop();
    });

    test('a patch of a built-in object, which later cells see', async () => {
      await kernel.execute('const join = Array.prototype.join; Array.prototype.join = () => "patched"; 0');
      const { stdout } = await kernel.execute('[1, 2].join()');
      await kernel.execute('Array.prototype.join = join; 0');
      expect(stdout).toBe('patched\n');
      expect((await kernel.execute('[1, 2].join()')).stdout).toBe('1,2\n');
    });
  });
}
