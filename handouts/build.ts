import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { convert, type Handout, type Link } from './convert.ts';
import { summary } from './course.ts';
import { execute, executed, type ExecuteOptions } from './execute.ts';
import { readNotebook, stripped, type Cell, type Notebook } from './notebook.ts';
import { finish } from './page.ts';
import { addPictures } from './pictures.ts';
import { readSettings, type Settings } from './settings.ts';
import { stamp } from './stamp.ts';

/** Where a build goes, and which handouts stand beside each other in it. */
export interface Shelf {
  folder: string;
  /** All notebooks of the course, in reading order. */
  notebooks: readonly string[];
  /** Those that this build makes. */
  selected: readonly string[];
  /** The course's own by default. */
  settings?: Settings;
  /** Whether to write the edition with solutions; by default it is. */
  solutions?: boolean;
  /** Whether the pages show what the cells show; by default they do. */
  outputs?: boolean;
}

export interface Built {
  /** The page with the solutions; that without them where only it is written. */
  path: string;
  bytes: number;
}

interface Edition {
  /** Its name in `settings.words`; the full edition has none. */
  name?: 'withoutSolutions';
  folder: string;
  keeps: (cell: Cell) => boolean;
}

const editions: readonly Edition[] = [
  { folder: '.', keeps: () => true },
  {
    name: 'withoutSolutions',
    folder: 'without-solutions',
    // A check holds the answer too.
    keeps: ({ metadata: { tags = [] } }) => !tags.includes('solution') && !tags.includes('check'),
  },
];

/** Those that a build writes. The only one stands in the folder itself. */
function editionsOf({ solutions = true }: Shelf): readonly Edition[] {
  return solutions ? editions : editions.slice(1).map(edition => ({ ...edition, folder: '.' }));
}

/**
 * Executes one notebook and writes its pages, with and without solutions; nothing is written unless all of it worked.
 *
 * Throws what {@link execute} throws, and the notebook's name with a bad formula.
 */
export async function buildHandout(
  path: string,
  shelf: Shelf,
  { fresh = false, ...options }: ExecuteOptions & { fresh?: boolean } = {},
): Promise<Built> {
  const notebook =
    shelf.outputs === false
      ? stripped(readNotebook(path))
      : await addPictures((await (fresh ? execute : executed)(path, options)).notebook, options.signal);
  const finished = await render(path, notebook, shelf, options.signal);
  options.signal?.throwIfAborted();
  editionsOf(shelf).forEach((edition, i) =>
    writeWhole(join(shelf.folder, edition.folder, fileName(path)), finished[i]!),
  );
  return { path: join(shelf.folder, fileName(path)), bytes: Buffer.byteLength(finished[0]!) };
}

/** The finished pages of an executed notebook, one for each edition. */
export async function render(
  path: string,
  notebook: Notebook,
  shelf: Shelf,
  signal?: AbortSignal,
): Promise<string[]> {
  const cells = numbered(notebook.cells);
  const pages = editionsOf(shelf).map(edition => ({
    notebook: { ...notebook, cells: cells.filter(edition.keeps) },
    handout: { ...handoutOf(path, notebook, shelf), edition: editionName(edition, shelf) },
  }));
  const raw = await convert(pages, signal);
  try {
    return await Promise.all(raw.map((page, i) => finish(page, hasFigure(pages[i]!.notebook))));
  } catch (error) {
    throw new Error(`${basename(path)}, ${(error as Error).message}`, { cause: error });
  }
}

/** Writes the index of every handout that stands on the shelf, in each edition, from what the pages say of themselves. */
export async function buildIndex(shelf: Shelf): Promise<string> {
  const names = shelf.notebooks.map(fileName).filter(name => existsSync(join(shelf.folder, name)));
  const entries = names.map(name => {
    const html = readFileSync(join(shelf.folder, name), 'utf8');
    const [, title = name] = /<title>(.*?)(?: · .*)?<\/title>/s.exec(html) ?? [];
    const [meta = ''] = /<meta[^>]*name="description"[^>]*>/.exec(html) ?? [];
    const [, lead = ''] = /content="([^"]*)"/.exec(meta) ?? [];
    return `## [${literal(title)}](${name})\n\n${literal(lead)}`;
  });
  const settings = settingsOf(shelf);
  const { course, words } = settings;
  const pages = editionsOf(shelf).map(edition => {
    const other = edition.name ? '' : ` [${words.other}](without-solutions/index.html).`;
    const source = `# ${course}\n\n${words.lead} ${words.offline}${other}`;
    const cell: Cell = {
      cell_type: 'markdown',
      id: 'index',
      metadata: {},
      source: [source, ...entries].join('\n\n'),
    };
    const notebook: Notebook = { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 };
    return {
      notebook,
      handout: {
        settings,
        stamp: stamp(),
        title: course,
        lead: words.lead,
        edition: editionName(edition, shelf),
      },
    };
  });
  const raw = await convert(pages);
  for (const [i, page] of raw.entries()) {
    writeWhole(join(shelf.folder, editionsOf(shelf)[i]!.folder, 'index.html'), await finish(page, false));
  }
  return join(shelf.folder, 'index.html');
}

/** Text in which markdown sees nothing but text. */
function literal(text: string): string {
  return text.replace(/[\\`*_$[\]#~|]/g, character => `\\${character}`);
}

function handoutOf(path: string, notebook: Notebook, shelf: Shelf): Handout {
  const { title, lead } = summary(path, notebook);
  const place = shelf.notebooks.indexOf(path);
  return {
    settings: settingsOf(shelf),
    stamp: stamp(),
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

function settingsOf({ settings = readSettings() }: Shelf): Settings {
  return settings;
}

function editionName({ name }: Edition, shelf: Shelf): string | undefined {
  return name && settingsOf(shelf).words[name];
}

function hasFigure(notebook: Notebook): boolean {
  const outputs = notebook.cells.flatMap(cell => (cell.cell_type === 'code' ? cell.outputs : []));
  return outputs.some(output => 'data' in output && 'application/vnd.plotly.v1+json' in output.data);
}

function fileName(path: string): string {
  return `${basename(path, '.ipynb')}.html`;
}

/** Written aside and renamed: a reader never finds half a page, and a failed build leaves the last good one. */
function writeWhole(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const aside = `${path}.${process.pid}.part`;
  writeFileSync(aside, content);
  renameSync(aside, path);
}
