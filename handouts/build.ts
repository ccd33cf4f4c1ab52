import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../binder/jupyter.mjs';
import { citation } from './citation.ts';
import { convert } from './convert.ts';
import { execute, executed, type ExecuteOptions } from './execute.ts';
import { stripped, type Cell, type Notebook } from './notebook.ts';
import { finish } from './page.ts';
import { readNotebook } from './readNotebook.ts';
import { render } from './render.ts';
import { searchParts } from './search/searchParts.ts';
import { sections } from './search/sections.ts';
import { editionName, editionsOf, fileName, settingsOf, type Shelf } from './shelf.ts';
import { stamp } from './stamp.ts';

export interface Built {
  /** The page with the solutions; that without them where only it is written. */
  path: string;
  bytes: number;
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
      : (await (fresh ? execute : executed)(path, options)).notebook;
  const finished = await render(path, notebook, shelf, options.signal);
  options.signal?.throwIfAborted();
  editionsOf(shelf).forEach((edition, i) =>
    writeWhole(join(shelf.folder, edition.folder, fileName(path)), finished[i]!),
  );
  return { path: join(shelf.folder, fileName(path)), bytes: Buffer.byteLength(finished[0]!) };
}

/** Writes the index of every handout that stands on the shelf, in each edition, from what the pages say of themselves. */
export async function buildIndex(shelf: Shelf): Promise<string> {
  const settings = settingsOf(shelf);
  const names = shelf.notebooks.map(fileName).filter(name => existsSync(join(shelf.folder, name)));
  const entries = names.map(name => {
    const html = readFileSync(join(shelf.folder, name), 'utf8');
    const [, title = name] = /<title>(.*?)(?: · .*)?<\/title>/s.exec(html) ?? [];
    const [meta = ''] = /<meta[^>]*name="description"[^>]*>/.exec(html) ?? [];
    const [, lead = ''] = /content="([^"]*)"/.exec(meta) ?? [];
    const [, minutes] = /<strong>Time:<\/strong> (\d+) minutes/.exec(html) ?? [];
    const time = minutes ? `*${settings.words.minutes.replace('{n}', minutes)}* ` : '';
    return `## [${literal(title)}](${name})\n\n${time}${literal(lead)}`;
  });
  const { course, words, binder } = settings;
  const hasReference = copyReference(shelf);
  const pages = editionsOf(shelf).map(edition => {
    const other = edition.name ? '' : ` [${words.other}](without-solutions/index.html).`;
    const start = [
      words.startInPage,
      binder && `- [**${words.openInBinder}**](${binder})`,
      words.startAtHome,
      hasReference && `- [**${words.reference}**](${edition.folder === '.' ? '' : '../'}api/index.html)`,
    ];
    const source = `# ${course}\n\n${words.lead} ${words.offline}${other}\n\n${start.filter(Boolean).join('\n')}`;
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
        citation: citation(),
        title: course,
        lead: words.lead,
        edition: editionName(edition, shelf),
      },
    };
  });
  const raw = await convert(pages);
  for (const [i, page] of raw.entries()) {
    const folder = join(shelf.folder, editionsOf(shelf)[i]!.folder);
    const there = names.filter(name => existsSync(join(folder, name)));
    const found = there.flatMap(name => sections(name, readFileSync(join(folder, name), 'utf8')));
    writeWhole(join(folder, 'index.html'), finish(page, [await searchParts(found, settings)]));
  }
  return join(shelf.folder, 'index.html');
}

/** Puts the API reference beside the pages, where `npm run docs` has made it. */
function copyReference(shelf: Shelf): boolean {
  const made = `${root}docs/api/build`;
  if (!existsSync(made)) return false;
  cpSync(made, join(shelf.folder, 'api'), { recursive: true });
  return true;
}

/** Text in which markdown sees nothing but text. */
function literal(words: string): string {
  return words.replace(/[\\`*_$[\]#~|]/g, character => `\\${character}`);
}

/** Written aside and renamed: a reader never finds half a page, and a failed build leaves the last good one. */
function writeWhole(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const aside = `${path}.${process.pid}.part`;
  writeFileSync(aside, content);
  renameSync(aside, path);
}
