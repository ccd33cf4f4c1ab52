import { readFileSync } from 'node:fs';
import type { Notebook } from './notebook.ts';

/** The notebook in the file `path`. Throws the file's name with the reason if it is not a notebook of nbformat 4. */
export function readNotebook(path: string): Notebook {
  try {
    const notebook = JSON.parse(readFileSync(path, 'utf8')) as Notebook;
    if (notebook.nbformat !== 4 || !Array.isArray(notebook.cells)) throw new Error('not in nbformat 4');
    return notebook;
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
}
