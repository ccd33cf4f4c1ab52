import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { root } from '../binder/jupyter.mjs';
import { text, type Notebook } from './notebook.ts';
import { readNotebook } from './readNotebook.ts';

/** The notebooks of the course in reading order: absolute paths. */
export function courseNotebooks(): string[] {
  const folder = `${root}notebooks`;
  const names = readdirSync(folder).filter(name => name.endsWith('.ipynb'));
  names.sort();
  return names.map(name => resolve(folder, name));
}

/** What a reader is told about a notebook before opening it. */
export interface Summary {
  /** Its first heading. */
  title: string;
  /** Its first paragraph, in markdown. */
  lead: string;
}

/** Title and lead of a notebook, from its markdown; the file's name where it has no heading. */
export function summary(path: string, notebook: Notebook = readNotebook(path)): Summary {
  const markdown = notebook.cells
    .filter(cell => cell.cell_type === 'markdown')
    .map(cell => text(cell.source));
  const paragraphs = markdown.flatMap(source => source.split(/\n\s*\n/)).map(part => part.trim());
  const heading = paragraphs.map(part => /^#\s+(.+)/.exec(part)?.[1]).find(Boolean);
  return {
    title: heading ?? basename(path, '.ipynb'),
    lead: paragraphs.map(part => part.replace(/^#.*\n?/, '')).find(part => /^[\w*_“"$[`]/.test(part)) ?? '',
  };
}
