import { basename } from 'node:path';
import type { Cell } from './notebook.ts';
import { readSettings, type Settings } from './settings.ts';

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

export interface Edition {
  /** Its name in `settings.words`; the full edition has none. */
  name?: 'withoutSolutions';
  folder: string;
  keeps: (cell: Cell) => boolean;
}

const has = ({ metadata: { tags = [] } }: Cell, tag: string): boolean => tags.includes(tag);

/** A cell tagged `jupyter` is about JupyterLab: no page has it. */
const editions: readonly Edition[] = [
  { folder: '.', keeps: cell => !has(cell, 'jupyter') },
  {
    name: 'withoutSolutions',
    folder: 'without-solutions',
    keeps: cell => !has(cell, 'jupyter') && !has(cell, 'solution'),
  },
];

/** Those that a build writes. The only one stands in the folder itself. */
export function editionsOf({ solutions = true }: Shelf): readonly Edition[] {
  return solutions ? editions : editions.slice(1).map(edition => ({ ...edition, folder: '.' }));
}

/** The settings of a shelf: the course's own, where it has none. */
export function settingsOf({ settings = readSettings() }: Shelf): Settings {
  return settings;
}

export function editionName({ name }: Edition, shelf: Shelf): string | undefined {
  return name && settingsOf(shelf).words[name];
}

/** The file of the page of a notebook. */
export function fileName(path: string): string {
  return `${basename(path, '.ipynb')}.html`;
}
