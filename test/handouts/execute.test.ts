import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { root, share } from '../../binder/jupyter.mjs';
import { execute, executed, NotebookError } from '../../handouts/execute.ts';
import { notebookFile, temporaryFolder } from './notebookOf.ts';

/** A folder for JUPYTER_PATH whose kernel `tslab` ends at once the first times it is started. */
function kernelThatDies(times: number): string {
  const folder = temporaryFolder();
  const spec = JSON.parse(readFileSync(join(share, 'kernels/tslab/kernel.json'), 'utf8')) as {
    argv: string[];
  };
  const dies = `const { appendFileSync, readFileSync } = require('fs'); appendFileSync('starts', '.');
    if (readFileSync('starts').length <= ${times}) process.exit(1);
    process.argv.splice(1, 1); require(process.argv[1]);`;
  const [node, ...args] = spec.argv;
  mkdirSync(join(folder, 'kernels/tslab'), { recursive: true });
  writeFileSync(join(folder, 'dies.cjs'), dies);
  writeFileSync(
    join(folder, 'kernels/tslab/kernel.json'),
    JSON.stringify({ ...spec, argv: [node, join(folder, 'dies.cjs'), ...args] }),
  );
  return folder;
}

describe('execute', () => {
  test('fills in what each cell shows, in the notebook’s own folder', async () => {
    const path = notebookFile('sound.ipynb', {
      words: 'md:# Sound',
      sum: 'const a: number = 20;\nconsole.log(a + 1, process.cwd())',
      nothing: '',
    });
    const steps: string[] = [];
    const { notebook, seconds, cellSeconds } = await execute(path, {
      onStep: ({ cell }) => steps.push(cell),
    });
    const shown = [{ output_type: 'stream', name: 'stdout', text: `21 ${dirname(path)}\n` }];
    expect(notebook.cells[1]).toMatchObject({ id: 'sum', execution_count: 1, outputs: shown });
    expect(notebook.cells.map(cell => cell.id)).toEqual(['words', 'sum', 'nothing']);
    expect(steps).toEqual(['sum']);
    expect(Object.keys(cellSeconds)).toEqual(['sum', 'nothing']);
    expect(seconds).toBeGreaterThan(cellSeconds.sum!);
  });

  test('makes one output of what a cell prints in pieces, and keeps the order of the others', async () => {
    const pause = 'await new Promise(resolve => setTimeout(resolve, 300));';
    const source = `console.log('one'); ${pause} console.log('two'); console.error('three'); ${pause} console.log('four');`;
    const { notebook } = await execute(notebookFile('pieces.ipynb', { print: source }));
    const stream = (name: string, text: string) => ({ output_type: 'stream', name, text });
    expect(notebook.cells[0]).toMatchObject({
      outputs: [stream('stdout', 'one\ntwo\n'), stream('stderr', 'three\n'), stream('stdout', 'four\n')],
    });
  });

  const failing = {
    error: ['throw new RangeError("rate must be in [0, 1]")', /RangeError.*rate must be in \[0, 1\]/s],
    'type error': ['const n: number = "five";', /Type 'string' is not assignable to type 'number'/],
    'unhandled rejection': ['void Promise.reject(new Error("nobody caught me"));', /nobody caught me/],
    timeout: ['for (;;);', /more than 2 seconds/],
    'dead kernel': ['process.kill(process.pid, "SIGKILL"); await new Promise(() => {});', /kernel died/],
  } as const;
  test.each(Object.entries(failing))(
    'names notebook, cell and reason: %s',
    async (kind, [source, reason]) => {
      const path = notebookFile('unsound.ipynb', { before: '1', culprit: source, after: '2' });
      const error = await execute(path, { timeoutSeconds: 2 }).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(NotebookError);
      expect(error).toMatchObject({ notebook: path, cellId: 'culprit', kind });
      expect((error as Error).message).toContain(`unsound.ipynb, cell culprit: ${kind}`);
      expect((error as Error).message).toMatch(reason);
    },
  );

  test('fails on a promise rejected after the last cell has ended', async () => {
    const path = notebookFile('late.ipynb', {
      last: 'setTimeout(() => void Promise.reject(new Error("too late")), 20); 1',
    });
    await expect(execute(path)).rejects.toMatchObject({ kind: 'unhandled rejection', detail: /too late/ });
  });

  test('takes an error for success where the cell is tagged raises-exception', async () => {
    const path = notebookFile('raises.ipynb', {
      wrong: { source: 'throw new Error("on purpose")', tags: ['raises-exception'] },
      after: 'console.log("still here")',
    });
    const { notebook } = await execute(path);
    expect(notebook.cells[1]).toMatchObject({ outputs: [{ text: 'still here\n' }] });
  });

  test.each([1, 3])('starts the kernel anew when it dies before it answers: %i times', async times => {
    const path = notebookFile('start.ipynb', { only: '1 + 1' }, kernelThatDies(times));
    const running = execute(path, { env: { JUPYTER_PATH: `${dirname(path)}${delimiter}${share}` } });
    if (times < 3) expect((await running).notebook.cells[0]).toMatchObject({ execution_count: 1 });
    else await expect(running).rejects.toMatchObject({ kind: 'dead kernel', detail: /before it answered/ });
  });

  test('says so when a file is no notebook', async () => {
    const path = notebookFile('empty.ipynb', {});
    await expect(execute(join(dirname(path), 'absent.ipynb'))).rejects.toThrow(/absent\.ipynb/);
  });

  test('leaves no kernel behind when it is stopped', async () => {
    const path = notebookFile('endless.ipynb', {
      endless:
        'require("fs").writeFileSync("pid", String(process.pid)); await new Promise(() => setInterval(() => {}, 1000));',
    });
    const stop = new AbortController();
    const running = execute(path, { signal: stop.signal }).catch((caught: unknown) => caught);
    const pidFile = join(dirname(path), 'pid');
    while (!existsSync(pidFile)) await wait(50);
    stop.abort();
    expect(await running).toMatchObject({ name: 'AbortError' });
    const pid = Number(readFileSync(pidFile, 'utf8'));
    // Without signals, nbclient ends at once, and the kernel sees within a second that it has.
    if (process.platform === 'win32') await wait(3000);
    expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
  });
});

