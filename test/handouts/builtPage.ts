import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';
import { root } from '../../binder/jupyter.mjs';
import { buildHandout } from '../../handouts/build.ts';
import { courseNotebooks } from '../../handouts/course.ts';
import { fileName, type Shelf } from '../../handouts/shelf.ts';

const notebooks = courseNotebooks();

/** The whole course, for tests that look at its pages. */
export const shelf: Shelf = { folder: `${root}.cache/pages`, notebooks, selected: notebooks };

/** The path of a notebook's page, which is built once in a run, whichever test file asks first. */
export async function builtPage(notebook: string): Promise<string> {
  const page = join(shelf.folder, fileName(notebook));
  const claim = `${page}.${inject('run')}`;
  mkdirSync(shelf.folder, { recursive: true });
  while (!isOfThisRun(page)) {
    if (claimed(claim)) {
      try {
        await buildHandout(notebook, shelf);
      } finally {
        rmSync(claim);
      }
    } else await setTimeout(100);
  }
  return page;
}

function isOfThisRun(page: string): boolean {
  return existsSync(page) && statSync(page).mtimeMs >= inject('run');
}

function claimed(file: string): boolean {
  try {
    writeFileSync(file, '', { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    /** When the run began, in ms since 1970: its name. */
    run: number;
  }
}
