import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { root } from '../../binder/jupyter.mjs';
import type { Cell, Notebook } from '../../handouts/notebook.ts';

type Source = string | { source: string; tags: string[] };

/** A notebook of the given cells, by id; what begins with `md:` is markdown. */
export function notebookOf(sources: Record<string, Source>): Notebook {
  const cells = Object.entries(sources).map(([id, given]): Cell => {
    const { source, tags } = typeof given === 'string' ? { source: given, tags: undefined } : given;
    const metadata = tags ? { tags } : {};
    return source.startsWith('md:')
      ? { cell_type: 'markdown', id, metadata, source: source.slice(3) }
      : { cell_type: 'code', id, metadata, source, execution_count: null, outputs: [] };
  });
  const kernelspec = { display_name: 'TypeScript', language: 'typescript', name: 'tslab' };
  return { cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 };
}

/** A folder in the clone, so that notebooks in it can import the library; it goes when the test is over. */
export function temporaryFolder(): string {
  mkdirSync(`${root}.cache`, { recursive: true });
  const folder = mkdtempSync(`${root}.cache/test-`);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The path of a new notebook file of these cells. */
export function notebookFile(
  name: string,
  sources: Record<string, Source>,
  folder = temporaryFolder(),
): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(notebookOf(sources)));
  return path;
}