describe('executed', () => {
  const trace = 'require("fs").appendFileSync("runs", "x"); console.log(Math.PI);';
  const runs = (path: string) => readFileSync(join(dirname(path), 'runs'), 'utf8').length;

  test('runs once for all who ask, also at the same time', async () => {
    const path = notebookFile('once.ipynb', { run: `${trace} // ${Math.random()}` });
    const [first, second] = await Promise.all([executed(path), executed(path)]);
    expect(second).toEqual(first);
    expect(await executed(path)).toEqual(first);
    expect(runs(path)).toBe(1);
  });

  test('runs again for another notebook or another seed', async () => {
    const nonce = Math.random();
    const path = notebookFile('again.ipynb', { run: `${trace} // ${nonce}` });
    await executed(path);
    notebookFile('again.ipynb', { run: `${trace} // ${nonce} changed` }, dirname(path));
    await executed(path);
    expect(runs(path)).toBe(2);
    await executed(path, { env: { COURSE_SEED: '8' } });
    expect(runs(path)).toBe(3);
  });

  test('keeps nothing of a run that failed', async () => {
    const path = notebookFile('fails.ipynb', { run: `${trace} throw new Error("${Math.random()}")` });
    await expect(executed(path)).rejects.toThrow(NotebookError);
    await expect(executed(path)).rejects.toThrow(NotebookError);
    expect(runs(path)).toBe(2);
    expect(readdirSync(`${root}.cache/executed`).filter(name => /^fails.*(json|part)$/.test(name))).toEqual(
      [],
    );
  });
});
