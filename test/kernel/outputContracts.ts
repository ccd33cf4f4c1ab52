import { describe, expect, test } from 'vitest';
import { KernelClient, pause, type Result } from './KernelClient.ts';
import { kernel, stock } from './kernels.ts';
import { within } from './within.ts';

/** What the cell of `result` printed once it was complete. */
function printsOf(client: KernelClient, { outputs }: Result): string {
  const id = outputs[0]!.parent.msg_id;
  return client.arrived
    .filter(({ header, parent }) => header.msg_type === 'stream' && parent.msg_id === id)
    .map(({ content }) => content['text'])
    .join('');
}

export function outputContracts(): void {
  describe('output', () => {
    const burst = 'for (let i = 0; i < 20000; i++) console.log(i)';

    test('20,000 prints arrive, in few messages', async () => {
      const { stdout, outputs } = await kernel.execute(burst);
      expect(stdout).toBe(Array.from({ length: 20_000 }, (_, i) => `${i}\n`).join(''));
      expect(new Set(outputs.map(({ header }) => header.msg_type))).toEqual(
        new Set(['execute_input', 'stream']),
      );
      expect(outputs.length).toBeLessThan(200);
    });

    test('so do the prints of a loop that awaits, as a training does', async () => {
      const { stdout, outputs } = await kernel.execute(
        `for (let i = 0; i < 2000; i++) { console.log(i); await new Promise(resolve => setImmediate(resolve)) }`,
      );
      expect(stdout.split('\n')).toHaveLength(2001);
      expect(outputs.length).toBeLessThan(200);
    });

    const loops = process.platform !== 'win32'; // which only a signal can stop, unless they await
    test.skipIf(!loops).each([
      ['a flood', '', 'x'.repeat(1000)],
      [
        'a flood of a loop that awaits',
        'await new Promise(resolve => setImmediate(resolve));',
        'x'.repeat(1000),
      ],
      ['a flood of empty lines', '', ''],
    ])('%s holds little memory, and ends with an interrupt', async (_, turn, line) => {
      const { stdout: before } = await kernel.execute('process.memoryUsage.rss()');
      const flood = kernel.execute(`while (true) { console.log(${JSON.stringify(line)}); ${turn} }`);
      await pause(6000);
      kernel.interrupt();
      const sent = Date.now();
      expect((await flood).reply['ename']).toBe('Interrupted');
      expect(Date.now() - sent).toBeLessThan(1000);
      const { stdout: after } = await kernel.execute('process.memoryUsage.rss()');
      expect((Number(after) - Number(before)) / 1e6).toBeLessThan(200);
    });

    test('stdout, stderr and displays keep their order', async () => {
      const { outputs } = await kernel.execute(
        `import { display } from 'tslab'; console.log(1); console.log(2); console.error(3); display.text('4'); console.log(5)`,
      );
      const shown = outputs.slice(1).map(({ content }) => content['text'] ?? content['data']);
      expect(shown).toEqual(['1\n2\n', '3\n', { 'text/plain': '4' }, '5\n']);
    });

    test('a long synchronous cell shows what it prints before it ends', async () => {
      const result = kernel.execute(`const end = Date.now() + 2500; console.log('a');
      while (Date.now() < end) { const next = Date.now() + 600; while (Date.now() < next); console.log('b') }`);
      await pause(2100);
      expect(kernel.arrived.at(-1)?.header.msg_type).toBe('stream');
      expect((await result).stdout).toBe(`a\n${'b\n'.repeat(5)}`);
    });

    test('a print that comes late belongs to the cell that made it', async () => {
      const first = await kernel.execute(`setTimeout(() => console.log('late'), 50)`);
      const second = await kernel.execute(
        `await new Promise(resolve => setTimeout(resolve, 150)); console.log('own')`,
      );
      expect(second.stdout).toBe('own\n');
      expect(first.stdout + printsOf(kernel, first)).toMatch(/late\n$/);
    });

    test('what a worker thread prints arrives', async () => {
      const { stdout } = await kernel.execute(
        `import { Worker } from 'node:worker_threads'; import { once } from 'node:events';
       await once(new Worker('console.log("from the worker")', { eval: true }), 'exit'); 0`,
      );
      expect(stdout).toContain('from the worker\n');
    });

    test('a shorthand property may name a variable of an earlier cell', async () => {
      await kernel.execute('const rate = 0.5; const units = 4');
      const { stdout } = await kernel.execute('console.log({ rate, units: [{ units }] }); 0');
      expect(stdout).toContain('{ rate: 0.5, units: [ { units: 4 } ] }\n');
    });

    test.each([
      ['export const five = 5', 'five', '5\n'],
      ['export function six(): number { return 6 }', 'six()', '6\n'],
      ['const text = `\nexport const x`; text.length', 'text.length', '15\n'],
      ['let sum = 0; for await (const value of [1, 2]) sum += value', 'sum', '3\n'],
    ])('%j runs, and a later cell has what it made', async (code, later, value) => {
      expect((await kernel.execute(code)).errors).toEqual([]);
      expect((await kernel.execute(later)).stdout).toBe(value);
    });

    test('stock: the shorthand ends in a ReferenceError', async () => {
      await stock.execute('const rate = 0.5');
      const { stdout } = await stock.execute(
        'try { console.log({ rate }) } catch (e) { console.log(e.message) }',
      );
      expect(stdout).toBe('rate is not defined\n');
    });

    test('stock: a late print goes to the cell that happens to run', async () => {
      await stock.execute(`setTimeout(() => console.log('late'), 50); 0`);
      const second = await stock.execute(
        `await new Promise(resolve => setTimeout(resolve, 150)); console.log('own')`,
      );
      expect(second.stdout).toBe('late\nown\n');
    });

    test('stock: of 20,000 prints most are lost, and the `idle` that ends the cell too', async () => {
      const other = await KernelClient.start('stock');
      expect(await within(3000, other.execute(burst))).toBeUndefined();
      const printed = other.arrived.filter(({ header }) => header.msg_type === 'stream').length;
      expect(printed).toBeLessThan(2000);
      await other.stop();
    });
  });
}
