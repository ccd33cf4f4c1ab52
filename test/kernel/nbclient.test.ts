import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { jupyter } from '../../binder/jupyter.mjs';
import { commands } from './KernelClient.ts';

interface Output {
  output_type: string;
  name?: string;
  text?: string;
  ename?: string;
}

interface Executed {
  error: [type: string, text: string] | null;
  cells: { execution_count: number | null; outputs: Output[] }[];
  language?: Record<string, unknown>;
}

const failing = (tags: string[]) => [
  { source: 'for (let i = 0; i < 20000; i++) console.log(i)' },
  { source: 'const x = 1;\nthrow new RangeError("in mid-notebook")', tags },
  { source: '2' },
];
const adrift = [{ source: 'Promise.reject(new Error("adrift")); 0' }, { source: '2' }];
const killed = [{ source: 'process.kill(process.pid, "SIGKILL"); 0' }, { source: '2' }];

let raised: Executed, allowed: Executed, drifted: Executed, dead: Executed, stockDrifted: Executed;

beforeAll(() => {
  const { python, env } = jupyter();
  const data = mkdtempSync(join(tmpdir(), 'stock-'));
  const argv = [process.execPath, ...commands.stock, '--config-path={connection_file}'];
  mkdirSync(join(data, 'kernels/stock'), { recursive: true });
  const spec = { argv, display_name: 'stock tslab', language: 'typescript' };
  writeFileSync(join(data, 'kernels/stock/kernel.json'), JSON.stringify(spec));
  const notebooks = {
    tslab: [failing([]), failing(['raises-exception']), adrift, killed],
    stock: [adrift],
  };
  const script = fileURLToPath(new URL('run_notebooks.py', import.meta.url));
  const { stdout, stderr } = spawnSync(python, [script], {
    input: JSON.stringify(notebooks),
    env: { ...env, JUPYTER_PATH: `${env['JUPYTER_PATH']}${delimiter}${data}` },
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  rmSync(data, { recursive: true });
  if (stdout === '') throw new Error(stderr);
  [raised, allowed, drifted, dead, stockDrifted] = JSON.parse(stdout);
});

const counts = ({ cells }: Executed): unknown[] => cells.map(({ execution_count }) => execution_count);

describe('nbclient', () => {
  test('gets all of 20,000 prints, and the language of the notebook', () => {
    const text = raised.cells[0]!.outputs.map(output => output.text).join('');
    expect(text.split('\n')).toHaveLength(20_001);
    expect(raised.language).toMatchObject({ name: 'typescript', file_extension: '.ts' });
  });

  test('stops at an error in mid-notebook and names it with the line of its cell', () => {
    expect(raised.error![0]).toBe('CellExecutionError');
    expect(raised.error![1]).toMatch(/RangeError: in mid-notebook\n +at cell 2, line 2, column 7/);
    expect(counts(raised)).toEqual([1, 2, null]);
  });

  test('goes on after an error that the cell is meant to raise', () => {
    expect(allowed.error).toBeNull();
    expect(counts(allowed)).toEqual([1, 2, 3]);
    expect(allowed.cells[1]!.outputs).toMatchObject([{ output_type: 'error', ename: 'RangeError' }]);
    expect(allowed.cells[2]!.outputs).toMatchObject([
      { output_type: 'execute_result', execution_count: 3, data: { 'text/plain': '2' } },
    ]);
  });

  test('stops at an unhandled rejection', () => {
    expect(drifted.error![1]).toMatch(/Error: adrift/);
    expect(counts(drifted)).toEqual([1, null]);
  });

  test('notices a kernel that was killed', () => {
    expect(dead.error![0]).toBe('DeadKernelError');
  });

  test('stock: takes an unhandled rejection for success', () => {
    expect(stockDrifted.error).toBeNull();
    expect(stockDrifted.cells[0]!.outputs.some(({ output_type }) => output_type === 'error')).toBe(false);
  });
});
