import { describe, expect, test } from 'vitest';
import { pause } from './KernelClient.ts';
import { kernel, stock } from './kernels.ts';

export function errorContracts(): void {
  describe('errors', () => {
    test('name the cell and its own line, through functions of other cells, without frames of tslab', async () => {
      const { reply: defined } = await kernel.execute(
        'interface Point { x: number }\n\nfunction half({ x }: Point): number {\n  if (x > 1) throw new RangeError("too big");\n  return x / 2;\n}',
      );
      const { reply, errors } = await kernel.execute('// a remark\nawait null;\nhalf({ x: 2 })');
      const [first, second] = [defined['execution_count'], reply['execution_count']];
      expect(errors).toEqual([
        {
          ename: 'RangeError',
          evalue: 'too big',
          traceback: [
            'RangeError: too big',
            `    at half (cell ${first}, line 4, column 20)`,
            `    at cell ${second}, line 3, column 1`,
          ],
        },
      ]);
      expect(reply).toEqual({ status: 'error', ...errors[0], execution_count: second });
    });

    test('of the compiler are a kind of their own, with line, column and the line itself', async () => {
      const { errors } = await kernel.execute('const a = 1;\n  const b: string = a;');
      expect(errors).toEqual([
        {
          ename: 'TypeScriptError',
          evalue: "line 2, column 9: Type 'number' is not assignable to type 'string'. (TS2322)",
          traceback: [
            "TypeScriptError TS2322 in line 2, column 9: Type 'number' is not assignable to type 'string'.",
            '  2 |   const b: string = a;\n    |         ^',
          ],
        },
      ]);
    });

    test('of another language’s words get one sentence with what TypeScript writes', async () => {
      const { errors } = await kernel.execute('const a = 1;\nimport numpy as np\nnp.zeros(3)');
      const advice =
        "TypeScript writes `import { matrix, randomState } from 'dropout-lab'` for what this course needs of it.";
      expect(errors).toEqual([
        {
          ename: 'TypeScriptError',
          evalue: `line 2: There is no numpy here; ${advice}`,
          traceback: [
            `TypeScriptError in line 2: There is no numpy here; ${advice}`,
            '  2 | import numpy as np\n    | ^^^^^^^^^^^^^^^^^^',
          ],
        },
      ]);
    });

    test.each([
      ['import.meta.url', 'SyntaxError'],
      ['const require = 1; require', 'SyntaxError'],
      ['function down(n: number): number { return 1 + down(n + 1) } down(0)', 'RangeError'],
    ])('%s shows no frame of the kernel, of tslab or of Node', async (code, ename) => {
      const { errors } = await kernel.execute(code);
      expect(errors[0]).toMatchObject({ ename });
      expect((errors[0]!['traceback'] as string[])[0]).toBe(`${ename}: ${errors[0]!['evalue']}`);
      expect(String(errors[0]!['traceback'])).not.toMatch(/node:|\/binder\/|tslab\/dist/);
    });

    test('of a recursion without end show its frame once', async () => {
      const { errors } = await kernel.execute('function sink(): number {\n  return 1 + sink();\n}\nsink()');
      const [name, ...frames] = errors[0]!['traceback'] as string[];
      expect(name).toBe('RangeError: Maximum call stack size exceeded');
      // V8 may find the stack full at the head of the function, which is another place in it.
      expect(frames.length).toBeLessThanOrEqual(2);
      expect(frames.at(-1)).toMatch(/^ {4}at sink \(cell \d+, line 2, column \d+\), again and again$/);
    });

    test('of a module cell fail it', async () => {
      const { errors } = await kernel.execute('/** @module broken */\nexport const b: string = 1;');
      expect(errors[0]).toMatchObject({
        ename: 'TypeScriptError',
        evalue: expect.stringContaining('broken.ts, line 2'),
      });
      await kernel.execute('/** @module broken */\nexport const b = 1;');
    });

    test('show their cause, and a thrown value that is no error shows itself', async () => {
      const [caused, thrown] = await Promise.all([
        kernel.execute('throw new Error("what", { cause: new Error("why") })', { stop_on_error: false }),
        kernel.execute('throw { code: 7 }'),
      ]);
      expect(String(caused.errors[0]!['traceback'])).toMatch(/Error: what.*cell.*cause.*Error: why.*cell/s);
      expect(thrown.errors[0]).toMatchObject({ ename: 'Thrown', evalue: '{ code: 7 }' });
    });

    test.each([
      ['a rejection nobody handles', 'UnhandledRejection', 'Promise.reject(new Error("adrift")); 0'],
      [
        'an async function nobody awaits',
        'UnhandledRejection',
        '(async () => { await null; throw new Error("adrift") })(); 0',
      ],
      [
        'an exception in a timer that is due',
        'Error',
        'setTimeout(() => { throw new Error("adrift") }, 0); 0',
      ],
    ])('%s fails its cell', async (_, ename, code) => {
      const { reply, errors } = await kernel.execute(code);
      expect(reply).toMatchObject({ status: 'error', ename, evalue: expect.stringMatching(/adrift$/) });
      expect(errors).toHaveLength(1);
    });

    test('that come when their cell has ended are shown there and fail the next cell', async () => {
      const first = await kernel.execute('setTimeout(() => { throw new Error("late") }, 50); 0');
      expect(first.reply['status']).toBe('ok');
      await pause(150);
      const id = first.outputs[0]!.parent.msg_id;
      const shown = kernel.arrived.filter(
        ({ header, parent }) => header.msg_type === 'error' && parent.msg_id === id,
      );
      expect(shown).toHaveLength(1);
      const next = await kernel.execute('2');
      expect([next.reply['status'], next.reply['evalue'], next.stdout]).toEqual(['error', 'late', '2\n']);
      expect((await kernel.execute('3')).reply['status']).toBe('ok');
    });

    test('stock: words on stderr, no `error` message, lines of the compiled code', async () => {
      const { errors, stderr, reply } = await stock.execute('interface A {}\n\nthrow new Error("plain")');
      expect(errors).toEqual([]);
      expect(reply).toEqual({ status: 'error', execution_count: expect.any(Number) });
      expect(stderr).toMatch(/evalmachine/);
      expect(stderr).not.toMatch(/evalmachine.<anonymous>:3:/);
      await pause(250);
    });

    test('stock: a cell with an unhandled rejection counts as sound', async () => {
      const { reply } = await stock.execute('Promise.reject(new Error("adrift")); 0');
      expect(reply['status']).toBe('ok');
    });
  });
}
