import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { text } from '../../../handouts/notebook.ts';
import { readNotebook } from '../../../handouts/readNotebook.ts';
import { builtPage, shelf } from '../builtPage.ts';
import { temporaryFolder } from '../notebookOf.ts';

const notebook = shelf.notebooks.find(path => path.includes('04-zero-out-verification'))!;
const given = readNotebook(notebook).cells.find(({ id }) => id === 'data')!;

/** What a student changes in notebook 4, by cell id: the mask, and the stub of an exercise, which is solved. */
export const edits = {
  data: text(given.source).replace('[1, 1, 0, 1]', '[1, 0, 0, 1]'),
  'frozen-parameters':
    'function frozenParameters(mask: number[]) { return 4 * mask.filter(kept => !kept).length; }',
};

/** What cells show then. */
export const shown = {
  frozen: /^8 of 17 parameters are frozen/,
  'check-frozen-parameters': /^✔ Right/,
};

/** A folder like that of a USB stick, with nothing in it but notebook 4's page, `04.html`. */
export async function stickWithPage(): Promise<string> {
  const stick = join(temporaryFolder(), 'USB stick');
  mkdirSync(stick);
  copyFileSync(await builtPage(notebook), join(stick, '04.html'));
  return stick;
}
