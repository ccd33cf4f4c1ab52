import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jupyter } from '../../binder/jupyter.mjs';
import { canonical, stripped } from '../../handouts/notebook.ts';
import { readNotebook } from '../../handouts/readNotebook.ts';
import { notebookFile, notebookOf } from './notebookOf.ts';

const odd = {
  title: 'md:# Größe ∀ 𝟙\n\n"quoted" \\ and </script>\n',
  lines: 'md:a\r\nb\n\nc\u2028d\fe\vf',
  empty: '',
  code: { source: 'const a = `\\n`;\n\nconsole.log(a)', tags: ['check', 'b'] },
};

describe('canonical', () => {
  test('is byte for byte what Jupyter’s own nbformat writes', () => {
    const path = notebookFile('odd.ipynb', odd);
    const theirs = join(dirname(path), 'theirs.ipynb');
    const { python, env } = jupyter();
    const script = 'import sys, nbformat; nbformat.write(nbformat.read(sys.argv[1], 4), sys.argv[2])';
    execFileSync(python, ['-c', script, path, theirs], { env });
    expect(canonical(readNotebook(path))).toBe(readFileSync(theirs, 'utf8'));
  });

  test('does not change what is canonical', () => {
    const once = canonical(notebookOf(odd));
    expect(canonical(JSON.parse(once))).toBe(once);
  });
});

test('stripped leaves nothing that a run wrote', () => {
  const notebook = notebookOf({ a: '1' });
  const ran = structuredClone(notebook);
  Object.assign(ran.cells[0]!, {
    execution_count: 3,
    outputs: [{ output_type: 'stream', name: 'stdout', text: '1\n' }],
    metadata: { execution: { 'iopub.status.busy': '2026-01-01' } },
  });
  expect(stripped(ran)).toEqual(notebook);
});

test('readNotebook names the file that is no notebook', () => {
  const path = join(dirname(notebookFile('a.ipynb', {})), 'broken.ipynb');
  writeFileSync(path, '{');
  expect(() => readNotebook(path)).toThrow(/broken\.ipynb: .*JSON/);
  writeFileSync(path, '{"nbformat": 3}');
  expect(() => readNotebook(path)).toThrow(/broken\.ipynb: not in nbformat 4/);
});
