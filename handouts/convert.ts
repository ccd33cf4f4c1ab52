import { randomUUID } from 'node:crypto';
import { nbconvert } from './nbconvert.ts';
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
  /** How to cite the course, as BibTeX. */
  citation: string;
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

/** Converts each notebook to a page with the project's template. */
export async function convert(
  pages: readonly { notebook: Notebook; handout: Handout }[],
  signal?: AbortSignal,
): Promise<RawPage[]> {
  return Promise.all(
    pages.map(async ({ notebook, handout }) => {
      const mark = randomUUID();
      const metadata = { ...notebook.metadata, handout: { ...handout, mark } };
      const html = await nbconvert({ ...notebook, metadata });
      signal?.throwIfAborted();
      return {
        mark,
        html,
        title: handout.settings.words.contents,
        code: new Map(notebook.cells.map(cell => [cell.id, text(cell.source)])),
      };
    }),
  );
}
