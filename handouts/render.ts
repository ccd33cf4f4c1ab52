import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { citation } from './citation.ts';
import { convert, type Handout, type Link } from './convert.ts';
import { summary } from './course.ts';
import type { Content } from './live/content.ts';
import { liveParts } from './live/liveParts.ts';
import { text, type Cell, type Notebook, type Text } from './notebook.ts';
import { finish } from './page.ts';
import { addPictures } from './pictures.ts';
import { addPlaygroundPictures } from './playgroundPictures.ts';
import { editionName, editionsOf, fileName, settingsOf, type Edition, type Shelf } from './shelf.ts';
import { readingParts } from './reading/readingParts.ts';
import { stamp } from './stamp.ts';

/** The finished pages of an executed notebook, one for each edition. */
export async function render(
  path: string,
  notebook: Notebook,
  shelf: Shelf,
  signal?: AbortSignal,
): Promise<string[]> {
  const shown = withoutScripts(await addPlaygroundPictures(await addPictures(notebook, signal), signal));
  const cells = numbered(shown.cells).map(folded).map(unfolded);
  const raw = await convert(
    editionsOf(shelf).map(edition => ({
      notebook: { ...shown, cells: cells.filter(edition.keeps) },
      handout: { ...handoutOf(path, notebook, shelf), edition: editionName(edition, shelf) },
    })),
    signal,
  );
  try {
    return await Promise.all(
      raw.map(async (page, i) => {
        const content = contentOf(path, notebook, shelf, editionsOf(shelf)[i]!);
        return finish(page, [await readingParts(), ...(content ? [await liveParts(content)] : [])]);
      }),
    );
  } catch (error) {
    throw new Error(`${basename(path)}, ${(error as Error).message}`, { cause: error });
  }
}

function handoutOf(path: string, notebook: Notebook, shelf: Shelf): Handout {
  const { title, lead } = summary(path, notebook);
  const place = shelf.notebooks.indexOf(path);
  return {
    settings: settingsOf(shelf),
    stamp: stamp(),
    citation: citation(),
    title,
    file: basename(path),
    lead: lead.replace(/[*_`$]|\]\([^)]*\)|\[/g, '').replace(/\s+/g, ' '),
    previous: place > 0 ? linkTo(shelf.notebooks[place - 1]!, shelf) : undefined,
    next: place >= 0 ? linkTo(shelf.notebooks[place + 1], shelf) : undefined,
  };
}

/** No link to a handout that is neither there nor about to be. */
function linkTo(path: string | undefined, shelf: Shelf): Link | undefined {
  if (path === undefined) return undefined;
  const here = shelf.selected.includes(path) || existsSync(join(shelf.folder, fileName(path)));
  return here ? { href: fileName(path), title: summary(path).title } : undefined;
}

/** Exercises with their numbers; a check and a solution have that of the exercise before them. */
function numbered(cells: readonly Cell[]): Cell[] {
  let number = 0;
  return cells.map(cell => {
    const { tags = [] } = cell.metadata;
    if (tags.includes('exercise')) number++;
    const belongs = ['exercise', 'check', 'solution'].some(tag => tags.includes(tag));
    return belongs ? { ...cell, metadata: { ...cell.metadata, number } } : cell;
  });
}

/** Marks a cell that only says a sentence: who reads the sentence need not read the template that made it. */
function folded(cell: Cell): Cell {
  const says = /^say`(?:[^`\\]|\\[^])*`;?\s*$/.test(text(cell.source));
  return cell.cell_type === 'code' && says ? { ...cell, metadata: { ...cell.metadata, folded: true } } : cell;
}

/** A solution without the fold that it brings for Jupyter, whatever is written on that: a page folds its cell. */
function unfolded(cell: Cell): Cell {
  const inside = /^<details>\s*<summary>[^<]*<\/summary>\n([^]*)<\/details>\s*$/.exec(text(cell.source))?.[1];
  return inside !== undefined && cell.metadata.tags?.includes('solution')
    ? { ...cell, source: inside }
    : cell;
}

/** What makes a page with code run. */
function contentOf(path: string, notebook: Notebook, shelf: Shelf, edition: Edition): Content | undefined {
  const cells = notebook.cells.filter(edition.keeps);
  if (!cells.some(cell => cell.cell_type === 'code')) return undefined;
  const { course } = settingsOf(shelf);
  const { COURSE_SEED: seed } = process.env;
  return {
    course,
    name: basename(path, '.ipynb'),
    edition: edition.name,
    seed,
    notebook: { ...notebook, cells },
  };
}

/** Figures without the script that draws them in Jupyter: the page has its own. */
function withoutScripts(notebook: Notebook): Notebook {
  const cells = notebook.cells.map(cell => {
    if (cell.cell_type !== 'code') return cell;
    const outputs = cell.outputs.map(output => {
      if (!('data' in output) || !('application/vnd.plotly.v1+json' in output.data)) return output;
      const html = text((output.data['text/html'] ?? '') as Text).replace(/<script>[^]*<\/script>/, '');
      return { ...output, data: { ...output.data, 'text/html': html } };
    });
    return { ...cell, outputs };
  });
  return { ...notebook, cells };
}
