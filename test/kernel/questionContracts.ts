import { describe, expect, test } from 'vitest';
import { pause, type Result, type KernelClient } from './KernelClient.ts';
import { kernel, stock } from './kernels.ts';

/** What the kernel last said it was. */
function lastStatus({ arrived }: KernelClient): unknown {
  return arrived.findLast(({ header }) => header.msg_type === 'status')?.content['execution_state'];
}

const statuses = (results: Result[]): unknown[] => results.map(({ reply }) => reply['status']);

export function questionContracts(): void {
  describe('questions', () => {
    const ask = (client: KernelClient, type: string, code: string): Promise<Result> =>
      client.request(type, { code, cursor_pos: [...code].length, detail_level: 0 });

    test('are answered while a cell awaits and others are queued; the kernel then shows as busy again', async () => {
      const running = [
        kernel.execute('await new Promise(resolve => setTimeout(resolve, 1500)); 1'),
        ...Array.from({ length: 20 }, () => kernel.execute('1')),
      ];
      const [complete, whole, more] = await Promise.all([
        ask(kernel, 'complete_request', 'Math.hyp'),
        ask(kernel, 'is_complete_request', 'f(1)'),
        ask(kernel, 'is_complete_request', 'function f() {'),
      ]);
      expect(complete.reply).toMatchObject({
        status: 'ok',
        matches: ['hypot'],
        cursor_start: 5,
        cursor_end: 8,
      });
      expect(whole.reply).toEqual({ status: 'complete' });
      expect(more.reply).toEqual({ status: 'incomplete', indent: '  ' });
      await pause(50);
      expect(lastStatus(kernel)).toBe('busy');
      expect(new Set(statuses(await Promise.all(running)))).toEqual(new Set(['ok']));
    });

    test('about a function of the library get its signature and docstring', async () => {
      await kernel.execute(`import { matrix } from 'dropout-lab'`);
      const { reply } = await ask(kernel, 'inspect_request', 'const 𝒙 = matrix');
      expect(reply).toMatchObject({ status: 'ok', found: true });
      const { 'text/plain': plain, 'text/markdown': markdown } = reply['data'] as Record<string, string>;
      expect(plain).toMatch(/^function matrix\(.*\): .*Matrix\n\nBuilds a float64 matrix from rows/);
      expect(markdown).toMatch(
        /^```typescript\nfunction matrix\(.*\*throws\* TypeError.*```typescript\nconst X = matrix/s,
      );
    });

    test('about values of expressions, beside a cell', async () => {
      await kernel.execute('const rates = [0.2, 0.5]');
      const user_expressions = { first: 'rates[0]', wrong: 'nowhere + 1' };
      const { reply } = await kernel.execute('0', { user_expressions });
      expect(reply['user_expressions']).toMatchObject({
        first: { status: 'ok', data: { 'text/plain': '0.2' } },
        wrong: { status: 'error', ename: 'ReferenceError', evalue: 'nowhere is not defined' },
      });
    });

    test('about the kernel: it says that it speaks TypeScript, in each front end’s words', async () => {
      const { reply } = await kernel.request('kernel_info_request', {});
      expect(reply['language_info']).toMatchObject({
        name: 'typescript',
        file_extension: '.ts',
        mimetype: 'text/typescript',
        codemirror_mode: 'typescript',
        pygments_lexer: 'typescript',
      });
      const comms = await kernel.request('comm_info_request', {});
      expect(comms.reply).toEqual({ status: 'ok', comms: {} });
    });

    test('of two clients are answered to each; what one runs, the other sees', async () => {
      const other = await kernel.another();
      const [mine, theirs] = await Promise.all([kernel.execute('"mine"'), other.execute('"theirs"')]);
      expect([mine.stdout, theirs.stdout]).toEqual(['mine\n', 'theirs\n']);
      const results = kernel.arrived.filter(({ header }) => header.msg_type === 'execute_result').slice(-2);
      const texts = results.map(({ content }) => (content['data'] as Record<string, string>)['text/plain']);
      expect(new Set(texts)).toEqual(new Set(['mine', 'theirs'])); // No order is promised between two clients.
      const replies = ({ arrived }: KernelClient) =>
        arrived.filter(({ header }) => header.msg_type === 'execute_reply');
      expect(replies(other)).toHaveLength(1);
      other.close();
    });

    test('with buffers after them are answered as those without', async () => {
      const buffers = [Buffer.from([255, 0, 1]), Buffer.alloc(0)];
      const { reply } = await kernel.request('kernel_info_request', {}, 'shell', buffers);
      expect(reply['status']).toBe('ok');
    });

    test('stock: cells are highlighted as JavaScript, the kernel shows as idle after a question in mid-cell', async () => {
      const { reply } = await stock.request('kernel_info_request', {});
      expect(reply['language_info']).toMatchObject({ codemirror_mode: { name: 'javascript' } });
      const running = stock.execute('await new Promise(resolve => setTimeout(resolve, 500))');
      await ask(stock, 'is_complete_request', 'f(1)');
      await pause(50);
      expect(lastStatus(stock)).toBe('idle');
      await running;
    });
  });
}
