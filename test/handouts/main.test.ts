import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { root } from '../../binder/jupyter.mjs';
import { browserPath } from '../../handouts/browser.ts';
import { notebookFile, temporaryFolder } from './notebookOf.ts';

const timeout = 300_000;

function handouts(...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', `${root}handouts/main.ts`, ...args], {
    cwd: root,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', chunk => (output += chunk));
  const ended = new Promise<{ status: number | null; output: string }>(resolve =>
    child.on('close', status => resolve({ status, output })),
  );
  return { child, ended };
}

describe('npm run handouts', { timeout }, () => {
  test('exports what works, names what does not, and leaves its last good page in place', async () => {
    const folder = temporaryFolder();
    const bad = notebookFile('bad.ipynb', { fine: '1', broken: 'throw new Error("no luck today")' }, folder);
    const formula = notebookFile('formula.ipynb', { words: 'md:# F\n\n$\\oops$' }, folder);
    const good = notebookFile(
      'good.ipynb',
      { title: 'md:# Good\n\nWords.\n\n**Time:** 15 minutes.', hello: 'console.log("hello")' },
      folder,
    );
    for (const name of ['bad', 'formula']) writeFileSync(join(folder, `${name}.html`), 'the last good page');

    const { status, output } = await handouts('--out', folder, bad, formula, good).ended;
    expect(status).toBe(1);
    expect(output).toMatch(/bad\.ipynb, cell broken: error\n.*no luck today/s);
    expect(output).toContain('formula.ipynb, cell words: the formula \\oops cannot be typeset');
    expect(output).toContain('2 of 3 notebooks failed');
    for (const name of ['bad', 'formula']) {
      expect(readFileSync(join(folder, `${name}.html`), 'utf8')).toBe('the last good page');
    }
    expect(readFileSync(join(folder, 'good.html'), 'utf8')).toContain('hello\n');
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('href="good.html"');
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('15 minutes.</em> Words.');
    expect(existsSync(join(folder, 'without-solutions', 'good.html'))).toBe(true);
    expect(readdirSync(folder).filter(name => name.endsWith('.part'))).toEqual([]);
  });

  // On Windows a process cannot send another one a signal that it could answer.
  const sent = test.skipIf(process.platform === 'win32');
  sent.each(['SIGINT', 'SIGTERM'] as const)('stops on %s without a trace', async signal => {
    const folder = temporaryFolder();
    const source =
      'require("fs").writeFileSync("pid", String(process.pid)); await new Promise(() => setInterval(() => {}, 1000));';
    const path = notebookFile('endless.ipynb', { endless: source }, folder);
    writeFileSync(join(folder, 'endless.html'), 'the last good page');

    const { child, ended } = handouts('--out', folder, path);
    while (!existsSync(join(folder, 'pid'))) await wait(50);
    child.kill(signal);
    expect((await ended).status).toBe(130);
    const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
    expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
    expect(readdirSync(folder).toSorted()).toEqual(['endless.html', 'endless.ipynb', 'pid']);
    expect(readFileSync(join(folder, 'endless.html'), 'utf8')).toBe('the last good page');
  });

  test('says which file is missing', async () => {
    const { status, output } = await handouts('--out', temporaryFolder(), 'absent.ipynb').ended;
    expect(status).toBe(1);
    expect(output).toContain('absent.ipynb');
    expect(output).not.toMatch(/\n\s+at /);
  });

  test('writes one edition, its PDF files and an archive where asked to', async () => {
    const folder = temporaryFolder();
    const notebook = notebookFile(
      'good.ipynb',
      {
        title: 'md:# Good',
        hello: 'console.log("hel" + "lo")',
        answer: { source: 'const theAnswer = 42;', tags: ['solution'] },
      },
      folder,
    );
    const out = join(folder, 'class');
    const args = ['--out', out, '--zip', '--no-solutions', ...(browserPath ? ['--pdf'] : [])];
    const { status, output } = await handouts(...args, notebook).ended;
    expect(output).toContain('class.zip');
    expect(status).toBe(0);
    const page = readFileSync(join(out, 'good.html'), 'utf8');
    expect(page).toContain('hello\n');
    expect(page).not.toContain('theAnswer');
    const reference = existsSync(`${root}docs/api/build`) ? ['api'] : []; // made by `npm run docs`
    const files = [
      ...reference,
      'class.zip',
      'good.html',
      ...(browserPath ? ['good.pdf'] : []),
      'index.html',
    ];
    expect(readdirSync(out).toSorted()).toEqual(files);
    if (browserPath) expect(readFileSync(join(out, 'good.pdf'), 'latin1')).toContain('/StructTreeRoot');

    await handouts('--out', out, '--no-outputs', notebook).ended;
    expect(readFileSync(join(out, 'good.html'), 'utf8')).not.toContain('hello\n');
  });
});
