import { afterEach, describe, expect, test } from 'vitest';
import { kernel } from './kernels.ts';

export function inputContracts(): void {
  describe('a question', () => {
    afterEach(() => void (kernel.answer = undefined));

    test('of `prompt` compiles, also once a cell has defined a module', async () => {
      await kernel.execute('/** @module beside */\nexport const beside = 1;');
      expect((await kernel.execute('typeof prompt')).stdout).toBe('function\n');
    });

    test('of `prompt` goes to the front end, and the code waits for the answer', async () => {
      kernel.answer = question => (question === 'Age?' ? '41' : '');
      const { reply, stdout } = await kernel.execute(
        'console.log("before"); const age = Number(prompt("Age?")); [age + 1, prompt("", "none")]',
      );
      expect([reply['status'], stdout]).toEqual(['ok', "before\n[ 42, 'none' ]\n"]);
    });

    test('of readline as well, line by line, and only while it reads', async () => {
      const asked: string[] = [];
      kernel.answer = question => ['Ada', 'Lovelace'][asked.push(question) - 1];
      const { stdout } = await kernel.execute(`import { createInterface } from 'node:readline/promises';
        const lines = createInterface({ input: process.stdin, output: process.stdout });
        const first = await lines.question('First name? ');
        const last = await lines.question('Last name? ');
        lines.close();
        await new Promise(resolve => setTimeout(resolve, 300));
        console.log(first, last);`);
      expect(stdout).toBe('First name? Last name? Ada Lovelace\n');
      expect(asked).toEqual(['', '']);
    });

    test('is over with an interrupt; an answer that comes too late is none to the next question', async () => {
      kernel.answer = () => undefined;
      const waits = await kernel.interruptUntil(kernel.execute('prompt("first")'));
      expect(waits.reply['ename']).toBe('Interrupted');
      kernel.answer = question => (question === 'second' ? 'yes' : 'no');
      expect((await kernel.execute('prompt("second")')).stdout).toBe('yes\n');
    });

    test('is refused where nobody can answer', async () => {
      const { reply } = await kernel.execute('prompt("Who is there?")');
      expect(reply).toMatchObject({ status: 'error', evalue: expect.stringContaining('nobody can answer') });
    });
  });
}
