import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jupyter, root, workspace } from '../binder/jupyter.mjs';
import { text, type Notebook } from './notebook.ts';
import type { Settings } from './settings.ts';

export interface Link {
  href: string;
  title: string;
}

/** What a page says besides its notebook. */
export interface Handout {
  settings: Settings;
  /** Version, date and commit. */
  stamp: string;
  title: string;
  /** The file name of the notebook; the index has none. */
  file?: string;
  /** One plain sentence or two, for the page's description. */
  lead: string;
  /** Which edition this is, if not the full one. */
  edition?: string;
  previous?: Link;
  next?: Link;
}

/** A page as nbconvert leaves it; comments that begin with `mark` stand where {@link finish} has work to do. */
export interface RawPage {
  html: string;
  mark: string;
  /** Of the table of contents. */
  title: string;
  /** The code of each cell, by its id. */
  code: ReadonlyMap<string, string>;
}

/** Converts each notebook to a page with the project's template: one call of nbconvert for all of them. */
export async function convert(
  pages: readonly { notebook: Notebook; handout: Handout }[],
  signal?: AbortSignal,
): Promise<RawPage[]> {
  mkdirSync(`${workspace}.cache`, { recursive: true });
  const folder = mkdtempSync(`${workspace}.cache/nbconvert-`);
  try {
    const marks = pages.map(({ notebook, handout }, i) => {
      const mark = randomUUID();
      const metadata = { ...notebook.metadata, handout: { ...handout, mark } };
      writeFileSync(join(folder, `${i}.ipynb`), JSON.stringify({ ...notebook, metadata }));
      return mark;
    });
    await nbconvert(
      folder,
      marks.map((_, i) => `${i}.ipynb`),
      signal,
    );
    return marks.map((mark, i) => ({
      mark,
      html: readFileSync(join(folder, `${i}.html`), 'utf8'),
      title: pages[i]!.handout.settings.words.contents,
      code: new Map(pages[i]!.notebook.cells.map(cell => [cell.id, text(cell.source)])),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function nbconvert(folder: string, files: string[], signal?: AbortSignal): Promise<void> {
  const { python, env } = jupyter();
  const template = ['--template=template', `--TemplateExporter.extra_template_basedirs=${root}handouts`];
  const child = spawn(python, ['-m', 'nbconvert', '--to=html', '--log-level=ERROR', ...template, ...files], {
    cwd: folder,
    env: { ...env, JUPYTER_NO_CONFIG: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const stop = () => child.kill();
  signal?.addEventListener('abort', stop);
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (complaint += chunk));
  const status = await new Promise((done, failed) => child.on('error', failed).on('close', done));
  signal?.removeEventListener('abort', stop);
  signal?.throwIfAborted();
  if (status !== 0) throw new Error(`nbconvert failed:\n${complaint.trim()}`);
}
