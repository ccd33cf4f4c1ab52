import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KernelClient } from './KernelClient.ts';

/** Far from the clone: a home directory, a submission folder. */
let folder: string;
let kernel: KernelClient;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'home-'));
  mkdirSync(join(folder, 'node_modules/@tensorflow/tfjs'), { recursive: true });
  writeFileSync(
    join(folder, 'node_modules/@tensorflow/tfjs/package.json'),
    JSON.stringify({ name: '@tensorflow/tfjs', main: 'index.js', types: 'index.d.ts' }),
  );
  writeFileSync(join(folder, 'node_modules/@tensorflow/tfjs/index.d.ts'), 'export const mine: number;');
  writeFileSync(join(folder, 'node_modules/@tensorflow/tfjs/index.js'), 'exports.mine = 4;');
  writeFileSync(join(folder, 'helper.ts'), 'export const helped = 1;');
  kernel = await KernelClient.start('launcher', { cwd: folder });
});

afterAll(async () => {
  await kernel.stop();
  rmSync(folder, { recursive: true });
});

describe('in a folder outside the clone', () => {
  test.each([
    ['the library', `import { dropout } from 'dropout-lab'; typeof dropout`, 'function\n'],
    ['its rooms', `import { dropoutNetwork } from 'dropout-lab/theory'; typeof dropoutNetwork`, 'function\n'],
    ['tslab', `import { display } from 'tslab'; typeof display.html`, 'function\n'],
    [
      'the types of Node',
      `import { basename } from 'node:path'; const name: string = basename('a/b'); name`,
      'b\n',
    ],
    ['a file of the folder', `import { helped } from './helper'; helped`, '1\n'],
    [
      'a package of the folder, before the one of the course',
      `import { mine } from '@tensorflow/tfjs'; mine`,
      '4\n',
    ],
  ])('%s is found', async (_, code, expected) => {
    const { stdout, errors } = await kernel.execute(code);
    expect([errors, stdout]).toEqual([[], expected]);
  });

  test('with its types', async () => {
    const { errors } = await kernel.execute(
      `import { dropoutNetwork as d } from 'dropout-lab/theory'; const n: number = d;`,
    );
    expect(errors[0]?.['evalue']).toMatch(/TS2322/);
  });
});

describe('the name of a module is completed', () => {
  const complete = async (before: string, after = '') => {
    const content = { code: before + after, cursor_pos: [...before].length };
    const { reply } = await kernel.request('complete_request', content);
    const [start, end] = [Number(reply['cursor_start']), Number(reply['cursor_end'])];
    const code = [...content.code];
    return (reply['matches'] as string[]).map(
      match => code.slice(0, start).join('') + match + code.slice(end).join(''),
    );
  };

  test.each([
    [
      `/* 😀 */ import x from "node:fs`,
      '',
      [`/* 😀 */ import x from "node:fs`, `/* 😀 */ import x from "node:fs/promises`],
    ],
    [
      `import x from "node:u`,
      `"; x`,
      [`import x from "node:url"; x`, `import x from "node:util"; x`, `import x from "node:util/types"; x`],
    ],
    [`const x = require('dropout-l`, `ab')`, [`const x = require('dropout-lab')`]],
    [`import { a } from 'dropout-lab/th`, '', [`import { a } from 'dropout-lab/theory`]],
    [`import './he`, '', [`import './helper`]],
    [`await import('dropout-lab/st`, `')`, [`await import('dropout-lab/stats')`]],
  ])('%s|%s', async (before, after, expected) => {
    expect(await complete(before, after)).toEqual(expected);
  });
});
