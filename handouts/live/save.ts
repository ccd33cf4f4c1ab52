/// <reference lib="dom" />
import { stripped, type Notebook } from '../notebook.ts';
import type { Content } from './content.ts';
import { highlighted } from './highlight.ts';
import { type Edits, withEdits } from './savedEdits.ts';

/** Downloads the notebook with the reader's code, for JupyterLab. */
export function saveNotebook({ name, notebook }: Content, edits: Edits): void {
  const edited: Notebook = {
    ...notebook,
    cells: notebook.cells.map(cell => ({ ...cell, source: edits[cell.id] ?? cell.source })),
  };
  download(`${name}.ipynb`, 'application/x-ipynb+json', `${JSON.stringify(stripped(edited), null, 1)}\n`);
}

/**
 * Downloads the page with the reader's code; the outputs of changed cells are left out, they belong to other code.
 *
 * @param original the page as it was before anything changed in it
 */
export function savePage({ name }: Content, original: HTMLElement, edits: Edits): void {
  const page = original.cloneNode(true) as HTMLElement;
  withEdits(page, edits);
  for (const [id, source] of Object.entries(edits)) {
    const cell = page.querySelector(`[id="cell-id=${CSS.escape(id)}"]`);
    cell?.querySelector('.highlight pre')?.replaceChildren(highlighted(source));
    cell?.querySelector('.outputs')?.replaceChildren();
  }
  download(`${name}.html`, 'text/html', `<!DOCTYPE html>\n${page.outerHTML}\n`);
}

function download(name: string, type: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
